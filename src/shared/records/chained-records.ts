import type { Knowledge } from './ancestry.ts';

interface Chain {
  /** The places of the records that stand in it, ascending. */
  readonly places: number[];
  /** For each of them the greatest value among it and those before it. */
  readonly greatest: number[];
}

interface KnownPart {
  readonly count: number;
  readonly greatest: number;
}

const none: KnownPart = { count: 0, greatest: -1 };

/**
 * Some records of a graph, each with a value from 0, by the chains in which they stand. Whatever a record knows of a chain
 * is its beginning, and it is known to the chain's rest: how many of these it knows, and how many know it, takes one search
 * in a chain, and not a question of every record (chain decomposition: Jagadish 1990, as in `ancestry.ts`).
 */
export class ChainedRecords {
  readonly #records: readonly Knowledge[];
  readonly #chains: (Chain | undefined)[] = [];
  /** The chains in which any of them stands. */
  readonly #numbers: readonly number[];
  /** What is known of other chains than one's own, by what says so: runs of records share it. */
  readonly #ofOthers = new WeakMap<Uint32Array, KnownPart>();
  /** By chain, how much of it each record that knows any of it knows, ascending. */
  readonly #knowing = new Map<number, Uint32Array>();

  constructor(records: readonly Knowledge[], valueOf: (record: Knowledge) => number = () => 0) {
    this.#records = records.toSorted((a, b) => a.place - b.place);
    for (const record of this.#records) {
      const { chain, place } = record;
      const stands = this.#chains[chain] ?? { places: [], greatest: [] };
      this.#chains[chain] = stands;
      stands.places.push(place);
      stands.greatest.push(Math.max(valueOf(record), stands.greatest.at(-1) ?? 0));
    }
    this.#numbers = [...new Set(this.#records.map(({ chain }) => chain))];
  }

  /** How many there are. */
  get size(): number {
    return this.#records.length;
  }

  /** How many of these a record knows, and the greatest value among them, -1 where it knows none. */
  knownTo({ chain, place, known }: Knowledge): KnownPart {
    const own = this.#begins(chain, place);
    const others = this.#ofOthers.get(known) ?? this.#add(chain, known);
    return { count: own.count + others.count, greatest: Math.max(own.greatest, others.greatest) };
  }

  /** How many of these know a record. */
  countKnowing({ chain, place }: Knowledge): number {
    const reach = this.#knowing.get(chain) ?? this.#reachInto(chain);
    return reach.length - countUpTo(reach, place);
  }

  /** What stands in the first `length` records of a chain. */
  #begins(chain: number, length: number): KnownPart {
    const stands = this.#chains[chain];
    const count = stands === undefined ? 0 : countUpTo(stands.places, length - 1);
    return count === 0 ? none : { count, greatest: stands?.greatest[count - 1] ?? -1 };
  }

  /** What is known of all chains but a record's own; only one chain's records share what says so. */
  #add(own: number, known: Uint32Array): KnownPart {
    let [count, greatest] = [0, -1];
    const look = (chain: number): void => {
      const length = known[chain] ?? 0;
      if (length === 0 || chain === own) return;
      const part = this.#begins(chain, length);
      count += part.count;
      greatest = Math.max(greatest, part.greatest);
    };
    if (known.length < this.#numbers.length) for (let at = 0; at < known.length; at += 1) look(at);
    else for (const chain of this.#numbers) look(chain);
    const sum = { count, greatest };
    this.#ofOthers.set(known, sum);
    return sum;
  }

  #reachInto(chain: number): Uint32Array {
    const reach: number[] = [];
    for (const record of this.#records) {
      const known = record.chain === chain ? record.place : (record.known[chain] ?? 0);
      if (known > 0) reach.push(known);
    }
    const sorted = Uint32Array.from(reach).sort();
    this.#knowing.set(chain, sorted);
    return sorted;
  }
}

/** How many of ascending numbers are at most `most`. */
function countUpTo(numbers: ArrayLike<number>, most: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) <= most) from = middle + 1;
    else to = middle;
  }
  return from;
}
