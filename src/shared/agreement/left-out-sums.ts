import type { AgreementSums, Distances, PairSums } from './agreement-sums.ts';
import { ordinalWithin, type DrawnSums, type DrawSums } from './draw-sums.ts';
import { ordinalShifts } from './ordinal-shifts.ts';
import type { PatternRow } from './pattern-rows.ts';
import { meanOf } from './scale-sums.ts';

/** A sum that loses more than this of itself is added up anew: what is left would be the error of what was taken. */
const nearlyAll = 0.9999;

/**
 * The sums without one unit of each pattern in turn, each in the time that this unit's grades take: a sum over pairs of all
 * grades loses the pairs with the unit's, which are counted once too often among themselves.
 */
export function leftOutSums(
  draws: DrawSums,
  values: readonly number[],
  times: ArrayLike<number>,
): readonly AgreementSums[] {
  const drawn = draws.of(times);
  const shifts = ordinalShifts(draws.rows, drawn.ranks, times);
  const raters = [distancesFrom(values, drawn.rows), distancesFrom(values, drawn.columns)] as const;
  const left = Uint32Array.from(times);
  return draws.rows.map((row, pattern): AgreementSums => {
    const sums = sumsWithout(row, drawn, shifts[pattern] ?? 0, values, raters);
    if (!isLittle(sums, drawn.sums)) return sums;
    left[pattern] = (left[pattern] ?? 0) - 1;
    const anew = draws.of(left).sums;
    left[pattern] = (left[pattern] ?? 0) + 1;
    return anew;
  });
}

function sumsWithout(
  row: PatternRow,
  drawn: DrawnSums,
  shift: number,
  values: readonly number[],
  raters: readonly [DistancesFrom, DistancesFrom],
): AgreementSums {
  const { sums } = drawn;
  const pair = pairLeft(row, sums.pair, values, raters);
  const rest = { ...sums, ...valuesLeft(row, drawn), units: sums.units - 1, pair };
  if (!row.isPaired) return rest;
  const given = sums.given - row.given;
  const own = ranksWithin(row);
  const moved = ordinalWithin(row, (place) => (drawn.ranks[place] ?? 0) - own(place));
  return {
    ...rest,
    paired: sums.paired - 1,
    given,
    apart: {
      plain: sums.apart.plain - row.plain,
      linear: sums.apart.linear - row.linear,
      quadratic: sums.apart.quadratic - row.quadratic,
    },
    within: {
      nominal: sums.within.nominal - row.nominal,
      ordinal: sums.within.ordinal + shift - moved,
      interval: sums.within.interval - row.interval,
      ratio: sums.within.ratio - row.ratio,
    },
    between: betweenLeft(row, drawn, values),
  };
}

/** Whether little is left of a sum over all pairs. */
function isLittle(left: AgreementSums, all: AgreementSums): boolean {
  const isLost = (rest: number, before: number): boolean => rest < (1 - nearlyAll) * before;
  const { between, pair } = left;
  return (
    isLost(between.interval, all.between.interval) ||
    isLost(between.ratio, all.between.ratio) ||
    (pair !== null &&
      all.pair !== null &&
      (isLost(pair.expected.linear, all.pair.expected.linear) ||
        isLost(pair.expected.quadratic, all.pair.expected.quadratic)))
  );
}

/** Where a unit's own grades lie by their middle ranks among themselves. */
function ranksWithin({ places, counts }: PatternRow): (place: number) => number {
  const ranks = new Map<number, number>();
  let below = 0;
  places.forEach((place, at) => {
    const count = counts[at] ?? 0;
    ranks.set(place, below + count / 2);
    below += count;
  });
  return (place) => ranks.get(place) ?? 0;
}

function valuesLeft(
  { places, counts, given, isPaired }: PatternRow,
  { sums, shares, grades, totals }: DrawnSums,
): Pick<AgreementSums, 'used' | 'usedPaired' | 'squares'> {
  let { used, usedPaired, squares } = sums;
  places.forEach((place, at) => {
    const [count, share] = [counts[at] ?? 0, shares[place] ?? 0];
    if (grades[place] === count) used -= 1;
    if (isPaired && totals[place] === count) usedPaired -= 1;
    squares += (share - count / given) ** 2 - share ** 2;
  });
  return { used, usedPaired, squares };
}

function betweenLeft(
  row: PatternRow,
  { sums, totals, moments, ratios }: DrawnSums,
  values: readonly number[],
): AgreementSums['between'] {
  const given = sums.given - row.given;
  let { squares, cubes, first, second } = moments;
  let ratio = sums.between.ratio;
  row.places.forEach((place, at) => {
    const [count, total] = [row.counts[at] ?? 0, totals[place] ?? 0];
    const far = (values[place] ?? 0) - moments.mean;
    squares += (total - count) ** 2 - total ** 2;
    cubes += (total - count) ** 3 - total ** 3;
    first -= count * far;
    second -= count * far ** 2;
    ratio -= 2 * count * (ratios?.[place] ?? 0);
  });
  return {
    nominal: given ** 2 - squares,
    ordinal: (given * (given ** 3 - cubes)) / 6,
    interval: 2 * (given * second - first ** 2),
    ratio: ratio + row.ratio * (row.given - 1),
  };
}

/** Two raters' sums without one unit: what its two grades have with all others' comes out. */
function pairLeft(
  { cell }: PatternRow,
  pair: PairSums | null,
  values: readonly number[],
  [fromRows, fromColumns]: readonly [DistancesFrom, DistancesFrom],
): PairSums | null {
  if (pair === null || cell === null) return pair;
  const [a, b] = cell;
  const far = Math.abs((values[a] ?? 0) - (values[b] ?? 0));
  const own: Distances = { plain: a === b ? 0 : 1, linear: far, quadratic: far ** 2 };
  const without = (sums: Distances, taken: (by: keyof Distances) => number): Distances => ({
    plain: sums.plain - taken('plain'),
    linear: sums.linear - taken('linear'),
    quadratic: sums.quadratic - taken('quadratic'),
  });
  return {
    all: pair.all - 1,
    observed: without(pair.observed, (by) => own[by]),
    expected: without(pair.expected, (by) => (fromColumns[by][a] ?? 0) + (fromRows[by][b] ?? 0) - own[by]),
  };
}

type DistancesFrom = Readonly<Record<keyof Distances, Float64Array>>;

/** By value, the sum over all values of their amounts times how far they are from it. */
function distancesFrom(values: readonly number[], amounts: Float64Array): DistancesFrom {
  const mean = meanOf(values, amounts);
  let [all, first, second] = [0, 0, 0];
  values.forEach((value, at) => {
    const amount = amounts[at] ?? 0;
    all += amount;
    first += amount * (value - mean);
    second += amount * (value - mean) ** 2;
  });
  const plain = amounts.map((amount) => all - amount);
  const quadratic = Float64Array.from(values, (value) => {
    const place = value - mean;
    return all * place ** 2 - 2 * place * first + second;
  });
  let [below, firstBelow] = [0, 0];
  const linear = Float64Array.from(values, (value, at) => {
    const place = value - mean;
    const sum = place * (2 * below - all) + first - 2 * firstBelow;
    below += amounts[at] ?? 0;
    firstBelow += (amounts[at] ?? 0) * place;
    return sum;
  });
  return { plain, linear, quadratic };
}
