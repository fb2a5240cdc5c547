import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { chiSquareTail } from './normal.ts';

/** A chi-square statistic; both null where it has no finite value or no degree of freedom. */
export interface ChiSquare {
  readonly chi2: number | null;
  readonly df: number;
  readonly p: number | null;
}

/** How pairs of grades moved, the earlier of each in rows and the later in columns, the best grade first in both. */
interface Transitions {
  readonly n: number;
  /** How many moved towards the first, the best grade. */
  readonly up: number;
  readonly down: number;
  readonly same: number;
  readonly stuartMaxwell: ChiSquare;
  readonly bhapkar: ChiSquare;
  readonly bowker: ChiSquare;
}

/** What counts as nought beside the largest singular value. */
const negligible = 1e-9;

/** How pairs of grades moved, with the tests of the same margins and of symmetry. `table` is a square table of counts. */
export function matchedTransitions(table: readonly (readonly number[])[]): Transitions {
  const cell = (row: number, column: number): number => table[row]?.[column] ?? 0;
  const sum = (takes: (row: number, column: number) => boolean): number =>
    table.reduce(
      (all, counts, row) =>
        all + counts.reduce((own, count, column) => own + (takes(row, column) ? count : 0), 0),
      0,
    );
  const n = sum(() => true);
  const margins = marginTests(table, n);
  return {
    n,
    up: sum((row, column) => column < row),
    down: sum((row, column) => column > row),
    same: sum((row, column) => column === row),
    ...margins,
    bowker: bowker(table.length, cell),
  };
}

/**
 * Whether the margins are the same: Stuart 1955 (Biometrika 42, 412-416) and Maxwell 1970 (British Journal of Psychiatry 116,
 * 651-655), d' V^- d with d the differences of the margins and V their covariance under the hypothesis. The inverse is the
 * generalised one and the degrees of freedom its rank: margins that agree by chance still count, categories that nobody used
 * do not. Bhapkar 1966 (JASA 61, 228-235) is X / (1 - X / n) of that X (Ireland, Ku and Kullback 1969, JASA 64, 1323-1341),
 * without end where all moved one way.
 */
function marginTests(
  table: readonly (readonly number[])[],
  n: number,
): Pick<Transitions, 'stuartMaxwell' | 'bhapkar'> {
  const cell = (row: number, column: number): number => table[row]?.[column] ?? 0;
  const steps = table.map((_counts, at) => at);
  const row = steps.map((at) => steps.reduce((sum, other) => sum + cell(at, other), 0));
  const column = steps.map((at) => steps.reduce((sum, other) => sum + cell(other, at), 0));
  const apart = steps.map((at) => (row[at] ?? 0) - (column[at] ?? 0));
  const covariance = steps.map((at) =>
    steps.map((other) =>
      at === other
        ? (row[at] ?? 0) + (column[at] ?? 0) - 2 * cell(at, at)
        : -(cell(at, other) + cell(other, at)),
    ),
  );
  const { chi2, df } = quadratic(apart, covariance);
  if (df === 0) {
    const none = { chi2: null, df, p: null };
    return { stuartMaxwell: none, bhapkar: none };
  }
  const left = 1 - chi2 / n;
  return {
    stuartMaxwell: { chi2, df, p: chiSquareTail(chi2, df) },
    bhapkar:
      left < negligible
        ? { chi2: null, df, p: null }
        : { chi2: chi2 / left, df, p: chiSquareTail(chi2 / left, df) },
  };
}

/** d' V^- d with the generalised inverse of Moore and Penrose, and the rank of V. */
function quadratic(
  apart: readonly number[],
  covariance: readonly (readonly number[])[],
): { readonly chi2: number; readonly df: number } {
  if (apart.length === 0) return { chi2: 0, df: 0 };
  const parts = new SingularValueDecomposition(new Matrix(covariance.map((values) => [...values])));
  const least = Math.max(...parts.diagonal) * negligible;
  const along = (vectors: Matrix, at: number): number =>
    apart.reduce((sum, value, row) => sum + value * vectors.get(row, at), 0);
  const kept = parts.diagonal.map((value, at) => ({ value, at })).filter(({ value }) => value > least);
  const chi2 = kept.reduce(
    (sum, { value, at }) =>
      sum + (along(parts.leftSingularVectors, at) * along(parts.rightSingularVectors, at)) / value,
    0,
  );
  return { chi2, df: kept.length };
}

/**
 * Whether the table is symmetric: the sum of (n_ij - n_ji)^2 / (n_ij + n_ji) over all pairs (Bowker 1948, JASA 43, 572-574).
 * A pair that nobody is in counts nought and stays in the degrees of freedom.
 */
function bowker(size: number, cell: (row: number, column: number) => number): ChiSquare {
  let chi2 = 0;
  for (let row = 0; row < size; row += 1)
    for (let column = row + 1; column < size; column += 1) {
      const both = cell(row, column) + cell(column, row);
      if (both > 0) chi2 += (cell(row, column) - cell(column, row)) ** 2 / both;
    }
  const df = (size * (size - 1)) / 2;
  return df === 0 ? { chi2: null, df, p: null } : { chi2, df, p: chiSquareTail(chi2, df) };
}
