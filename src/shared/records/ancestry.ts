/** What one record knows: the chain it stands in, its place there (0 for the first), and how much of each other chain. */
export interface Knowledge {
  readonly chain: number;
  readonly place: number;
  /** By chain, how many of its first records are ancestors; shorter arrays stand for 0. The own chain is in `place`. */
  readonly known: Uint32Array;
}

const nothing = new Uint32Array(0);

/** Whether one record knows another, each by what it knows itself. */
export function knows({ chain, place, known }: Knowledge, other: Knowledge): boolean {
  return other.place < (other.chain === chain ? place : (known[other.chain] ?? 0));
}

/**
 * Which records were known to which, exactly, for any acyclic graph. Records are parted into chains, in which each knows
 * the one before it; so what a record knows of a chain is always its beginning, and one number tells it (a chain
 * decomposition after Jagadish, "A compression technique to materialize transitive closure", 1990, section 3). A run of
 * records that each know only the one before share one array: memory grows with how many people wrote at once, and not
 * with the square of the records.
 */
export class Ancestry {
  readonly #all: Knowledge[] = [];
  /** By chain, the number of its last record. */
  readonly #tips: number[] = [];

  /** How many records were added. */
  get size(): number {
    return this.#all.length;
  }

  /** What a record that directly knows these (by number, 0 for the first added) would know. Nothing is added. */
  knowing(edges: readonly number[]): Knowledge {
    const from = edges.find((edge) => this.#isTip(edge));
    const base = from ?? edges[0];
    if (base === undefined) return { chain: this.#tips.length, place: 0, known: nothing };
    const { chain, place, known } = this.of(base);
    const rest = edges.filter((edge) => edge !== base && !this.isAncestor(edge, base));
    if (from !== undefined && rest.length === 0) return { chain, place: place + 1, known };
    const united = this.#unite(rest.length === 0 ? [base] : [base, ...rest]);
    return from === undefined
      ? { chain: this.#tips.length, place: 0, known: united }
      : { chain, place: place + 1, known: united };
  }

  /** Adds the next record with what it knows, as `knowing` gave it since the last one was added. */
  add(knowledge: Knowledge): void {
    this.#tips[knowledge.chain] = this.#all.length;
    this.#all.push(knowledge);
  }

  /** Whether a record is among what is known. */
  holds(knowledge: Knowledge, record: number): boolean {
    return knows(knowledge, this.of(record));
  }

  /** Whether `ancestor` was known, directly or through others, to `record`. */
  isAncestor(ancestor: number, record: number): boolean {
    return knows(this.of(record), this.of(ancestor));
  }

  #isTip(record: number): boolean {
    return this.#tips[this.of(record).chain] === record;
  }

  #unite(records: readonly number[]): Uint32Array {
    const each = records.map((record) => this.of(record));
    const length = Math.max(...each.map(({ chain, known }) => Math.max(chain + 1, known.length)));
    const united = new Uint32Array(length);
    for (const { chain, place, known } of each) {
      for (let at = 0; at < known.length; at += 1)
        united[at] = Math.max(united[at] ?? 0, at === chain ? 0 : (known[at] ?? 0));
      united[chain] = Math.max(united[chain] ?? 0, place + 1);
    }
    return united;
  }

  /** What a record knows. */
  of(record: number): Knowledge {
    const found = this.#all[record];
    if (found === undefined) throw new RangeError(`there is no record ${record}`);
    return found;
  }
}
