import { judgeCloses } from '../moderation/judge-closes.ts';
import { lodgingStandings } from '../moderation/judge-lodgings.ts';
import { outOfRound } from '../moderation/out-of-round.ts';
import type { RevealFacts } from '../moderation/reveal-facts.ts';
import { roundProblems } from '../moderation/round-problems.ts';
import type { RoundRecords } from '../moderation/round-records.ts';
import type { ComparisonRound } from './comparison-round.ts';

/**
 * The rounds of comparisons of a draft in fold order, judged as rounds of grades are: who may reveal, which packets
 * count, who is out. A comparison of
 * something that the round does not list is left out.
 */
export function foldComparisons(records: RoundRecords, facts: RevealFacts): readonly ComparisonRound[] {
  const { opened, lodged, closed } = records.comparisons;
  const lodgings = { graph: records.graph, lodged, closed, abandoned: [] };
  return opened.map((one, at): ComparisonRound => {
    const { record, body } = one;
    const judged = judgeCloses(one, lodgings, facts);
    const isOut = outOfRound(records, judged);
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
