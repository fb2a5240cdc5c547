import type { RecordId } from '../records/record.ts';
import type { JudgedCloses } from './judge-closes.ts';
import type { OpenedRound } from './lodging-records.ts';
import type { JudgedLodging, LodgingStanding, RoundClose, RoundProblem } from './lodging-state.ts';

const whyInvalid: { readonly [why in NonNullable<RoundClose['invalid']>]: string } = {
  'not-a-holder':
    'Somebody who holds no key of this round meant to reveal it. The round is not revealed by it.',
  'wrong-key': 'A reveal names a key that does not open this round. The round is not revealed by it.',
  'no-quorum-without-reason':
    'A reveal below the quorum gives no reason, so it does not count. A holder can reveal again and say why.',
  'not-lodgings':
    'A reveal counts something that is no lodging of a member of this round, so it does not count.',
  late: 'The round was revealed already, and this second reveal knew of it. The first counts.',
  abandoned: 'A reveal came after the round was abandoned, so it does not count.',
};

const ofLodgings: { readonly [standing in LodgingStanding]?: [RoundProblem['code'], string] } = {
  late: ['lodged-late', 'These grades were lodged after the reveal, so they are no independent grades.'],
  unproven: [
    'lodged-unproven',
    'These grades were written without reference to the reveal, and their time is not proven. They are no independent grades.',
  ],
  'left-out': ['lodged-left-out', 'The reveal knew of these grades and did not count them.'],
  contested: [
    'lodged-contested',
    'One reveal counts these grades and another does not, so they are not independent.',
  ],
  doubled: ['lodged-doubled', 'Two lodgings of one member have the same number, so neither counts.'],
  foreign: ['lodged-foreign', 'These grades were lodged by somebody who takes no part in this round.'],
  unreadable: [
    'lodged-unreadable',
    'These lodged grades do not open: they were changed, copied from somebody else, or made for another round.',
  ],
};

/** Everything about a round that everybody must know, closes first, then lodgings in fold order. */
export function roundProblems(
  { record, body }: OpenedRound,
  { closes, valid, keyOut, abandoned }: JudgedCloses,
  lodgings: readonly JudgedLodging[],
  relied: ReadonlySet<RecordId>,
): readonly RoundProblem[] {
  const participants = new Map(lodgings.map((lodging) => [lodging.record, lodging.author]));
  const people = (close: RoundClose): number => new Set(close.counted.map((id) => participants.get(id))).size;
  const problems: RoundProblem[] = [];
  if (!body.holders.some(({ person }) => person === record.author)) {
    problems.push({
      code: 'opened-wrongly',
      record: record.id,
      message: 'This round was opened by somebody who is none of its holders.',
    });
  }
  for (const close of closes) {
    if (close.invalid !== null) {
      problems.push({ code: 'close-invalid', record: close.record, message: whyInvalid[close.invalid] });
    } else if (people(close) < body.quorum) {
      problems.push({
        code: 'closed-below-quorum',
        record: close.record,
        message: `Revealed with ${people(close)} of ${body.quorum} needed: ${close.reason ?? ''}`,
      });
    }
  }
  if (valid.length > 1) {
    problems.push({
      code: 'two-closes',
      record: valid[1]?.record ?? record.id,
      message:
        'The round was revealed twice, neither knowing of the other. Only grades that both count are independent.',
    });
  }
  if (valid.length === 0 && keyOut[0] !== undefined) {
    problems.push({
      code: 'key-out',
      record: keyOut[0],
      message:
        'The key of this round is in the files with a reveal that does not count. Whatever is lodged from now on is late. A holder can reveal again.',
    });
  }
  if (valid.length > 0 && abandoned !== null) {
    problems.push({
      code: 'closed-and-abandoned',
      record: abandoned.record,
      message: 'The round was abandoned without knowing of its reveal. The reveal counts.',
    });
  }
  for (const { record: lodged } of lodgings.filter((lodging) => relied.has(lodging.record))) {
    problems.push({
      code: 'lodged-then-lost',
      record: lodged,
      message:
        'These grades were lodged with a device later reported lost, or by somebody removed later. The reveal counted them, so they stay in it.',
    });
  }
  for (const lodging of lodgings) {
    const problem = ofLodgings[lodging.standing];
    if (problem === undefined || (valid.length === 0 && keyOut.length === 0)) continue;
    const [code, message] = problem;
    problems.push({ code, record: lodging.record, message });
  }
  return problems;
}
