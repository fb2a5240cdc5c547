import type { ConfusionTable } from './cohen-kappa.ts';
import { valuesOf, type Ratings } from './ratings.ts';

/** How often rater `first` gave one value (rows) where rater `second` gave another (columns), in ascending order. */
export function confusionTable(
  ratings: Ratings,
  first: number,
  second: number,
  values: readonly number[] = valuesOf(ratings),
): ConfusionTable {
  const table = values.map(() => values.map(() => 0));
  const place = new Map(values.map((value, at) => [value, at]));
  for (const row of ratings) {
    const [a, b] = [row[first] ?? null, row[second] ?? null];
    if (a === null || b === null) continue;
    const cells = table[place.get(a) ?? -1];
    const at = place.get(b) ?? -1;
    if (cells !== undefined && at >= 0) cells[at] = (cells[at] ?? 0) + 1;
  }
  return table;
}

/** Pairs of grades within units, all raters alike: symmetric, each pair counted once in both places, agreement on the diagonal. */
export function disagreementMatrix(
  ratings: Ratings,
  values: readonly number[] = valuesOf(ratings),
): readonly (readonly number[])[] {
  const table = values.map(() => values.map(() => 0));
  const place = new Map(values.map((value, at) => [value, at]));
  const add = (a: number, b: number): void => {
    const cells = table[a];
    if (cells !== undefined && b >= 0) cells[b] = (cells[b] ?? 0) + 1;
  };
  for (const row of ratings) {
    const given = row.filter((value) => value !== null).map((value) => place.get(value) ?? -1);
    given.forEach((a, at) => {
      for (const b of given.slice(at + 1)) {
        add(a, b);
        if (a !== b) add(b, a);
      }
    });
  }
  return table;
}
