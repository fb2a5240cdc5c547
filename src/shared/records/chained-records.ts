import type { Knowledge } from './ancestry.ts';
import type { KnownChains } from './known-chains.ts';

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

/** Of so many records, how many known of a chain at least. */
interface Reach {
  readonly known: number;
  readonly records: number;
}

/**
 * Some records of a graph, each with a value from 0, by the chains in which they stand. Whatever a record knows of a chain
 * is its beginning, and it is known to the chain's rest (chain decomposition: Jagadish 1990, as in `ancestry.ts`). How many
 * of these a record knows is summed once for each branch of what is known, which many records share; how many know it, from
 * how many records have each branch.
 */
export class ChainedRecords {
  readonly #records: readonly Knowledge[];
  readonly #chains = new Map<number, Chain>();
  readonly #inBranches = new Map<KnownChains, KnownPart>();
  /** By chain, how many of it are known to how many records, most first, each with all before it; made when asked for. */
  #reaches: ReadonlyMap<number, readonly Reach[]> | null = null;

  constructor(records: readonly Knowledge[], valueOf: (record: Knowledge) => number = () => 0) {
    this.#records = records.toSorted((a, b) => a.place - b.place);
    for (const record of this.#records) {
      const { chain, place } = record;
      const stands = this.#chains.get(chain) ?? { places: [], greatest: [] };
      this.#chains.set(chain, stands);
      stands.places.push(place);
      stands.greatest.push(Math.max(valueOf(record), stands.greatest.at(-1) ?? 0));
    }
  }

  /** How many there are. */
  get size(): number {
    return this.#records.length;
  }

  /** How many of these a record knows, and the greatest value among them, -1 where it knows none. */
  knownTo({ chain, place, known }: Knowledge): KnownPart {
    const own = this.#begins(chain, place);
    const all = this.#inBranch(known, 0);
    // What the others say of the own chain is a beginning of what stands before the record itself.
    const twice = this.#begins(chain, known.of(chain)).count;
    return { count: own.count + all.count - twice, greatest: Math.max(own.greatest, all.greatest) };
  }

  /** How many of these know a record. */
  countKnowing({ chain, place }: Knowledge): number {
    this.#reaches ??= reachesOf(this.#records);
    const reaches = this.#reaches.get(chain) ?? [];
    return reaches[firstWhere(reaches.length, (at) => (reaches[at]?.known ?? 0) <= place) - 1]?.records ?? 0;
  }

  /** What stands in the first `length` records of a chain. */
  #begins(chain: number, length: number): KnownPart {
    const stands = length === 0 ? undefined : this.#chains.get(chain);
    if (stands === undefined) return none;
    const { places, greatest } = stands;
    const count = firstWhere(places.length, (at) => (places[at] ?? 0) >= length);
    return count === 0 ? none : { count, greatest: greatest[count - 1] ?? -1 };
  }

  /** What is known by a branch for the chains from `first` on. */
  #inBranch(branch: KnownChains, first: number): KnownPart {
    const before = this.#inBranches.get(branch);
    if (before !== undefined) return before;
    let [all, most] = [0, -1];
    const add = ({ count, greatest }: KnownPart): void => {
      all += count;
      most = Math.max(most, greatest);
    };
    branch.counts.forEach((known, at) => {
      if (known > 0) add(this.#begins(first + at, known));
    });
    branch.branches.forEach((part, at) => {
      if (part !== undefined) add(this.#inBranch(part, first + at * part.width));
    });
    const sum = { count: all, greatest: most };
    this.#inBranches.set(branch, sum);
    return sum;
  }
}

/** By chain how much of it is known to how many of these records, most first. */
function reachesOf(records: readonly Knowledge[]): ReadonlyMap<number, readonly Reach[]> {
  const found = new Map<number, Map<number, number>>();
  const add = (chain: number, known: number, records: number): void => {
    if (known === 0) return;
    const ofChain = found.get(chain) ?? new Map<number, number>();
    found.set(chain, ofChain);
    ofChain.set(known, (ofChain.get(known) ?? 0) + records);
  };
  const levels: Map<KnownChains, { readonly first: number; records: number }>[] = [];
  const hold = (branch: KnownChains, first: number, records: number): void => {
    const level = (levels[branch.height] ??= new Map());
    const held = level.get(branch);
    if (held === undefined) level.set(branch, { first, records });
    else held.records += records;
  };
  for (const { chain, place, known } of records) {
    hold(known, 0, 1);
    add(chain, known.of(chain), -1);
    add(chain, place, 1);
  }
  for (let height = levels.length - 1; height >= 0; height -= 1)
    for (const [branch, { first, records }] of levels[height] ?? []) {
      branch.counts.forEach((known, at) => add(first + at, known, records));
      branch.branches.forEach((part, at) => {
        if (part !== undefined) hold(part, first + at * part.width, records);
      });
    }
  return new Map([...found].map(([chain, known]) => [chain, withAllBefore(known)]));
}

function withAllBefore(ofChain: ReadonlyMap<number, number>): readonly Reach[] {
  let all = 0;
  return [...ofChain]
    .sort(([a], [b]) => b - a)
    .map(([known, records]) => {
      all += records;
      return { known, records: all };
    });
}

/** The first of so many places for which something holds that holds for all after it; their number where there is none. */
function firstWhere(length: number, holds: (at: number) => boolean): number {
  let [from, to] = [0, length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
