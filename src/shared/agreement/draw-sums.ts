import type { AgreementSums, PairSums } from './agreement-sums.ts';
import { patternRows, type PatternRow } from './pattern-rows.ts';
import { ratingPatterns, timesOf, type RatingPatterns } from './rating-patterns.ts';
import type { Ratings } from './ratings.ts';
import { RatioSums } from './ratio-sums.ts';
import { distancesBetween, meanOf, scaleSums, type ScaleSums } from './scale-sums.ts';

/** The sums of one draw with the amounts by value that they were made of. */
export interface DrawnSums {
  readonly sums: AgreementSums;
  /** By value: units' shares added up; units and grades; grades in paired units, and where their middle ranks lie. */
  readonly shares: Float64Array;
  readonly grades: Float64Array;
  readonly totals: Float64Array;
  readonly ranks: Float64Array;
  /** Sums over `totals`: squares, cubes, and distances from the mean of just these grades with their squares. */
  readonly moments: {
    readonly mean: number;
    readonly squares: number;
    readonly cubes: number;
    readonly first: number;
    readonly second: number;
  };
  /** By value, the sum of the totals of others times the ratio metric. */
  readonly ratios: Float64Array | null;
  /** By value how often each of two raters gave it. */
  readonly rows: Float64Array;
  readonly columns: Float64Array;
}

/**
 * The sums of draws of units, each in the time that its grades and the scale's values take, whatever pairs of values there
 * are. Over all grades, with n_c of each value: nominal n^2 - sum of n_c^2; interval 2 (n sum of n_c c^2 - (sum of n_c c)^2);
 * ordinal n (n^3 - sum of n_c^3) / 6, since Krippendorff's metric (2011, part D) is the difference of middle ranks, whose
 * variance is Kendall's for ties ("The treatment of ties in ranking problems", 1945).
 */
export class DrawSums {
  readonly scale: ScaleSums;
  readonly rows: readonly PatternRow[];
  readonly #values: readonly number[];
  readonly #hasPair: boolean;
  readonly #ratios: RatioSums | null;

  constructor(patterns: RatingPatterns) {
    this.scale = scaleSums(patterns.values);
    this.rows = patternRows(patterns);
    this.#values = patterns.values;
    this.#hasPair = patterns.raters === 2;
    this.#ratios = this.scale.isRatio ? new RatioSums(patterns.values) : null;
  }

  /** The sums where each pattern occurs `times` often. */
  of(times: ArrayLike<number>): DrawnSums {
    const q = this.#values.length;
    const [shares, grades, totals, ranks] = [
      new Float64Array(q),
      new Float64Array(q),
      new Float64Array(q),
      new Float64Array(q),
    ];
    const [rows, columns] = [
      new Float64Array(this.#hasPair ? q : 0),
      new Float64Array(this.#hasPair ? q : 0),
    ];
    let [units, paired, given, all] = [0, 0, 0, 0];
    let [plain, linear, quadratic, nominal, interval, ratio] = [0, 0, 0, 0, 0, 0];
    const observed = { plain: 0, linear: 0, quadratic: 0 };
    for (let pattern = 0; pattern < this.rows.length; pattern += 1) {
      const [row, often] = [this.rows[pattern], times[pattern] ?? 0];
      if (row === undefined || often === 0) continue;
      units += often;
      for (let at = 0; at < row.places.length; at += 1) {
        const [place, count] = [row.places[at] ?? 0, often * (row.counts[at] ?? 0)];
        shares[place] = (shares[place] ?? 0) + count / row.given;
        grades[place] = (grades[place] ?? 0) + count;
        if (row.isPaired) totals[place] = (totals[place] ?? 0) + count;
      }
      if (!row.isPaired) continue;
      paired += often;
      given += often * row.given;
      plain += often * row.plain;
      linear += often * row.linear;
      quadratic += often * row.quadratic;
      nominal += often * row.nominal;
      interval += often * row.interval;
      ratio += often * row.ratio;
      if (row.cell === null) continue;
      const [a, b] = row.cell;
      all += often;
      rows[a] = (rows[a] ?? 0) + often;
      columns[b] = (columns[b] ?? 0) + often;
      const far = Math.abs((this.#values[a] ?? 0) - (this.#values[b] ?? 0));
      observed.plain += a === b ? 0 : often;
      observed.linear += often * far;
      observed.quadratic += often * far ** 2;
    }
    const mean = meanOf(this.#values, totals);
    let [used, usedPaired, shareSquares, squares, cubes, below] = [0, 0, 0, 0, 0, 0];
    let [first, second] = [0, 0];
    for (let at = 0; at < q; at += 1) {
      const [share, total] = [shares[at] ?? 0, totals[at] ?? 0];
      const far = (this.#values[at] ?? 0) - mean;
      if (share > 0) used += 1;
      if (total > 0) usedPaired += 1;
      shareSquares += share ** 2;
      squares += total ** 2;
      cubes += total ** 3;
      first += total * far;
      second += total * far ** 2;
      ranks[at] = below + total / 2;
      below += total;
    }
    const ratios = this.#ratios?.from(totals) ?? null;
    const between = {
      nominal: given ** 2 - squares,
      ordinal: (given * (given ** 3 - cubes)) / 6,
      interval: 2 * (given * second - first ** 2),
      ratio: ratios === null ? 0 : totals.reduce((sum, total, at) => sum + total * (ratios[at] ?? 0), 0),
    };
    const pair: PairSums | null = this.#hasPair
      ? { all, observed, expected: distancesBetween(this.#values, rows, columns) }
      : null;
    const within = { nominal, ordinal: this.#ordinalWithin(times, ranks), interval, ratio };
    const apart = { plain, linear, quadratic };
    const sums = {
      units,
      paired,
      used,
      usedPaired,
      squares: shareSquares,
      apart,
      given,
      within,
      between,
      pair,
    };
    const moments = { mean, squares, cubes, first, second };
    return { sums, shares, grades, totals, ranks, moments, ratios, rows, columns };
  }

  #ordinalWithin(times: ArrayLike<number>, ranks: Float64Array): number {
    let sum = 0;
    for (let pattern = 0; pattern < this.rows.length; pattern += 1) {
      const [row, often] = [this.rows[pattern], times[pattern] ?? 0];
      if (row?.isPaired === true && often > 0)
        sum += often * ordinalWithin(row, (place) => ranks[place] ?? 0);
    }
    return sum;
  }
}

/** The sums of `ratings`; see `ratingPatterns` for `scale`. */
export function agreementSums(ratings: Ratings, scale?: readonly number[]): AgreementSums {
  const patterns = ratingPatterns(ratings, scale);
  return new DrawSums(patterns).of(timesOf(patterns)).sums;
}

/** A unit's sum over its pairs of the squared difference of middle ranks, by one less than its grades. */
export function ordinalWithin(
  { places, counts, given }: PatternRow,
  rankOf: (place: number) => number,
): number {
  const origin = rankOf(places[0] ?? 0);
  let [first, second] = [0, 0];
  for (let at = 0; at < places.length; at += 1) {
    const [count, rank] = [counts[at] ?? 0, rankOf(places[at] ?? 0) - origin];
    first += count * rank;
    second += count * rank * rank;
  }
  return (2 * (given * second - first * first)) / (given - 1);
}
