import { coefficientNames, coefficientsOf } from './coefficients.ts';
import { DrawSums } from './draw-sums.ts';
import { leftOutSums } from './left-out-sums.ts';
import { timesOf, type RatingPatterns } from './rating-patterns.ts';

/**
 * The acceleration of each coefficient, in the order of `coefficientNames`, from its values with one unit left out at a
 * time: sum of (mean - value)^3 / (6 (sum of (mean - value)^2)^1.5). Efron 1987, "Better bootstrap confidence intervals";
 * Efron and Tibshirani 1993, "An introduction to the bootstrap", eq. 14.15. Units of one pattern leave the same.
 */
export function accelerations(patterns: RatingPatterns): readonly number[] {
  const draws = new DrawSums(patterns);
  const times = timesOf(patterns);
  const left = coefficientNames.map((): { value: number; often: number }[] => []);
  leftOutSums(draws, patterns.values, times).forEach((sums, pattern) => {
    const coefficients = coefficientsOf(sums, draws.scale);
    coefficientNames.forEach((name, at) => {
      const coefficient = coefficients[name];
      if (coefficient.computable) left[at]?.push({ value: coefficient.value, often: times[pattern] ?? 0 });
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
