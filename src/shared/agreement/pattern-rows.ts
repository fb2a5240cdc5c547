import type { RatingPatterns } from './rating-patterns.ts';
import { ratioMetric } from './ratio-sums.ts';
import { distancesBetween, squaresWithin } from './scale-sums.ts';

/** What one unit of a pattern adds to the sums, where that is the same in every draw. */
export interface PatternRow {
  /** The values given, as positions on the scale, ascending, and how many gave each. */
  readonly places: Uint32Array;
  readonly counts: Uint32Array;
  readonly given: number;
  readonly isPaired: boolean;
  /** Mean distance of two of its grades: any, linear, quadratic. */
  readonly plain: number;
  readonly linear: number;
  readonly quadratic: number;
  /** Sum over its pairs by one less than its grades: nominal, interval, ratio. */
  readonly nominal: number;
  readonly interval: number;
  readonly ratio: number;
  /** With two raters: the position that each gave, where both did. */
  readonly cell: readonly [number, number] | null;
}

/** The rows of all patterns. */
export function patternRows({
  values,
  starts,
  places,
  counts,
  cells,
}: RatingPatterns): readonly PatternRow[] {
  return cells.map((cell, pattern) => {
    const [from, to] = [starts[pattern] ?? 0, starts[pattern + 1] ?? 0];
    const own = { places: places.subarray(from, to), counts: counts.subarray(from, to) };
    const grades = Array.from(own.places, (place) => values[place] ?? 0);
    const given = own.counts.reduce((sum, count) => sum + count, 0);
    const { plain, linear } = distancesBetween(grades, own.counts, own.counts);
    const quadratic = squaresWithin(grades, own.counts);
    const isPaired = given >= 2;
    const [pairs, others] = isPaired ? [given * (given - 1), given - 1] : [Infinity, Infinity];
    let ratio = 0;
    grades.forEach((grade, at) => {
      const count = own.counts[at] ?? 0;
      for (let other = 0; other < at; other += 1)
        ratio += 2 * count * (own.counts[other] ?? 0) * ratioMetric(grade, grades[other] ?? 0);
    });
    return {
      ...own,
      given,
      isPaired,
      plain: plain / pairs,
      linear: linear / pairs,
      quadratic: quadratic / pairs,
      nominal: plain / others,
      interval: quadratic / others,
      ratio: ratio / others,
      cell,
    };
  });
}
