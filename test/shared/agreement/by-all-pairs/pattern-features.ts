import type { RatingPatterns } from './dense-patterns.ts';

/**
 * What one unit of each pattern adds to the sums that all coefficients are made of, as rows of equal width in one flat
 * array of `width` numbers a pattern. With q values: graded (1), graded by two or more (1), share of each value (q),
 * pairs by two values as shares of all the unit's pairs (q * q), and as Krippendorff's coincidences (q * q).
 */
export interface PatternFeatures {
  readonly width: number;
  readonly rows: Float64Array;
}

/** The features of each pattern. */
export function patternFeatures({ values, counts }: RatingPatterns): PatternFeatures {
  const q = values.length;
  const width = 2 + q + 2 * q * q;
  const rows = new Float64Array(width * counts.length);
  counts.forEach((count, pattern) => {
    const begin = pattern * width;
    const m = count.reduce((sum, one) => sum + one, 0);
    rows[begin] = 1;
    rows[begin + 1] = m >= 2 ? 1 : 0;
    count.forEach((of, a) => {
      rows[begin + 2 + a] = of / m;
      if (m < 2) return;
      count.forEach((other, b) => {
        const pairs = of * (a === b ? other - 1 : other);
        rows[begin + 2 + q + a * q + b] = pairs / (m * (m - 1));
        rows[begin + 2 + q + q * q + a * q + b] = pairs / (m - 1);
      });
    });
  });
  return { width, rows };
}
