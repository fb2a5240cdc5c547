/** What raters gave: one row a unit, one column a rater, numbers on one scale, null where a rater gave none. */
export type Ratings = readonly (readonly (number | null)[])[];

/** The values that occur, or those of a whole scale, in ascending order. */
export function valuesOf(ratings: Ratings, scale: readonly number[] = []): readonly number[] {
  const found = new Set(scale);
  for (const row of ratings) for (const value of row) if (value !== null) found.add(value);
  return [...found].sort((a, b) => a - b);
}

/** How many columns there are: the longest row's. */
export function raterCount(ratings: Ratings): number {
  return ratings.reduce((most, row) => Math.max(most, row.length), 0);
}
