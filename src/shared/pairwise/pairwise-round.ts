import type { ComparedItem } from './comparison-opened.ts';
import type { PersonId } from '../records/record.ts';
import type { JudgedLodging, LodgingRound } from '../lodging/lodging-state.ts';
import type { ComparedPair } from './lodged-pairs.ts';

/** One round of comparative judgment: members compare pairs alone, and a scale is made of all after the reveal. */
export interface PairwiseRound extends LodgingRound {
  /** In which regard one is better than another. */
  readonly question: string;
  /** Pairs name them by their places here. */
  readonly items: readonly ComparedItem[];
  /** Whether whose judgments these are is kept from members until the reveal. */
  readonly namesWithheld: boolean;
  /** How many pairs are asked of each member; a member may go on. */
  readonly pairsAsked: number;
  readonly lodgings: readonly (JudgedLodging & { readonly pairs: readonly ComparedPair[] | null })[];
}

/** Every pair that counts in a revealed round, with who compared it, in the order of the participants. */
export function countedPairs(
  round: PairwiseRound,
): readonly (ComparedPair & { readonly person: PersonId })[] {
  return round.participants.flatMap((person) => {
    const own = round.lodgings.find(
      ({ author, standing }) => author === person && standing === 'independent',
    );
    return (own?.pairs ?? []).map((pair) => ({ ...pair, person }));
  });
}
