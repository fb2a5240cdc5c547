/** A judgment as the chart takes it: its areas in steps of the scale, as its reader gave them blind and as they are sealed. */
interface ChartedJudgment {
  readonly seal: string;
  /** ISO time of the seal. */
  readonly sealedAt: string;
  readonly areas: readonly { readonly read: number | null; readonly sealed: number | null }[];
}

/** What one judgment adds to the running sum where the blind grade differs from the sealed one in any area, and where none does. */
interface ChartDesign {
  /** The share of judgments that differ where all is as it should be, and where it is not. */
  readonly usual: number;
  readonly worse: number;
  /** Where the sum has reached this, it tells. */
  readonly limit: number;
}

/** The running sum of differences in the order of the seals. */
export interface DifferenceChart extends ChartDesign {
  /** What a judgment that differs adds, and one that does not: logarithms of likelihood ratios. */
  readonly weights: { readonly differs: number; readonly same: number };
  readonly points: readonly { readonly seal: string; readonly differs: boolean; readonly sum: number }[];
  /** The place of the first judgment at which the limit was reached, from 1; null where it was not. */
  readonly reached: number | null;
  /** How many judgments it takes on average to reach the limit, where the usual share differs and where the worse one does. */
  readonly runLengths: { readonly usual: number; readonly worse: number };
}

/** One in ten differs as a rule; one in four has to be noticed. */
const usualDesign: ChartDesign = { usual: 0.1, worse: 0.25, limit: 2.5 };

/**
 * The cumulative sum of a Bernoulli chart (Reynolds and Stoumbos 1999, Journal of Quality Technology 31, 87-108): each
 * judgment adds the logarithm of its likelihood ratio, and the sum is never below nought.
 */
export function differenceChart(
  judgments: readonly ChartedJudgment[],
  design: ChartDesign = usualDesign,
): DifferenceChart {
  const weights = weightsOf(design);
  let sum = 0;
  const points = judgments
    .filter(({ areas }) => areas.some(({ read, sealed }) => read !== null && sealed !== null))
    .toSorted((a, b) => (a.sealedAt < b.sealedAt ? -1 : a.sealedAt > b.sealedAt ? 1 : 0))
    .map(({ seal, areas }) => {
      const differs = areas.some(({ read, sealed }) => read !== null && sealed !== null && read !== sealed);
      sum = Math.max(0, sum + (differs ? weights.differs : weights.same));
      return { seal, differs, sum };
    });
  const reached = points.findIndex((point) => point.sum >= design.limit);
  return {
    ...design,
    weights,
    points,
    reached: reached < 0 ? null : reached + 1,
    runLengths: {
      usual: runLength(design, design.usual),
      worse: runLength(design, design.worse),
    },
  };
}

function weightsOf({ usual, worse }: ChartDesign): { readonly differs: number; readonly same: number } {
  return { differs: Math.log(worse / usual), same: Math.log((1 - worse) / (1 - usual)) };
}

/** So many places from nought to the limit: the mean moves by less than a thousandth where there are twice as many. */
const places = 1200;

/**
 * How many judgments it takes on average to reach the limit from nought, where a share of them differs: the Markov chain of
 * Brook and Evans 1972 (Biometrika 59, 539-549) over a fine grid of sums, between whose places is interpolated, since the
 * weights have no common unit.
 */
export function runLength(design: ChartDesign, share: number): number {
  const { differs, same } = weightsOf(design);
  const width = design.limit / places;
  let lengths = new Float64Array(places).fill(1);
  const after = (sum: number): number => {
    if (sum >= design.limit) return 0;
    const at = Math.max(0, sum) / width;
    const low = Math.floor(at);
    const next = low + 1 < places ? (lengths[low + 1] ?? 0) : (lengths[low] ?? 0);
    return (lengths[low] ?? 0) + (at - low) * (next - (lengths[low] ?? 0));
  };
  for (let turn = 0; turn < 20_000; turn += 1) {
    const next = lengths.map(
      (_length, at) => 1 + share * after(at * width + differs) + (1 - share) * after(at * width + same),
    );
    const moved = Math.abs((next[0] ?? 0) - (lengths[0] ?? 0));
    lengths = next;
    if (moved < 1e-7 * (next[0] ?? 1)) break;
  }
  return lengths[0] ?? 0;
}
