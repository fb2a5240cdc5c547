import { KnownChains } from './known-chains.ts';

/** What one record knows: the chain it stands in, its place there (0 for the first), and how much of each other chain. */
export interface Knowledge {
  readonly chain: number;
  readonly place: number;
  /** Of the other chains, how many of the first records are ancestors; the own chain is in `place`. */
  readonly known: KnownChains;
}

/** Whether one record knows another, each by what it knows itself. */
export function knows({ chain, place, known }: Knowledge, other: Knowledge): boolean {
  return other.place < (other.chain === chain ? place : known.of(other.chain));
}

/**
 * Which records were known to which, exactly, for any acyclic graph. Records are parted into chains, in which each knows
 * the one before it; so what a record knows of a chain is always its beginning, and one number tells it (a chain
 * decomposition after Jagadish, "A compression technique to materialize transitive closure", 1990, section 3). What
 * records know is shared between them: memory grows with what each adds, and not with the square of the records.
 */
export class Ancestry {
  readonly #all: Knowledge[] = [];
  /** By chain, the number of its last record. */
  readonly #tips: number[] = [];
  /** By record, what those know that name it from another chain, where any does. */
  readonly #afters: (KnownChains | undefined)[] = [];

  /** How many records were added. */
  get size(): number {
    return this.#all.length;
  }

  /** What a record that directly knows these (by number, 0 for the first added) would know. Nothing is added. */
  knowing(edges: readonly number[]): Knowledge {
    const from = edges.find((edge) => this.#isTip(edge));
    const base = from ?? edges[0];
    if (base === undefined) return { chain: this.#tips.length, place: 0, known: KnownChains.none };
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

  #unite(records: readonly number[]): KnownChains {
    return records.reduce((united, record) => united.united(this.#after(record)), KnownChains.none);
  }

  /** What every record of another chain knows that names this one: made once, for all of them. */
  #after(record: number): KnownChains {
    const before = this.#afters[record];
    if (before !== undefined) return before;
    const { chain, place, known } = this.of(record);
    const after = known.with(chain, place + 1);
    this.#afters[record] = after;
    return after;
  }

  /** What a record knows. */
  of(record: number): Knowledge {
    const found = this.#all[record];
    if (found === undefined) throw new RangeError(`there is no record ${record}`);
    return found;
  }
}
