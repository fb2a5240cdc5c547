import { raterCount, type Ratings } from './ratings.ts';
import { SeededGenerator, seeded } from './seeded-generator.ts';

/** How a rater's grades lie to the mean of the others', in steps of the scale: above nought is more severe. */
export interface Severity {
  readonly rater: number;
  /** Units that this rater and at least one other graded. */
  readonly units: number;
  /** Mean difference; null where there is no such unit. */
  readonly steps: number | null;
  /** 95 % by the bootstrap over units; null under five units. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/**
 * Each rater's mean difference from the mean of the others' grades of the same units, with a percentile interval over
 * units (Efron and Tibshirani 1993, chapter 13). `ranks` count from the best grade, so that more is more severe.
 */
export function raterSeverity(ranks: Ratings, seed: number, draws = 1000): readonly Severity[] {
  const raters = raterCount(ranks);
  const generator = new SeededGenerator(seeded(seed));
  return Array.from({ length: raters }, (_rater, rater) => {
    const apart = ranks.flatMap((row) => {
      const own = row[rater] ?? null;
      const others = row.filter((rank, at) => rank !== null && at !== rater).map((rank) => rank ?? 0);
      return own === null || others.length === 0 ? [] : [own - mean(others)];
    });
    if (apart.length === 0) return { rater, units: 0, steps: null, interval: null };
    if (apart.length < 5) return { rater, units: apart.length, steps: mean(apart), interval: null };
    const means = Array.from({ length: draws }, () =>
      mean(apart.map(() => apart[generator.below(apart.length)] ?? 0)),
    ).sort((a, b) => a - b);
    const at = (share: number): number => means[Math.round(share * (draws - 1))] ?? 0;
    return { rater, units: apart.length, steps: mean(apart), interval: { low: at(0.025), high: at(0.975) } };
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
