import type { Distances } from './agreement-sums.ts';

/** What a scale's values are among themselves. */
export interface ScaleSums {
  readonly size: number;
  /** Over all pairs of values, each in both orders, how far they are from each other. */
  readonly apart: Distances;
  /** How far the greatest is from the least. */
  readonly furthest: Distances;
  /** Whether it has nothing below zero. */
  readonly isRatio: boolean;
}

/** The sums of a scale, its values ascending. */
export function scaleSums(values: readonly number[]): ScaleSums {
  const size = values.length;
  const range = (values.at(-1) ?? 0) - (values[0] ?? 0);
  const ones = values.map(() => 1);
  return {
    size,
    apart: distancesBetween(values, ones, ones),
    furthest: { plain: 1, linear: range, quadratic: range ** 2 },
    isRatio: (values[0] ?? 0) >= 0,
  };
}

/**
 * Sums over all pairs of values of the one's amount in `left` times the other's in `right` times how far they are from each
 * other: 1, |a - b|, (a - b)^2. Each pair of values a and b crosses every gap between neighbours that lies between them, and
 * what lies below and above a gap is known by running sums; the square is that of the mean and of what lies about it.
 */
export function distancesBetween(
  values: readonly number[],
  left: ArrayLike<number>,
  right: ArrayLike<number>,
): Distances {
  const mean = meanOf(values, left, right);
  let [leftAll, rightAll, same] = [0, 0, 0];
  let [leftFirst, rightFirst, leftSecond, rightSecond] = [0, 0, 0, 0];
  values.forEach((value, at) => {
    const [ours, theirs, place] = [left[at] ?? 0, right[at] ?? 0, value - mean];
    leftAll += ours;
    rightAll += theirs;
    same += ours * theirs;
    leftFirst += ours * place;
    rightFirst += theirs * place;
    leftSecond += ours * place ** 2;
    rightSecond += theirs * place ** 2;
  });
  let [leftBelow, rightBelow, linear] = [0, 0, 0];
  values.forEach((value, at) => {
    const gap = value - (values[at - 1] ?? value);
    linear += gap * (leftBelow * (rightAll - rightBelow) + rightBelow * (leftAll - leftBelow));
    leftBelow += left[at] ?? 0;
    rightBelow += right[at] ?? 0;
  });
  return {
    plain: leftAll * rightAll - same,
    linear,
    quadratic: rightAll * leftSecond + leftAll * rightSecond - 2 * leftFirst * rightFirst,
  };
}

/** The mean of values by amounts, from the first that counts on: what is near it differs from it exactly. */
export function meanOf(values: readonly number[], ...amounts: readonly ArrayLike<number>[]): number {
  const amountAt = (at: number): number => amounts.reduce((total, by) => total + (by[at] ?? 0), 0);
  const origin = values.find((_value, at) => amountAt(at) !== 0) ?? 0;
  let [all, sum] = [0, 0];
  values.forEach((value, at) => {
    const amount = amountAt(at);
    all += amount;
    sum += amount * (value - origin);
  });
  return all === 0 ? origin : origin + sum / all;
}

/** The sum over all pairs of grades of one unit, each in both orders, of (a - b)^2, from where they lie and how often each was given. */
export function squaresWithin(places: ArrayLike<number>, counts: ArrayLike<number>): number {
  const origin = places[0] ?? 0;
  let [given, first, second] = [0, 0, 0];
  for (let at = 0; at < counts.length; at += 1) {
    const [count, place] = [counts[at] ?? 0, (places[at] ?? 0) - origin];
    given += count;
    first += count * place;
    second += count * place ** 2;
  }
  return 2 * (given * second - first ** 2);
}
