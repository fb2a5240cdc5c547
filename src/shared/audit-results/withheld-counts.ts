/** The least count that a public report tells, but for nought. */
export const leastPublic = 10;

/** A count that is the sum of others in the same table. */
export interface CountSum {
  readonly total: string;
  readonly parts: readonly string[];
}

/**
 * Which counts of tables that hang together are withheld: every one from 1 to below `least`, and of the others as many, the
 * smallest first, as keep what is withheld from being given back by sums. Given back is what the sums alone settle (a
 * system of linear equations), and what is left in one sum where it is below `least`: it is known then that each is small.
 */
export function withheldCounts(
  counts: Readonly<Record<string, number>>,
  sums: readonly CountSum[],
  least: number = leastPublic,
): ReadonlySet<string> {
  const valueOf = (name: string): number => counts[name] ?? 0;
  const withheld = new Set(Object.keys(counts).filter((name) => valueOf(name) > 0 && valueOf(name) < least));
  const isOpen = (name: string): boolean => !withheld.has(name);
  /** Withholds one more of a sum: the smallest part that is not nought, else the total, else a nought. */
  function withholdOneOf({ total, parts }: CountSum): boolean {
    const open = parts.filter(isOpen).toSorted((a, b) => valueOf(a) - valueOf(b));
    const next = open.find((name) => valueOf(name) > 0) ?? [total].find(isOpen) ?? open[0];
    if (next !== undefined) withheld.add(next);
    return next !== undefined;
  }
  /** Whether what a sum hides is one count alone, or is seen to be small. */
  function isThin({ total, parts }: CountSum): boolean {
    const hidden = parts.filter((name) => !isOpen(name));
    if (!isOpen(total)) return hidden.length === 0;
    const amount = hidden.reduce((sum, name) => sum + valueOf(name), 0);
    return hidden.length === 1 || (hidden.length > 0 && amount < least);
  }
  for (let more = true; more;) {
    more = false;
    for (const sum of sums) while (isThin(sum) && withholdOneOf(sum)) more = true;
    const given = givenBack(withheld, sums);
    const holding = (names: ReadonlySet<string>): readonly CountSum[] =>
      sums.filter(({ total, parts }) => [total, ...parts].some((name) => names.has(name)));
    // Where every count beside what is given back is withheld already, another sum gives it back.
    const through = [...holding(given), ...(given.size > 0 ? holding(withheld) : [])].find(
      ({ total, parts }) => [total, ...parts].some(isOpen),
    );
    if (through !== undefined && withholdOneOf(through)) more = true;
  }
  return withheld;
}

/** Those of the withheld counts that the sums and the counts that are told settle: the reduced rows with one unknown. */
function givenBack(withheld: ReadonlySet<string>, sums: readonly CountSum[]): ReadonlySet<string> {
  const names = [...withheld];
  const rows = sums.map(({ total, parts }) =>
    names.map((name) => (name === total ? -1 : 0) + (parts.includes(name) ? 1 : 0)),
  );
  let top = 0;
  for (let column = 0; column < names.length; column += 1) {
    const at = rows.findIndex((row, place) => place >= top && Math.abs(row[column] ?? 0) > tiny);
    const pivot = rows[at];
    const first = rows[top];
    if (pivot === undefined || first === undefined) continue;
    rows[at] = first;
    const unit = pivot.map((value) => value / (pivot[column] ?? 1));
    rows[top] = unit;
    for (const [place, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      if (place !== top && Math.abs(factor) > tiny)
        rows[place] = row.map((value, index) => value - factor * (unit[index] ?? 0));
    }
    top += 1;
  }
  return new Set(
    rows.flatMap((row) => {
      const left = names.filter((_name, index) => Math.abs(row[index] ?? 0) > tiny);
      return left.length === 1 ? left : [];
    }),
  );
}

/** Below this a coefficient is nought but for rounding. */
const tiny = 1e-9;
