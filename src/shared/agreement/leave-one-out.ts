import { addedUp, sumsFrom } from './agreement-sums.ts';
import { tableOf } from './bootstrap-draws.ts';
import { coefficientNames, coefficientsOn } from './coefficients.ts';
import { patternFeatures } from './pattern-features.ts';
import { timesOf, type RatingPatterns } from './rating-patterns.ts';

/**
 * The acceleration of each coefficient, in the order of `coefficientNames`, from its values with one unit left out at a
 * time: sum of (mean - value)^3 / (6 (sum of (mean - value)^2)^1.5). Efron 1987, "Better bootstrap confidence intervals";
 * Efron and Tibshirani 1993, "An introduction to the bootstrap", eq. 14.15. Units of one pattern leave the same.
 */
export function accelerations(patterns: RatingPatterns): readonly number[] {
  const features = patternFeatures(patterns);
  const give = coefficientsOn(patterns.values);
  const times = timesOf(patterns);
  const all = addedUp(features, times);
  const left = coefficientNames.map((): { value: number; often: number }[] => []);
  times.forEach((often, pattern) => {
    const begin = pattern * features.width;
    const without = all.map((sum, at) => sum - (features.rows[begin + at] ?? 0));
    times[pattern] = often - 1;
    const coefficients = give(sumsFrom(patterns.values, without), tableOf(patterns, times));
    times[pattern] = often;
    coefficientNames.forEach((name, at) => {
      const one = coefficients[name];
      if (one.computable) left[at]?.push({ value: one.value, often });
    });
  });
  return left.map((values) => {
    const units = values.reduce((sum, one) => sum + one.often, 0);
    const mean = values.reduce((sum, one) => sum + one.often * one.value, 0) / units;
    const moment = (power: number): number =>
      values.reduce((sum, one) => sum + one.often * (mean - one.value) ** power, 0);
    const spread = moment(2);
    return spread === 0 || units === 0 ? 0 : moment(3) / (6 * spread ** 1.5);
  });
}
