import { longDayWords } from '../words.ts';
import { plain, type Block, type PrintedDocument } from './printed-document.ts';
import type { Seal } from '../judgment/draft-state.ts';
import type { SeenState } from '../seen/seen-draft.ts';
import { independentApprovals } from '../judgment/independent-approvals.ts';
import { spokenFingerprint } from '../finalising/spoken-fingerprint.ts';

interface CertificateParts {
  readonly state: SeenState;
  readonly seal: Seal;
  readonly provider: string;
  readonly framework: string;
  readonly person: (id: string) => string;
  readonly titleOfRule: (rule: string) => string;
  readonly grades: Block | null;
  /** By approval, how its approver's key was verified. */
  readonly verifications: ReadonlyMap<string, string>;
}

/** A moment as people write it: "12 November 2026, 15:40 UTC". */
function momentWords(at: string): string {
  return `${longDayWords(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`;
}

/** Everything that was let pass by a reason, as it was signed; nothing where all held. */
function byReason({ state, titleOfRule, person }: CertificateParts): readonly Block[] {
  const items = Object.entries(state.reasons).flatMap(([rule, field]) =>
    field.flatMap(({ value, author, at }) =>
      value === null ? [] : [plain(`${titleOfRule(rule)}: ${value} (${person(author)}, ${momentWords(at)})`)],
    ),
  );
  return items.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: 'Let pass by a reason' },
        { kind: 'list', items },
      ];
}

/** One page that says what a seal covers, who signed, and the fingerprint that a copy must have. */
export function certificateDocument(parts: CertificateParts): PrintedDocument {
  const { state, seal, provider, framework, person, grades, verifications } = parts;
  const approvals = independentApprovals(state).map((approval) => ({
    name: 'Approved by',
    value: [person(approval.author), momentWords(approval.at), verifications.get(approval.record)]
      .filter((part) => part !== undefined)
      .join(', '),
  }));
  const words = spokenFingerprint(seal.id);
  const digits = seal.id.match(/.{8}/gu)?.join(' ') ?? seal.id;
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
          { name: 'Sealed by', value: `${person(seal.author)}, ${momentWords(seal.at)}` },
          ...approvals,
          { name: 'Records sealed', value: String(seal.count) },
        ],
      },
      ...(grades === null ? [] : [grades]),
      ...byReason(parts),
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
          'Anyone can verify a copy of the records without Plumbline: node verify.mjs COPY. The program and the format are published with Plumbline.',
        ),
      },
    ],
  };
}
