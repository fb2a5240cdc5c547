import type { Distances } from './disagreement-metrics.ts';

/** What a disagreement weighs: 0 on the diagonal. Plain: any weighs 1. */
export const cohenWeights = {
  plain: (values: readonly number[]): Distances => by(values, () => 1),
  /** By how far apart. */
  linear: (values: readonly number[]): Distances => by(values, (a, b) => Math.abs(a - b)),
  /** By the square of how far apart. */
  quadratic: (values: readonly number[]): Distances => by(values, (a, b) => (a - b) ** 2),
} as const;

function by(values: readonly number[], weight: (a: number, b: number) => number): Distances {
  return values.map((a) => values.map((b) => (a === b ? 0 : weight(a, b))));
}
