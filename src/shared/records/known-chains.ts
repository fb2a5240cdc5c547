const bits = 4;
const width = 1 << bits;

/**
 * How many of the first records of each chain are known, by the chain's number. Never changed: what becomes known later is
 * a new tree that shares every branch in which nothing did, so that a record costs what it adds and not the number of
 * chains (path copying: Driscoll, Sarnak, Sleator and Tarjan, "Making data structures persistent", 1989, section 2).
 */
export class KnownChains {
  static readonly none = new KnownChains(0, [], []);

  /** How many levels of branches stand above the counts. */
  readonly height: number;
  /** By chain, from the first that this branch is for; shorter arrays stand for 0. Empty above the lowest level. */
  readonly counts: readonly number[];
  /** Each for 16 times fewer chains than this one. Empty at the lowest level. */
  readonly branches: readonly (KnownChains | undefined)[];

  private constructor(
    height: number,
    counts: readonly number[],
    branches: readonly (KnownChains | undefined)[],
  ) {
    this.height = height;
    this.counts = counts;
    this.branches = branches;
  }

  /** How many chains it is for. */
  get width(): number {
    return width ** (this.height + 1);
  }

  /** How many of a chain's first records are known. */
  of(chain: number): number {
    if (this.height === 0) return this.counts[chain] ?? 0;
    const shift = bits * this.height;
    return this.branches[chain >>> shift]?.of(chain & ((1 << shift) - 1)) ?? 0;
  }

  /** The same, with at least so many of one chain. */
  with(chain: number, count: number): KnownChains {
    const position = chain & (width - 1);
    const counts = Array.from({ length: position + 1 }, (_, at) => (at === position ? count : 0));
    let branch = new KnownChains(0, counts, []);
    for (let rest = chain >>> bits; rest > 0; rest >>>= bits) branch = branch.#under(rest & (width - 1));
    return this.united(branch);
  }

  /** What either knows. */
  united(other: KnownChains): KnownChains {
    if (this === other) return this;
    if (this.height < other.height) return this.#under(0).united(other);
    if (this.height > other.height) return this.united(other.#under(0));
    if (this.height === 0) {
      const counts = joined(this.counts, other.counts, (mine = 0, theirs = 0) => Math.max(mine, theirs));
      if (isSame(counts, this.counts)) return this;
      return isSame(counts, other.counts) ? other : new KnownChains(0, counts, []);
    }
    const branches = joined(this.branches, other.branches, (mine, theirs) =>
      mine === undefined || theirs === undefined ? (mine ?? theirs) : mine.united(theirs),
    );
    if (isSame(branches, this.branches)) return this;
    return isSame(branches, other.branches) ? other : new KnownChains(this.height, [], branches);
  }

  /** This as one branch of a level above. */
  #under(position: number): KnownChains {
    const branches = Array.from({ length: position + 1 }, (_, at) => (at === position ? this : undefined));
    return new KnownChains(this.height + 1, [], branches);
  }
}

function joined<T>(
  mine: readonly T[],
  theirs: readonly T[],
  join: (mine: T | undefined, theirs: T | undefined) => T,
): readonly T[] {
  const length = Math.max(mine.length, theirs.length);
  return Array.from({ length }, (_, at) => join(mine[at], theirs[at]));
}

function isSame<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((value, at) => value === others[at]);
}
