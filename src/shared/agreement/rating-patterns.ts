import { raterCount, valuesOf, type Ratings } from './ratings.ts';

/** Units that were given the same grades are one pattern: what coefficients look at is how often each occurs. */
export interface RatingPatterns {
  /** The values of the scale in ascending order. */
  readonly values: readonly number[];
  readonly raters: number;
  /** Where the values of each pattern begin in `places` and `counts`, and after the last one where they end. */
  readonly starts: Uint32Array;
  /** The values that a pattern's raters gave, ascending, as positions in `values`, and how many gave each. */
  readonly places: Uint32Array;
  readonly counts: Uint32Array;
  /** With two raters: which value each gave, as positions in `values`; null for a unit that one of them did not grade. */
  readonly cells: readonly (readonly [number, number] | null)[];
  /** The pattern of each unit that anybody graded. */
  readonly ofUnit: Uint32Array;
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
  const starts = [0];
  const given: number[] = [];
  const counts: number[] = [];
  const cells: (readonly [number, number] | null)[] = [];
  const ofUnit: number[] = [];
  for (const row of ratings) {
    const places = row.map((value) => (value === null ? -1 : (place.get(value) ?? -1)));
    const sorted = places.filter((at) => at >= 0).sort((a, b) => a - b);
    if (sorted.length === 0) continue;
    const key = raters === 2 ? places.join() : sorted.join();
    let pattern = known.get(key);
    if (pattern === undefined) {
      pattern = cells.length;
      known.set(key, pattern);
      const begin = given.length;
      for (const at of sorted) {
        if (given.length === begin || given.at(-1) !== at) {
          given.push(at);
          counts.push(0);
        }
        counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
      }
      starts.push(given.length);
      const [a = -1, b = -1] = places;
      cells.push(raters === 2 && a >= 0 && b >= 0 ? [a, b] : null);
    }
    ofUnit.push(pattern);
  }
  return {
    values,
    raters,
    starts: Uint32Array.from(starts),
    places: Uint32Array.from(given),
    counts: Uint32Array.from(counts),
    cells,
    ofUnit: Uint32Array.from(ofUnit),
  };
}

/** How many units show each pattern. */
export function timesOf({ cells, ofUnit }: RatingPatterns): Uint32Array {
  const times = new Uint32Array(cells.length);
  for (const pattern of ofUnit) times[pattern] = (times[pattern] ?? 0) + 1;
  return times;
}
