/** A stretch of a script: `length` tokens that both sides have, or that one of them has. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added';
  readonly length: number;
}

/** Lists of words or paragraphs as numbers, equal ones by the same. */
export function numbered(sides: readonly (readonly { readonly key: string }[])[]): readonly Int32Array[] {
  const numbers = new Map<string, number>();
  return sides.map((side) =>
    Int32Array.from(side, ({ key }) => {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    }),
  );
}

/** No path reaches a diagonal. */
const none = -1;

/** How far each round of the search came on each diagonal, and by which step, to walk back along. */
class Rounds {
  #reached = new Int32Array(256);
  #used = 0;
  readonly #rounds: { readonly start: number; readonly lowest: number }[] = [];

  begin(lowest: number): void {
    this.#rounds.push({ start: this.#used, lowest });
  }

  /** Diagonals of one round are two apart and come in order; those without a path are set as well. */
  set(reached: number, byAdding: boolean): void {
    if (this.#used === this.#reached.length) {
      const larger = new Int32Array(2 * this.#used);
      larger.set(this.#reached);
      this.#reached = larger;
    }
    this.#reached[this.#used] = 2 * reached + (byAdding ? 1 : 0);
    this.#used += 1;
  }

  at(round: number, diagonal: number): { readonly reached: number; readonly byAdding: boolean } {
    const { start, lowest } = this.#rounds[round] ?? { start: 0, lowest: 0 };
    const value = this.#reached[start + (diagonal - lowest) / 2] ?? 0;
    return { reached: value >> 1, byAdding: (value & 1) === 1 };
  }
}

function walkBack(rounds: Rounds, edits: number, last: number): readonly Run[] {
  const runs: Run[] = [];
  const add = (kind: Run['kind'], length: number): void => {
    const next = runs.at(-1);
    if (next?.kind === kind) runs[runs.length - 1] = { kind, length: next.length + length };
    else if (length > 0) runs.push({ kind, length });
  };
  let diagonal = last;
  for (let round = edits; round > 0; round -= 1) {
    const { reached, byAdding } = rounds.at(round, diagonal);
    diagonal += byAdding ? 1 : -1;
    const from = rounds.at(round - 1, diagonal).reached + (byAdding ? 0 : 1);
    add('same', reached - from);
    add(byAdding ? 'added' : 'removed', 1);
  }
  add('same', rounds.at(0, 0).reached);
  return runs.reverse();
}

/**
 * A shortest script from one list of numbers to another by the greedy algorithm of Myers 1986, "An O(ND) Difference
 * Algorithm", figure 2, leaving diagonals that ran over an edge; null where it takes more than `mostEdits`. Of several
 * it prefers removals late.
 */
export function shortestScript(
  before: Int32Array,
  after: Int32Array,
  mostEdits: number,
): readonly Run[] | null {
  const [rows, columns] = [before.length, after.length];
  const limit = Math.min(mostEdits, rows + columns);
  const rounds = new Rounds();
  const snake = (from: number, diagonal: number): number => {
    let x = from;
    let y = from - diagonal;
    while (x < rows && y < columns && before[x] === after[y]) {
      x += 1;
      y += 1;
    }
    return x;
  };
  const offset = limit + 1;
  const best = new Int32Array(2 * limit + 3).fill(none);
  const first = snake(0, 0);
  best[offset] = first;
  rounds.begin(0);
  rounds.set(first, false);
  if (first >= rows && first >= columns) return walkBack(rounds, 0, 0);
  let [lowest, highest] = [-Infinity, Infinity];
  for (let edits = 1; edits <= limit; edits += 1) {
    const [from, to] = [Math.max(lowest, -edits), Math.min(highest, edits)];
    rounds.begin(from);
    for (let diagonal = from; diagonal <= to; diagonal += 2) {
      const removing = best[offset + diagonal - 1] ?? none;
      const adding = best[offset + diagonal + 1] ?? none;
      best[offset + diagonal - 1] = none;
      const column = adding - diagonal;
      const canAdd = adding !== none && column > 0 && column <= columns;
      const canRemove = removing !== none && removing < rows;
      const byAdding = !canRemove || (canAdd && removing < adding);
      const reached = canAdd || canRemove ? snake(byAdding ? adding : removing + 1, diagonal) : none;
      best[offset + diagonal] = reached;
      rounds.set(reached, byAdding);
      if (reached === none) continue;
      const endsBefore = reached >= rows;
      const endsAfter = reached - diagonal >= columns;
      if (endsBefore && endsAfter) return walkBack(rounds, edits, diagonal);
      if (endsBefore) highest = Math.min(highest, diagonal - 1);
      if (endsAfter) lowest = Math.max(lowest, diagonal + 1);
    }
  }
  return null;
}
