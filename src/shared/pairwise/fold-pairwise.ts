import type { comparisonOpened } from './comparison-opened.ts';
import type { BodyOf } from '../records/define-event.ts';
import { foldLodging } from '../lodging/fold-lodging.ts';
import type { LodgingFacts, LodgingRecords, Read } from '../lodging/lodging-records.ts';
import type { PairwiseRound } from './pairwise-round.ts';
import { pairLodging } from './lodged-pairs.ts';
import { pairsAsked } from './next-pair.ts';

/** The counted records that pairwise rounds turn on, in fold order. */
export interface PairwiseRecords extends LodgingRecords {
  readonly opened: readonly Read<BodyOf<typeof comparisonOpened>>[];
}

/** The pairwise rounds of a draft in fold order. A pair with something that the round does not list is left out. */
export function foldPairwise(records: PairwiseRecords, facts: LodgingFacts): readonly PairwiseRound[] {
  return records.opened.map((opened, at) => {
    const { question, items, namesWithheld = false } = opened.body;
    const asked = opened.body.pairsAsked ?? pairsAsked(items.length);
    const { round, lodgings } = foldLodging(pairLodging, opened, at + 1, records, facts);
    return {
      ...round,
      question,
      items,
      namesWithheld,
      pairsAsked: asked,
      lodgings: lodgings.map(({ answers, ...lodging }) => ({
        ...lodging,
        pairs: answers?.filter(({ better, worse }) => better < items.length && worse < items.length) ?? null,
      })),
    };
  });
}
