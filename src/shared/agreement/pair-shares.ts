import { pairsApart } from './pairs-apart.ts';
import type { Ratings } from './ratings.ts';

/**
 * The two shares of pairs with the same grade. `pooled` counts every pair alike, so that a unit with many raters weighs
 * more; `meanOverUnits` gives each unit its own share and the same weight, which is the observed agreement of Fleiss
 * (1971, equation 3) and Gwet (2014, equation 2.5). Both null where no unit has two grades.
 */
export interface PairShares {
  readonly units: number;
  readonly pairs: number;
  readonly same: number;
  readonly pooled: number | null;
  readonly meanOverUnits: number | null;
}

/** Both shares of rows of ranks; a row with fewer than two grades is no unit. */
export function pairShares(ranks: Ratings): PairShares {
  const counted = ranks.map((row) => pairsApart([row])).filter(({ pairs }) => pairs > 0);
  const sumOf = (of: (unit: (typeof counted)[number]) => number): number =>
    counted.reduce((sum, unit) => sum + of(unit), 0);
  const [units, pairs, same] = [counted.length, sumOf((unit) => unit.pairs), sumOf((unit) => unit.exact)];
  return {
    units,
    pairs,
    same,
    pooled: units === 0 ? null : same / pairs,
    meanOverUnits: units === 0 ? null : sumOf((unit) => unit.exact / unit.pairs) / units,
  };
}
