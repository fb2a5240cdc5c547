import { done, refused, type Result } from '../result.ts';
import { bradleyTerry, invertMatrix, type ComparativeScale } from './bradley-terry.ts';
import type { PairedJudgment } from './paired-judgment.ts';

/** A scale of comparisons of which some were too close to call. */
interface ScaleWithTies extends ComparativeScale {
  /**
   * Davidson's nu: two that lie at one place are too close to call in nu of nu + 2 comparisons. 0 where none
   * was.
   */
  readonly closeness: number;
}

/** The chances that a is better, that b is, and that they are too close to call, at places in log odds. */
function chances(a: number, b: number, theta: number): readonly [number, number, number] {
  const weights = [(a - b) / 2, (b - a) / 2, theta].map(Math.exp) as [number, number, number];
  const sum = weights[0] + weights[1] + weights[2];
  return [weights[0] / sum, weights[1] / sum, weights[2] / sum];
}

/**
 * The scale of pairwise comparisons with "too close to call": P(i better than j) = p_i / (p_i + p_j + nu sqrt(p_i p_j)),
 * P(too close) = nu sqrt(p_i p_j) over the same, p the exponential of a place. Davidson 1970, "On extending the
 * Bradley-Terry model to accommodate ties in paired comparison experiments", Journal of the American Statistical
 * Association 65(329), 317-328, the model of its section 2; by Newton's method on the log-likelihood in the places and the
 * logarithm of nu, standard errors from the inverse of the information. Without ties it is the Bradley-Terry scale. A pair
 * that was too close counts as half a win of each where it is asked whether a scale exists.
 */
export function davidson(
  things: number,
  judgments: readonly PairedJudgment[],
): Result<ScaleWithTies, { readonly why: string }> {
  const ties = judgments.filter(({ tie }) => tie === true).length;
  const start = bradleyTerry(things, judgments);
  if (!start.ok) return start;
  if (ties === 0) return done({ ...start.value, closeness: 0 });
  if (ties === judgments.length)
    return refused({ why: 'Every pair was too close to call, so that none lies above another.' });
  let places = [...start.value.places];
  let theta = Math.log((2 * ties) / (judgments.length - ties));
  let covariance: readonly (readonly number[])[] = [];
  for (let round = 0; round < 200; round += 1) {
    const { slope, information } = fitAt(things, judgments, places, theta);
    const inverse = invertMatrix(information);
    if (inverse === null) return refused({ why: 'These comparisons do not settle a scale.' });
    const step = inverse.map((row) => row.reduce((sum, cell, at) => sum + cell * (slope[at] ?? 0), 0));
    const longest = Math.max(...step.map(Math.abs));
    const share = Math.min(1, 2 / longest);
    places = places.map((place, at) => place + (step[at] ?? 0) * share);
    theta += (step[things] ?? 0) * share;
    covariance = inverse.slice(0, things).map((row) => row.slice(0, things).map((cell) => cell - 1 / things));
    if (longest < 1e-10) break;
  }
  const mean = places.reduce((sum, place) => sum + place, 0) / things;
  const centred = places.map((place) => place - mean);
  return done({
    places: centred,
    covariance,
    standardErrors: covariance.map((row, at) => Math.sqrt(row[at] ?? 0)),
    misfit: centred.map((_place, thing) => misfitOf(thing, centred, theta, judgments)),
    closeness: Math.exp(theta),
  });
}

/** The log-likelihood's slope in the places and in log nu, and its information, held to places that sum to 0. */
function fitAt(
  things: number,
  judgments: readonly PairedJudgment[],
  places: readonly number[],
  theta: number,
): { readonly slope: readonly number[]; readonly information: readonly (readonly number[])[] } {
  const slope = Array.from({ length: things + 1 }, () => 0);
  const information = Array.from({ length: things + 1 }, (_row, a) =>
    Array.from({ length: things + 1 }, (_cell, b) => (a < things && b < things ? 1 / things : 0)),
  );
  const add = (a: number, b: number, value: number): void => {
    const row = information[a];
    if (row !== undefined) row[b] = (row[b] ?? 0) + value;
  };
  for (const { better, worse, tie = false } of judgments) {
    const [wins, loses, close] = chances(places[better] ?? 0, places[worse] ?? 0, theta);
    // What a judgment says of the difference, in halves: 1/2, -1/2 or 0, and of nu: 0 or 1.
    const lean = (wins - loses) / 2;
    const residual = (tie ? 0 : 0.5) - lean;
    slope[better] = (slope[better] ?? 0) + residual;
    slope[worse] = (slope[worse] ?? 0) - residual;
    slope[things] = (slope[things] ?? 0) + Number(tie) - close;
    const spread = (wins + loses) / 4 - lean ** 2;
    const cross = -lean * close;
    add(better, better, spread);
    add(worse, worse, spread);
    add(better, worse, -spread);
    add(worse, better, -spread);
    for (const [thing, sign] of [
      [better, 1],
      [worse, -1],
    ] as const) {
      add(thing, things, sign * cross);
      add(things, thing, sign * cross);
    }
    add(things, things, close * (1 - close));
  }
  return { slope, information };
}

/** Infit and outfit as for the scale without ties, of the half that a judgment is worth: 1/2, 0 or -1/2. */
function misfitOf(
  thing: number,
  places: readonly number[],
  theta: number,
  judgments: readonly PairedJudgment[],
): ComparativeScale['misfit'][number] {
  let [comparisons, outfit, squares, variance] = [0, 0, 0, 0];
  for (const { better, worse, tie = false } of judgments) {
    if (better !== thing && worse !== thing) continue;
    const [wins, loses] = chances(places[better] ?? 0, places[worse] ?? 0, theta);
    const lean = (wins - loses) / 2;
    const spread = (wins + loses) / 4 - lean ** 2;
    const residual = (tie ? 0 : 0.5) - lean;
    comparisons += 1;
    squares += residual ** 2;
    variance += spread;
    outfit += residual ** 2 / spread;
  }
  return { infit: squares / variance, outfit: outfit / comparisons, comparisons };
}
