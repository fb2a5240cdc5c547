import { refused, done, type Result } from '../result.ts';
import { winsTable, type PairedJudgment } from './paired-judgment.ts';

/** Where comparisons put things on one scale. */
export interface ComparativeScale {
  /** Log odds, mean 0; a difference of 1 says that the better wins 73 of 100 comparisons. */
  readonly places: readonly number[];
  /** Their covariance under the constraint that they sum to 0; a thing's standard error is the root of its own. */
  readonly covariance: readonly (readonly number[])[];
  readonly standardErrors: readonly number[];
  /** How far each thing's comparisons stray from the scale: 1 as expected, well above 1 judges disagree about it. */
  readonly misfit: readonly {
    readonly infit: number;
    readonly outfit: number;
    readonly comparisons: number;
  }[];
}

const chance = (a: number, b: number): number => 1 / (1 + Math.exp(b - a));

/** Whether everything is reached from the first thing by going where `leads` says. */
function reachesAll(things: number, leads: (from: number, to: number) => boolean): boolean {
  const seen = new Set([0]);
  for (const from of seen)
    for (let to = 0; to < things; to += 1) if (!seen.has(to) && leads(from, to)) seen.add(to);
  return seen.size === things;
}

/**
 * The Bradley-Terry scale of pairwise comparisons, P(i better than j) = exp(l_i) / (exp(l_i) + exp(l_j)), by Newton's
 * method on the log-likelihood. Bradley and Terry 1952, "Rank analysis of incomplete block designs: I. The method of
 * paired comparisons"; that it exists where no group always wins, Ford 1957, "Solution of a ranking problem from binary
 * comparisons"; standard errors from the inverse of the information; misfit as Pollitt 2012, "The method of adaptive
 * comparative judgement" has it, from Wright and Masters 1982. Held in test against the
 * printed coefficients of Turner and Firth 2012, "Bradley-Terry models in R: the BradleyTerry2 package", Journal of
 * Statistical Software 48(9), section 2.1 (four decimals); the worked example of Wikipedia, "Bradley-Terry model",
 * revision 1363947235 (three decimals); Agresti 2002, "Categorical data analysis", 2nd ed., section 10.6, table 10.11
 * (as printed, two decimals). A pair that was too close to call is half a win of each: see davidson.ts. Refused with the reason where there is no scale.
 */
export function bradleyTerry(
  things: number,
  judgments: readonly PairedJudgment[],
): Result<ComparativeScale, { readonly why: string }> {
  const wins = winsTable(things, judgments);
  const won = (a: number, b: number): number => wins[a]?.[b] ?? 0;
  if (things < 2) return refused({ why: 'There are not two things to compare.' });
  const between = (a: number, b: number): boolean => won(a, b) + won(b, a) > 0;
  if (!reachesAll(things, between))
    return refused({ why: 'Some have never been compared with the others, even by way of a third.' });
  if (!reachesAll(things, (a, b) => won(a, b) > 0) || !reachesAll(things, (a, b) => won(b, a) > 0))
    return refused({
      why: 'One, or a group, won or lost every comparison with the rest, so that how far is not known. Compare more pairs.',
    });
  const all = Array.from({ length: things }, (_thing, at) => at);
  let places = all.map(() => 0);
  let covariance: readonly (readonly number[])[] = [];
  for (let round = 0; round < 100; round += 1) {
    const information = all.map((a) =>
      all.map((b) => {
        const weight = (one: number, other: number): number =>
          (won(one, other) + won(other, one)) *
          chance(places[one] ?? 0, places[other] ?? 0) *
          chance(places[other] ?? 0, places[one] ?? 0);
        const own =
          a === b ? all.reduce((sum, other) => sum + (other === a ? 0 : weight(a, other)), 0) : -weight(a, b);
        return own + 1 / things;
      }),
    );
    const inverse = invertMatrix(information);
    if (inverse === null) return refused({ why: 'These comparisons do not settle a scale.' });
    covariance = inverse.map((row) => row.map((cell) => cell - 1 / things));
    const slope = all.map((a) =>
      all.reduce(
        (sum, b) => sum + won(a, b) - (won(a, b) + won(b, a)) * chance(places[a] ?? 0, places[b] ?? 0),
        0,
      ),
    );
    const step = covariance.map((row) => row.reduce((sum, cell, b) => sum + cell * (slope[b] ?? 0), 0));
    const longest = Math.max(...step.map(Math.abs));
    places = places.map((place, at) => place + (step[at] ?? 0) * Math.min(1, 2 / longest));
    if (longest < 1e-10) break;
  }
  return done({
    places,
    covariance,
    standardErrors: covariance.map((row, at) => Math.sqrt(row[at] ?? 0)),
    misfit: all.map((thing) => misfitOf(thing, places, judgments)),
  });
}

function misfitOf(
  thing: number,
  places: readonly number[],
  judgments: readonly PairedJudgment[],
): ComparativeScale['misfit'][number] {
  let [comparisons, outfit, squares, variance] = [0, 0, 0, 0];
  for (const { better, worse } of judgments) {
    if (better !== thing && worse !== thing) continue;
    const expected = chance(places[better] ?? 0, places[worse] ?? 0);
    const spread = expected * (1 - expected);
    comparisons += 1;
    squares += (1 - expected) ** 2;
    variance += spread;
    outfit += (1 - expected) ** 2 / spread;
  }
  return { infit: squares / variance, outfit: outfit / comparisons, comparisons };
}

/** The inverse of a positive definite matrix by Gauss and Jordan; null where it has none. */
export function invertMatrix(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const rows = matrix.map((row, at) => [...row, ...row.map((_cell, column) => (column === at ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const row = rows[pivot];
    const head = row?.[pivot] ?? 0;
    if (row === undefined || Math.abs(head) < 1e-12) return null;
    for (let column = 0; column < 2 * size; column += 1) row[column] = (row[column] ?? 0) / head;
    rows.forEach((other, at) => {
      const factor = other[pivot] ?? 0;
      if (at === pivot || factor === 0) return;
      for (let column = 0; column < 2 * size; column += 1)
        other[column] = (other[column] ?? 0) - factor * (row[column] ?? 0);
    });
  }
  return rows.map((row) => row.slice(size));
}
