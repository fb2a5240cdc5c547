import type { ComparedItem } from './comparison-opened.ts';
import type { PersonId } from '../records/record.ts';
import type { JudgedLodging, LodgingRound } from '../lodging/lodging-state.ts';
import type { Comparison } from './lodged-comparisons.ts';

/** One round of comparative judgment: members compare pairs alone, and a scale is made of all after the reveal. */
export interface ComparisonRound extends LodgingRound {
  /** In which regard one is better than another. */
  readonly question: string;
  /** Comparisons name them by their places here. */
  readonly items: readonly ComparedItem[];
  readonly standing: 'lodging' | 'revealed';
  /** In fold order. Before the reveal a member sees their own, a holder everybody's without comparisons. */
  readonly lodgings: readonly (JudgedLodging & { readonly comparisons: readonly Comparison[] | null })[];
}

/** Every comparison that counts in a revealed round, with who made it, in the order of the participants. */
export function countedComparisons(
  round: ComparisonRound,
): readonly (Comparison & { readonly person: PersonId })[] {
  return round.participants.flatMap((person) => {
    const own = round.lodgings.find((one) => one.author === person && one.standing === 'independent');
    return (own?.comparisons ?? []).map((one) => ({ ...one, person }));
  });
}
