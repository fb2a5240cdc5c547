import type { Ratings } from '../../../src/shared/agreement/ratings.ts';

/** Rows of raters into rows of units, or back. */
export function turned(rows: Ratings): (number | null)[][] {
  const length = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length }, (_column, at) => rows.map((row) => row[at] ?? null));
}

/** A table of how often each value was given to each unit, as grades of as many raters. */
export function countsAsRatings(counts: readonly (readonly number[])[]): number[][] {
  return counts.map((row) => row.flatMap((often, at) => Array.from({ length: often }, () => at + 1)));
}

/** Two raters' table, as pairs of grades. */
export function tableAsRatings(table: readonly (readonly number[])[]): number[][] {
  return table.flatMap((row, a) =>
    row.flatMap((often, b) => Array.from({ length: often }, () => [a + 1, b + 1])),
  );
}
