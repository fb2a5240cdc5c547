import { describe, expect, it } from 'vitest';
import { agreementWithout } from '../../../src/shared/agreement/measure-agreement.ts';
import { pairShares } from '../../../src/shared/agreement/pair-shares.ts';
import type { Ratings } from '../../../src/shared/agreement/ratings.ts';

describe('the two shares of pairs with the same grade', () => {
  it.each<readonly [what: string, ratings: Ratings, pooled: number | null, mean: number | null]>([
    ['no unit', [], null, null],
    ['a unit with one grade', [[1, null]], null, null],
    [
      'units of two raters: both the same',
      [
        [1, 1],
        [1, 2],
        [3, 3],
      ],
      2 / 3,
      2 / 3,
    ],
    // Four agree in one unit (6 of 6 pairs), two differ in the other (0 of 1).
    [
      'a unit of many weighs more in the pooled share',
      [
        [2, 2, 2, 2],
        [1, 2, null, null],
      ],
      6 / 7,
      1 / 2,
    ],
    [
      'a unit that one rater graded counts in neither',
      [
        [0, 0, 1],
        [3, null, null],
      ],
      1 / 3,
      1 / 3,
    ],
  ])('%s', (_what, ratings, pooled, mean) => {
    const shares = pairShares(ratings);
    expect([shares.pooled, shares.meanOverUnits]).toEqual([pooled, mean]);
    const { percent } = agreementWithout(ratings).coefficients;
    if (percent.computable) expect(shares.meanOverUnits).toBeCloseTo(percent.value, 12);
    else expect(mean).toBeNull();
  });
});
