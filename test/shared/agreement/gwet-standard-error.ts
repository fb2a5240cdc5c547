import { addedUp, sumsFrom } from './by-all-pairs/agreement-sums.ts';
import { identityWeights, weighed, type Weights } from './by-all-pairs/agreement-weights.ts';
import { gwetChance, gwetCoefficient } from './by-all-pairs/gwet-coefficient.ts';
import { measured, type Measured } from '../../../src/shared/agreement/measured.ts';
import { patternFeatures } from './by-all-pairs/pattern-features.ts';
import { ratingPatterns, timesOf } from './by-all-pairs/dense-patterns.ts';
import type { Ratings } from '../../../src/shared/agreement/ratings.ts';

/**
 * The standard error of AC1 or AC2 over a sample of units by linearisation: var = 1 / (n (n - 1)) * sum of (g_i - g)^2,
 * where g_i = (n / n') (p_ai - p_e) / (1 - p_e) - 2 (1 - g) (p_ei - p_e) / (1 - p_e). Gwet 2008, "Computing inter-rater
 * reliability and its variance in the presence of high agreement"; missing grades as in Gwet 2014, chapter 5. Not computable where the coefficient is not.
 */
export function gwetStandardError(ratings: Ratings, weightsOf = identityWeights): Measured {
  const patterns = ratingPatterns(ratings);
  const times = timesOf(patterns);
  const sums = sumsFrom(patterns.values, addedUp(patternFeatures(patterns), times));
  const weights: Weights = weightsOf(sums.values);
  const coefficient = gwetCoefficient(sums, weights);
  if (!coefficient.computable) return coefficient;
  const chance = gwetChance(sums, weights);
  const q = sums.values.length;
  const scale = weighed(weights, () => 1) / (q * (q - 1));
  let squares = 0;
  patterns.counts.forEach((count, at) => {
    const m = count.reduce((sum, one) => sum + one, 0);
    const pairs = weighed(weights, (a, b) => (count[a] ?? 0) * ((count[b] ?? 0) - (a === b ? 1 : 0)));
    const own = m < 2 ? 0 : ((sums.units / sums.paired) * (pairs / (m * (m - 1)) - chance)) / (1 - chance);
    const ownChance = scale * count.reduce((sum, one, k) => sum + (one / m) * (1 - (sums.shares[k] ?? 0)), 0);
    const linear = own - (2 * (1 - coefficient.value) * (ownChance - chance)) / (1 - chance);
    squares += (times[at] ?? 0) * (linear - coefficient.value) ** 2;
  });
  return measured(Math.sqrt(squares / (sums.units * (sums.units - 1))));
}
