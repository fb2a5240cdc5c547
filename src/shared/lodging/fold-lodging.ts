import type { PersonId } from '../records/record.ts';
import { judgeCloses, type JudgedCloses } from './judge-closes.ts';
import { lodgingStandings } from './judge-lodgings.ts';
import { answersIn, type LodgingKind } from './lodging-kind.ts';
import type { LodgingFacts, LodgingRecords, Read } from './lodging-records.ts';
import type { LodgingRoundBody } from './lodging-round.ts';
import type { JudgedLodging, LodgingRound } from './lodging-state.ts';
import { outOfRound } from './out-of-round.ts';
import { roundProblems } from './round-problems.ts';

/** A round as every kind has it, its lodgings with what they hold, and by what it was judged. */
interface FoldedLodging<A> {
  readonly round: Omit<LodgingRound, 'lodgings'>;
  /** The answers are null before the reveal, and where a packet does not open. */
  readonly lodgings: readonly (JudgedLodging & { readonly answers: readonly A[] | null })[];
  readonly judged: JudgedCloses;
  readonly isOut: (person: PersonId) => boolean;
}

/** Folds one round of a kind: who may reveal, which packets count, who is out, what everybody must know of it. */
export function foldLodging<A>(
  kind: LodgingKind<A>,
  opened: Read<LodgingRoundBody>,
  number: number,
  records: LodgingRecords,
  { keyFits, packets }: LodgingFacts,
): FoldedLodging<A> {
  const { record, body } = opened;
  const judged = judgeCloses(opened, records, keyFits);
  const { participants, excused, amendments } = judged.amended;
  const isOut = outOfRound(records, judged);
  const answers = new Map(
    records.lodged
      .filter((lodged) => lodged.body.round === record.id)
      .map((lodged) => [lodged.record.id, answersIn(kind, packets.get(lodged.record.id))]),
  );
  const standings = lodgingStandings(opened, records, judged, isOut, (id) => answers.get(id) != null);
  const revealed = judged.valid.length > 0;
  return {
    round: {
      id: record.id,
      number,
      openedBy: record.author,
      at: record.at,
      participants,
      excused,
      amendments,
      showsUnproven: amendments.findLast(({ unproven }) => unproven !== null)?.unproven !== 'hidden',
      excluded: [
        ...body.excluded.filter(({ person }) => !participants.includes(person)),
        ...participants.filter(isOut).map((person) => ({
          person,
          why: 'An interest that keeps them out was declared or recorded after the round was opened.',
        })),
      ],
      holders: body.holders,
      quorum: body.quorum,
      due: amendments.findLast(({ due }) => due !== null)?.due ?? body.due,
      publicKey: body.publicKey,
      standing: revealed ? 'revealed' : judged.abandoned === null ? 'lodging' : 'abandoned',
      abandoned: judged.abandoned,
      closes: judged.closes,
      problems: roundProblems(opened, judged, standings, records.relied),
    },
    lodgings: standings.map((lodging) => ({
      ...lodging,
      answers: revealed ? (answers.get(lodging.record) ?? null) : null,
    })),
    judged,
    isOut,
  };
}
