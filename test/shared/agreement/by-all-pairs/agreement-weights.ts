/** How much two values count as agreement: 1 on the diagonal, in the order of the values. */
export type Weights = readonly (readonly number[])[];

function weightsBy(values: readonly number[], weight: (a: number, b: number) => number): Weights {
  return values.map((_row, a) => values.map((_column, b) => (a === b ? 1 : weight(a, b))));
}

function spread(values: readonly number[]): number {
  return (values.at(-1) ?? 0) - (values[0] ?? 0);
}

/** Only the same value agrees. */
export function identityWeights(values: readonly number[]): Weights {
  return weightsBy(values, () => 0);
}

/** 1 - |a - b| / (greatest - least). Cicchetti and Allison 1971, "A new procedure for assessing reliability". */
export function linearWeights(values: readonly number[]): Weights {
  return weightsBy(values, (a, b) => 1 - Math.abs((values[a] ?? 0) - (values[b] ?? 0)) / spread(values));
}

/** 1 - (a - b)^2 / (greatest - least)^2. Fleiss and Cohen 1973, "The equivalence of weighted kappa and the ICC". */
export function quadraticWeights(values: readonly number[]): Weights {
  return weightsBy(values, (a, b) => 1 - (((values[a] ?? 0) - (values[b] ?? 0)) / spread(values)) ** 2);
}

/**
 * Gwet's ordinal weights, 1 - C(|k - l| + 1, 2) / C(q, 2), by rank. Gwet 2014, "Handbook of Inter-Rater Reliability",
 * 4th ed., chapter 3. With Krippendorff's alpha they give another value than Krippendorff's own ordinal metric.
 */
export function gwetOrdinalWeights(values: readonly number[]): Weights {
  const pairs = (size: number): number => (size * (size - 1)) / 2;
  return weightsBy(values, (a, b) => 1 - pairs(Math.abs(a - b) + 1) / pairs(values.length));
}

/** Sum over all pairs of values of weight times amount. */
export function weighed(weights: Weights, amount: (a: number, b: number) => number): number {
  let sum = 0;
  weights.forEach((row, a) => {
    row.forEach((weight, b) => (sum += weight * amount(a, b)));
  });
  return sum;
}
