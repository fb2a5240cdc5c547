/** How far apart two values are, 0 on the diagonal, in the order of the values. */
export type Distances = readonly (readonly number[])[];

/** What kind of scale values stand on. */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

function distancesBy(size: number, distance: (a: number, b: number) => number): Distances {
  return Array.from({ length: size }, (_row, a) =>
    Array.from({ length: size }, (_column, b) => (a === b ? 0 : distance(a, b))),
  );
}

/**
 * Krippendorff's metrics, squared: nominal 1; ordinal (sum of n_g from c to k, less half of n_c and n_k)^2; interval
 * (c - k)^2; ratio ((c - k) / (c + k))^2. Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", part D.
 * `totals` is how often each value was given, n_c; only the ordinal metric looks at it.
 */
export function krippendorffMetric(
  level: Level,
  values: readonly number[],
  totals: readonly number[],
): Distances {
  const value = (at: number): number => values[at] ?? 0;
  switch (level) {
    case 'nominal':
      return distancesBy(values.length, () => 1);
    case 'ordinal':
      return distancesBy(values.length, (a, b) => {
        const between = totals.slice(Math.min(a, b), Math.max(a, b) + 1).reduce((sum, one) => sum + one, 0);
        return (between - ((totals[a] ?? 0) + (totals[b] ?? 0)) / 2) ** 2;
      });
    case 'interval':
      return distancesBy(values.length, (a, b) => (value(a) - value(b)) ** 2);
    case 'ratio':
      return distancesBy(values.length, (a, b) => ((value(a) - value(b)) / (value(a) + value(b))) ** 2);
  }
}
