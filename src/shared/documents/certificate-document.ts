import { count, longDayWords } from '../words.ts';
import { signatoryWords, type SealStatement } from '../judgment/seal-statement.ts';
import type { SeenState } from '../seen/seen-draft.ts';
import { plain, type Block, type PrintedDocument } from './printed-document.ts';

interface CertificateParts {
  readonly state: SeenState;
  readonly statement: SealStatement;
  readonly provider: string;
  readonly framework: string;
  readonly titleOfRule: (rule: string) => string;
  readonly grades: Block | null;
}

/** A moment as people write it: "12 November 2026, 15:40 UTC". */
function momentWords(at: string): string {
  return `${longDayWords(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`;
}

/** Everything that was passed by a reason, as it was signed; nothing where all held. */
function byReason({ statement, titleOfRule }: CertificateParts): readonly Block[] {
  const items = (statement.reasons ?? []).map(({ rule, reason, by, at }) =>
    plain(`${titleOfRule(rule)}: ${reason} (${by}, ${momentWords(at)})`),
  );
  return items.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: 'Passed by a reason' },
        { kind: 'list', items },
      ];
}

/** Each time that the judgment was opened again, by which two people and why. */
function reopened({ statement }: CertificateParts): readonly Block[] {
  const items = statement.reopenings.map(({ at, proposedBy, confirmedBy, reason }) =>
    plain(`${momentWords(at)}, proposed by ${proposedBy} and confirmed by ${confirmedBy}: ${reason}`),
  );
  return items.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: 'Reopened' },
        { kind: 'list', items },
      ];
}

/** One page that says what a seal covers, who signed, and the fingerprint that a copy must have: what verifiers print. */
export function certificateDocument(parts: CertificateParts): PrintedDocument {
  const { state, statement, provider, framework, grades } = parts;
  const { id, words, signer, approvers, records, counts } = statement;
  const approvals = approvers.map((approver) => ({
    name: 'Approved by',
    value: signatoryWords(approver, momentWords),
  }));
  const digits = id.match(/.{8}/gu)?.join(' ') ?? id;
  return {
    title: `Certificate of the sealed judgment: ${provider}`,
    language: 'en-GB',
    watermark: state.demonstration ? 'Demonstration' : null,
    foot: `${provider}. Seal ${words.slice(0, 2).join(' ')}`,
    landscape: false,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { name: 'Framework', value: framework },
          { name: 'Signed by', value: signatoryWords(signer, momentWords) },
          ...approvals,
          { name: 'Holds', value: `${count(records, 'record')}: ${counts.join(', ')}` },
        ],
      },
      ...(grades === null ? [] : [grades]),
      ...byReason(parts),
      ...reopened(parts),
      { kind: 'heading', level: 2, text: 'Fingerprint' },
      { kind: 'paragraph', words: [{ text: words.join(' '), strong: true }] },
      { kind: 'paragraph', look: 'small', words: plain(digits) },
      {
        kind: 'paragraph',
        words: plain(
          'Read the eight words aloud to whoever has a copy: the same words mean the same seal, and with it the same records. Times are those of the computers that signed.',
        ),
      },
      {
        kind: 'paragraph',
        words: plain(
          'Anyone can verify a copy of the records without Plumbline: node verify.mjs COPY prints the same fingerprint, people, reasons and counts. The program and the format are published with Plumbline.',
        ),
      },
    ],
  };
}
