import { raterCount, valuesOf, type Ratings } from '../../../../src/shared/agreement/ratings.ts';

/** Units that were given the same grades are one pattern: what coefficients look at is how often each occurs. */
export interface RatingPatterns {
  /** The values of the scale in ascending order. */
  readonly values: readonly number[];
  readonly raters: number;
  /** How many raters gave each value, one row a pattern. */
  readonly counts: readonly (readonly number[])[];
  /** With two raters: which value each gave, as positions in `values`; null for a unit that one of them did not grade. */
  readonly cells: readonly (readonly [number, number] | null)[];
  /** The pattern of each unit that anybody graded. */
  readonly ofUnit: readonly number[];
}

/**
 * The patterns of `ratings`; units that nobody graded are left out. `scale` names the values of the whole scale where
 * more than those used count as categories. With more than two raters, who gave which grade is not kept.
 */
export function ratingPatterns(ratings: Ratings, scale: readonly number[] = []): RatingPatterns {
  const values = valuesOf(ratings, scale);
  const place = new Map(values.map((value, at) => [value, at]));
  const raters = raterCount(ratings);
  const known = new Map<string, number>();
  const counts: number[][] = [];
  const cells: (readonly [number, number] | null)[] = [];
  const ofUnit: number[] = [];
  for (const row of ratings) {
    const places = row.map((value) => (value === null ? -1 : (place.get(value) ?? -1)));
    const count = values.map(() => 0);
    for (const at of places) if (at >= 0) count[at] = (count[at] ?? 0) + 1;
    if (count.every((share) => share === 0)) continue;
    const key = raters === 2 ? places.join() : count.join();
    let pattern = known.get(key);
    if (pattern === undefined) {
      pattern = counts.length;
      known.set(key, pattern);
      counts.push(count);
      const [a = -1, b = -1] = places;
      cells.push(raters === 2 && a >= 0 && b >= 0 ? [a, b] : null);
    }
    ofUnit.push(pattern);
  }
  return { values, raters, counts, cells, ofUnit };
}

/** How many units show each pattern. */
export function timesOf({ counts, ofUnit }: RatingPatterns): number[] {
  const times = counts.map(() => 0);
  for (const pattern of ofUnit) times[pattern] = (times[pattern] ?? 0) + 1;
  return times;
}
