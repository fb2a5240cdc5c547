import { Matrix, solve } from 'ml-matrix';

/** What one more judgment adds to a cumulative sum before the reference value is taken off, and how probable that is. */
export interface Step {
  readonly by: number;
  readonly probability: number;
}

/** A cumulative sum that signals at `limit` or above: C = max(0, C + step - reference). */
export interface Chart {
  readonly reference: number;
  readonly limit: number;
}

/**
 * How many judgments a one-sided cumulative sum takes on average to signal, from nought, where each adds one of a few values:
 * the Markov chain of Brook and Evans 1972 (Biometrika 59, 539-549), exact where all steps are multiples of `lattice`, the
 * unit of the states. Null where it never signals, or where steps or limit are no multiples of the unit.
 */
export function averageRunLength(
  steps: readonly Step[],
  { reference, limit }: Chart,
  lattice: number,
): number | null {
  const units = steps.map(({ by, probability }) => ({ by: (by - reference) / lattice, probability }));
  const states = limit / lattice;
  const isOff = (value: number): boolean => Math.abs(value - Math.round(value)) > 1e-6;
  if (isOff(states) || units.some(({ by }) => isOff(by))) return null;
  if (!units.some(({ by, probability }) => Math.round(by) > 0 && probability > 0)) return null;
  const size = Math.round(states);
  const rest = Matrix.eye(size, size);
  for (let from = 0; from < size; from += 1)
    for (const { by, probability } of units) {
      const to = Math.max(0, from + Math.round(by));
      if (to < size) rest.set(from, to, rest.get(from, to) - probability);
    }
  return solve(rest, Matrix.ones(size, 1)).get(0, 0);
}

/** The run length of two one-sided sums together: 1 / ARL = 1 / ARL+ + 1 / ARL- (Kemp 1961, JRSS B 23, 149-153). */
export function twoSidedRunLength(above: number | null, below: number | null): number | null {
  const rate = (above === null ? 0 : 1 / above) + (below === null ? 0 : 1 / below);
  return rate === 0 ? null : 1 / rate;
}
