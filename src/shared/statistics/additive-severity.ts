import { Matrix, solve } from 'ml-matrix';

/** Cases in rows, raters in columns; null where a rater gave no value. */
export type Table = readonly (readonly (number | null)[])[];

/** One value given. */
interface Given {
  readonly row: number;
  readonly rater: number;
  readonly value: number;
}

/** The variance of what was given, by its sources; null where the table cannot tell. */
interface Components {
  readonly case: number | null;
  readonly rater: number | null;
  readonly residual: number | null;
}

/** How raters differ on the same cases. */
interface AdditiveSeverity {
  /** Whether all raters can be compared: by cases that they share, or share with raters between them. */
  readonly connected: boolean;
  /** Raters who can be compared with each other, by their places, the largest island first. */
  readonly islands: readonly (readonly number[])[];
  /** Each rater's effect in the units of the values, and its standard error; they sum to nought in an island. Null where a rater gave nothing. */
  readonly effects: readonly ({ readonly effect: number; readonly error: number | null } | null)[];
  readonly components: Components;
  /** The dependability of one rater's value, 0 to 1; null where the components are. */
  readonly phi: number | null;
}

/**
 * value = case + rater + residual, by least squares with missing cells, each island of raters on its own: effects of
 * unlinked raters are not comparable (Linacre 1989, "Many-Facet Rasch Measurement", on connected designs).
 */
export function additiveSeverity(table: Table): AdditiveSeverity {
  const given = table.flatMap((values, row) =>
    values.flatMap((value, rater): Given[] => (value === null ? [] : [{ row, rater, value }])),
  );
  const raters = Math.max(0, ...table.map((values) => values.length));
  const islands = islandsOf(given, raters);
  const effects: ({ effect: number; error: number | null } | null)[] = Array.from(
    { length: raters },
    () => null,
  );
  let [squares, free] = [0, 0];
  for (const island of islands) {
    const own = given.filter(({ rater }) => island.includes(rater));
    const fitted = fit(own, island);
    squares += fitted.squares;
    free += fitted.free;
    for (const [at, rater] of island.entries())
      effects[rater] = { effect: fitted.effects[at] ?? 0, error: fitted.errors[at] ?? null };
  }
  const connected = islands.length <= 1;
  const residual = free > 0 ? squares / free : null;
  const components = connected
    ? componentsOf(given, residual, squares)
    : { case: null, rater: null, residual };
  return { connected, islands, effects, components, phi: dependability(components, 1) };
}

/**
 * The dependability of the mean of so many raters' values, phi of Brennan 2001, "Generalizability Theory", eq. 2.31: case
 * variance over itself and the n-th part of rater and residual variance. Variances below nought count as nought.
 */
export function dependability({ case: among, rater, residual }: Components, raters: number): number | null {
  if (among === null || rater === null || residual === null) return null;
  const signal = Math.max(0, among);
  const noise = (Math.max(0, rater) + Math.max(0, residual)) / raters;
  return signal + noise === 0 ? null : signal / (signal + noise);
}

/** Raters joined by the cases that they share, the largest island first. */
function islandsOf(given: readonly Given[], raters: number): readonly (readonly number[])[] {
  const island = Array.from({ length: raters }, (_rater, at) => at);
  const rootOf = (rater: number): number => {
    let at = rater;
    while (island[at] !== at) at = island[at] ?? at;
    return at;
  };
  const first = new Map<number, number>();
  for (const { row, rater } of given) {
    const other = first.get(row);
    if (other === undefined) first.set(row, rater);
    else island[rootOf(rater)] = rootOf(other);
  }
  const rated = new Set(given.map(({ rater }) => rater));
  const found = Map.groupBy(
    [...rated].sort((a, b) => a - b),
    rootOf,
  );
  return [...found.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

interface Fitted {
  readonly effects: readonly number[];
  readonly errors: readonly (number | null)[];
  /** The sum of squares that is left, and its degrees of freedom. */
  readonly squares: number;
  readonly free: number;
}

/** Least squares with the cases swept out: the normal equations of the raters alone, whose effects sum to nought. */
function fit(given: readonly Given[], island: readonly number[]): Fitted {
  const cases = [...Map.groupBy(given, ({ row }) => row).values()];
  const size = island.length;
  const place = new Map(island.map((rater, at) => [rater, at]));
  const normal = Matrix.zeros(size, size);
  const right = Matrix.zeros(size, 1);
  const add = (to: Matrix, row: number, column: number, by: number): void => {
    to.set(row, column, to.get(row, column) + by);
  };
  for (const values of cases) {
    const mean = meanOf(values);
    for (const one of values) {
      const at = place.get(one.rater) ?? 0;
      add(normal, at, at, 1);
      add(right, at, 0, one.value - mean);
      for (const other of values) add(normal, at, place.get(other.rater) ?? 0, -1 / values.length);
    }
  }
  // The effects are known up to a constant: that they sum to nought makes the equations regular.
  const regular = Matrix.add(normal, Matrix.ones(size, size));
  const inverse = solve(regular, Matrix.eye(size, size));
  const effects = inverse.mmul(right).to1DArray();
  let squares = 0;
  for (const values of cases) {
    const lefts = values.map(({ rater, value }) => value - (effects[place.get(rater) ?? 0] ?? 0));
    const mean = lefts.reduce((sum, left) => sum + left, 0) / lefts.length;
    squares += lefts.reduce((sum, left) => sum + (left - mean) ** 2, 0);
  }
  const free = given.length - cases.length - size + 1;
  const errors = effects.map((_effect, at) =>
    // The constant's own part, 1 / size^2, is no part of an effect's variance.
    free > 0 ? Math.sqrt((squares / free) * Math.max(0, inverse.get(at, at) - 1 / size ** 2)) : null,
  );
  return { effects, errors, squares, free };
}

/**
 * Variances by fitting constants (Henderson 1953, Biometrics 9, 226-252, method 3): what cases and raters each explain beyond
 * the other, over what it would be were its variance one. Equal to the mean squares' solution where no cell is missing.
 */
function componentsOf(given: readonly Given[], residual: number | null, squares: number): Components {
  if (residual === null) return { case: null, rater: null, residual };
  const within = (by: 'row' | 'rater'): { squares: number; groups: number } => {
    const groups = [...Map.groupBy(given, (one) => one[by]).values()];
    const left = groups.map((values) => {
      const mean = meanOf(values);
      return values.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
    });
    return { squares: left.reduce((sum, part) => sum + part, 0), groups: groups.length };
  };
  const [byCase, byRater] = [within('row'), within('rater')];
  const variance = (explained: number, own: number, others: number): number | null =>
    given.length === others ? null : (explained - (own - 1) * residual) / (given.length - others);
  return {
    case: variance(byRater.squares - squares, byCase.groups, byRater.groups),
    rater: variance(byCase.squares - squares, byRater.groups, byCase.groups),
    residual,
  };
}

function meanOf(values: readonly Given[]): number {
  return values.reduce((sum, { value }) => sum + value, 0) / values.length;
}
