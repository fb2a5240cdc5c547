import { patternFeatures, type PatternFeatures } from './pattern-features.ts';
import { ratingPatterns, timesOf } from './dense-patterns.ts';
import type { Ratings } from '../../../../src/shared/agreement/ratings.ts';

/** What the coefficients are computed from: sums over units, so that a bootstrap draw need not look at units again. */
export interface AgreementSums {
  readonly values: readonly number[];
  /** Units that anybody graded. */
  readonly units: number;
  /** Units graded by two or more. */
  readonly paired: number;
  /** Each value's share of a unit's grades, averaged over units (Gwet's pi_k). */
  readonly shares: readonly number[];
  /** Share of pairs of grades within units that were these two values, averaged over paired units. */
  readonly pairShares: readonly (readonly number[])[];
  /** Krippendorff's coincidences o_ck: pairs of grades within units, each unit's divided by one less than its grades. */
  readonly coincidences: readonly (readonly number[])[];
  /** How many values were used at all. */
  readonly used: number;
}

/** Adds up the features of patterns, each as often as `times` says, into one row of features. */
export function addedUp({ width, rows }: PatternFeatures, times: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(width);
  for (let pattern = 0; pattern < times.length; pattern += 1) {
    const often = times[pattern] ?? 0;
    if (often === 0) continue;
    const begin = pattern * width;
    for (let at = 0; at < width; at += 1) sums[at] = (sums[at] ?? 0) + often * (rows[begin + at] ?? 0);
  }
  return sums;
}

/** Reads a row of added features as sums. */
export function sumsFrom(values: readonly number[], added: Float64Array): AgreementSums {
  const q = values.length;
  const [units = 0, paired = 0] = added;
  const square = (begin: number, by: number): readonly (readonly number[])[] =>
    values.map((_value, a) =>
      Array.from(added.subarray(begin + a * q, begin + (a + 1) * q), (sum) => sum / by),
    );
  const shares = Array.from(added.subarray(2, 2 + q), (sum) => sum / units);
  return {
    values,
    units,
    paired,
    shares,
    pairShares: square(2 + q, paired === 0 ? 1 : paired),
    coincidences: square(2 + q + q * q, 1),
    used: shares.filter((share) => share > 1e-12).length,
  };
}

/** The sums of `ratings`; see `ratingPatterns` for `scale`. */
export function agreementSums(ratings: Ratings, scale?: readonly number[]): AgreementSums {
  const patterns = ratingPatterns(ratings, scale);
  return sumsFrom(patterns.values, addedUp(patternFeatures(patterns), timesOf(patterns)));
}
