import type { ReaderView } from '../../shared/ipc/reader-views.ts';
import { count, listOf, pluralOf } from '../../shared/words.ts';

/** One thing that was checked of a file, and how it went; `open` where nothing here can tell. */
interface ReaderCheck {
  readonly status: 'ok' | 'bad' | 'open';
  readonly title: string;
  readonly detail: string;
}

/** What verification says of a file, as its reader is shown it. */
export function readerChecks({
  verification,
  copy,
  timeStamps,
  taken,
  since,
}: ReaderView): readonly ReaderCheck[] {
  const { problems, seal } = verification;
  const broken = problems.filter(({ level }) => level === 'broken');
  const later = problems.filter(({ code }) => code === 'after-sealing').length;
  const status = (isBad: boolean): ReaderCheck['status'] => (isBad ? 'bad' : 'ok');
  const whole: ReaderCheck = {
    status: status(broken.length > 0),
    title: broken.length === 0 ? 'Every record holds' : 'Something is broken',
    detail:
      broken.length === 0
        ? `${count(verification.records, 'record')}: form, hashes, signatures and order`
        : listOf([...new Set(broken.map(({ message }) => message.replace(/\.$/u, '')))].slice(0, 3)),
  };
  if (seal === null)
    return [
      whole,
      {
        status: 'open',
        title: 'It is not sealed',
        detail: 'These records are a draft. Nobody has signed them as a judgment.',
      },
    ];
  const people = 1 + seal.approvers.length;
  const withheld = taken.reduce((sum, { words }) => sum + words, 0);
  return [
    whole,
    {
      status: status(broken.length > 0),
      title: 'The report is the one that was sealed',
      detail: 'Worked out here from the records: the same fingerprint',
    },
    {
      status: status(broken.length > 0),
      title: `${count(people, 'signature')} ${pluralOf(people, 'holds', 'hold')}`,
      detail: listOf([seal.signer, ...seal.approvers].map(({ name }) => name)),
    },
    {
      status: 'ok',
      title: later === 0 ? 'Nothing sealed was changed' : `${count(later, 'record')} came afterwards`,
      detail:
        later > 0
          ? 'They are no part of what was sealed'
          : since.length === 0
            ? 'No record came after the seal'
            : `Since then: ${listOf(since)}`,
    },
    timeStamps === 0
      ? { status: 'open', title: 'No time-stamp', detail: 'The times are those of the computers that signed' }
      : {
          status: 'ok',
          title: 'Time-stamped by an outside service',
          detail: count(timeStamps, 'response over the seal', 'responses over the seal'),
        },
    ...(copy === 'redacted'
      ? [
          {
            status: status(broken.some(({ code }) => code === 'redacted-copy')),
            title: 'What is withheld has not changed',
            detail: `${count(withheld, 'word')} of the report: the rest proves itself against the seal`,
          },
        ]
      : []),
    {
      status: 'open',
      title: 'Who the signers are',
      detail: 'Not checked: a file cannot prove it. Read the fingerprint to the inspectorate by telephone.',
    },
  ];
}
