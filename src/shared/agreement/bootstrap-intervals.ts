import { coefficientsWhen, type BootstrapDraws } from './bootstrap-draws.ts';
import { coefficientNames, type CoefficientName } from './coefficients.ts';
import { accelerations } from './leave-one-out.ts';
import { timesOf, type RatingPatterns } from './rating-patterns.ts';

/** The bounds between which a coefficient lies at a stated level, and how many draws they rest on. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly draws: number;
}

/** The value below which a share of the sorted `values` lies, between two of them in proportion. */
function quantile(values: Float64Array, share: number): number {
  const at = share * (values.length - 1);
  const below = values[Math.floor(at)] ?? 0;
  return below + (at - Math.floor(at)) * ((values[Math.ceil(at)] ?? 0) - below);
}

/** Which share of the draws a bound stands at: Efron and Tibshirani 1993, eqs. 14.10 and 14.14; draws alike count half. */
function shareAt(values: Float64Array, estimate: number, acceleration: number, tail: number): number {
  let below = 0;
  for (const value of values) below += value < estimate - 1e-12 ? 1 : value <= estimate + 1e-12 ? 0.5 : 0;
  const kept = Math.min(values.length - 0.5, Math.max(0.5, below)) / values.length;
  const bias = normalQuantile(kept);
  const shifted = bias + normalQuantile(tail);
  return normalShare(bias + shifted / (1 - acceleration * shifted));
}

/**
 * Bias-corrected and accelerated intervals over units (BCa; Efron 1987, "Better bootstrap confidence intervals"; Efron
 * and Tibshirani 1993, chapter 14), which hold their level where a coefficient's draws lean to one side. A coefficient
 * of which fewer than nine draws in ten gave a value has none.
 */
export function bootstrapIntervals(
  patterns: RatingPatterns,
  parts: readonly BootstrapDraws[],
  drawn: number,
  level = 0.95,
): Partial<Readonly<Record<CoefficientName, Interval>>> {
  const estimates = coefficientsWhen(patterns)(timesOf(patterns));
  const leaning = accelerations(patterns);
  const tail = (1 - level) / 2;
  const intervals: Partial<Record<CoefficientName, Interval>> = {};
  coefficientNames.forEach((name, at) => {
    const estimate = estimates[name];
    const values = Float64Array.from(parts.flatMap((part) => part.values[at] ?? [])).sort();
    if (!estimate.computable || values.length === 0 || values.length < 0.9 * drawn) return;
    const bound = (share: number): number =>
      quantile(values, shareAt(values, estimate.value, leaning[at] ?? 0, share));
    intervals[name] = { low: bound(tail), high: bound(1 - tail), draws: values.length };
  });
  return intervals;
}

/** The share of a standard normal below `z`; error under 2e-7. Abramowitz and Stegun 1964, formula 7.1.26. */
function normalShare(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const poly =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = (poly * Math.exp(-x * x)) / 2;
  return z < 0 ? tail : 1 - tail;
}

/** The `z` below which a share (between 0 and 1) of a standard normal lies, from -8 to 8, by halving. */
function normalQuantile(share: number): number {
  let [low, high] = [-8, 8];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
