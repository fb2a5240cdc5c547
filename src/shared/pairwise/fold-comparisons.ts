import type { RecordGraph } from '../records/record-graph.ts';
import type { comparisonOpened } from './comparison-opened.ts';
import type { BodyOf } from '../records/define-event.ts';
import type { RecordId } from '../records/record.ts';
import { judgeCloses } from '../lodging/judge-closes.ts';
import { lodgingStandings } from '../lodging/judge-lodgings.ts';
import type { DeclaredInterest, FittingKeys, LodgingRecords, Read } from '../lodging/lodging-records.ts';
import { outOfRound } from '../lodging/out-of-round.ts';
import { roundProblems } from '../lodging/round-problems.ts';
import type { ComparisonRound } from './comparison-round.ts';
import type { LodgedComparisons } from './lodged-comparisons.ts';

/** The counted records that rounds of comparisons turn on, in fold order. */
export interface PairwiseRecords {
  readonly graph: RecordGraph;
  readonly interests: readonly DeclaredInterest[];
  /** Lodgings that count for a reveal that relied on them, and for nothing else. */
  readonly relied: ReadonlySet<RecordId>;
  /** Rounds of comparative judgment, which are lodged and closed by records of their own. */
  readonly comparisons: Pick<LodgingRecords, 'lodged' | 'closed'> & {
    readonly opened: readonly Read<BodyOf<typeof comparisonOpened>>[];
  };
}

/** What only decrypting can tell of rounds of comparisons. */
export interface PairwiseFacts {
  readonly keyFits: FittingKeys;
  /** What lodgings hold; null where a packet does not open. */
  readonly comparisons: ReadonlyMap<RecordId, LodgedComparisons | null>;
}

/**
 * The rounds of comparisons of a draft in fold order, judged as rounds of grades are: who may reveal, which packets
 * count, who is out. A comparison of something that the round does not list is left out.
 */
export function foldComparisons(records: PairwiseRecords, facts: PairwiseFacts): readonly ComparisonRound[] {
  const { opened, lodged, closed } = records.comparisons;
  const lodgings = { graph: records.graph, lodged, closed, abandoned: [] };
  return opened.map((one, at): ComparisonRound => {
    const { record, body } = one;
    const judged = judgeCloses(one, lodgings, facts.keyFits);
    const isOut = outOfRound(records.graph, records.interests, judged);
    const readable = (id: string): boolean => facts.comparisons.get(id) != null;
    const standings = lodgingStandings(one, lodgings, judged, isOut, readable);
    const revealed = judged.valid.length > 0;
    return {
      id: record.id,
      number: at + 1,
      openedBy: record.author,
      at: record.at,
      question: body.question,
      items: body.items,
      participants: body.participants,
      excluded: [
        ...body.excluded,
        ...body.participants.filter(isOut).map((person) => ({
          person,
          why: 'Declared an interest that excludes after the round was opened.',
        })),
      ],
      holders: body.holders,
      quorum: body.quorum,
      due: body.due,
      publicKey: body.publicKey,
      standing: revealed ? 'revealed' : 'lodging',
      closes: judged.closes,
      lodgings: standings.map((each) => {
        const held = revealed ? facts.comparisons.get(each.record)?.comparisons : undefined;
        const known = held?.filter(
          ({ better, worse }) => better < body.items.length && worse < body.items.length,
        );
        return { ...each, comparisons: known ?? null };
      }),
      problems: roundProblems(one, judged, standings, records.relied),
    };
  });
}
