/** How far two raters' values are from each other: how many units both graded, and sums of disagreement, found and by chance. */
export interface PairSums {
  readonly all: number;
  readonly observed: Distances;
  /** Each value's units of the first rater times each value's of the second, times how far they are: by chance it is this through `all`. */
  readonly expected: Distances;
}

/** Disagreement with weight 1 for any, by how far apart, and by the square of it. */
export interface Distances {
  readonly plain: number;
  readonly linear: number;
  readonly quadratic: number;
}

/** Krippendorff's squared metrics. */
export interface Metrics {
  readonly nominal: number;
  readonly ordinal: number;
  readonly interval: number;
  readonly ratio: number;
}

/** What all coefficients are computed from: a handful of sums, whatever values the scale has. */
export interface AgreementSums {
  /** Units that anybody graded. */
  readonly units: number;
  /** Units graded by two or more. */
  readonly paired: number;
  /** How many values were given at all, and in units with two or more grades. */
  readonly used: number;
  readonly usedPaired: number;
  /** Sum over values of the square of a value's shares of units' grades, added up (Gwet's pi_k times `units`). */
  readonly squares: number;
  /** Over paired units, how far two of a unit's grades are from each other on average. */
  readonly apart: Distances;
  /** Grades in paired units, Krippendorff's n. */
  readonly given: number;
  /** Krippendorff's sum of o_ck d_ck: over pairs within units, each unit's by one less than its grades. */
  readonly within: Metrics;
  /** His sum of n_c n_k d_ck: over pairs of all grades. */
  readonly between: Metrics;
  /** Two raters' own; null where there are not two. */
  readonly pair: PairSums | null;
}
