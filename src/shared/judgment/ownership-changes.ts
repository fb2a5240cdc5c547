import { knows, type Knowledge } from '../records/ancestry.ts';
import { ChainedRecords } from '../records/chained-records.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import type { RecordGraph } from '../records/record-graph.ts';
import { ownershipAccepted } from '../people/ownership-accepted.ts';
import { ownershipPassed } from '../people/ownership-passed.ts';
import { ownershipRecovered } from '../people/ownership-recovered.ts';
import { roleRevoked } from '../people/role-revoked.ts';

interface Passing {
  readonly pass: RecordId;
  readonly knowledge: Knowledge;
  readonly from: PersonId;
  readonly to: PersonId;
}

/** A record that changes who owns the draft, where it comes after the beginning of an ownership that it ends. */
interface Change {
  readonly record: RecordId;
  readonly knowledge: Knowledge;
  /** Who owns the draft then. */
  readonly owner: PersonId;
  /** What it accepts; null where the recovery owner takes the draft. */
  readonly accepts: Passing | null;
}

/** What ends an ownership: the records that do, and of these the one that begins the next. */
interface Ending {
  readonly next: Change | null;
  readonly ends: readonly RecordId[];
}

/** Changes in fold order, of which the first ones are of no account any more. */
interface Line {
  readonly changes: Change[];
  from: number;
}

/**
 * The records that may change who owns a draft. Each ownership begins after the one before, so that what does not come
 * after it is passed over once for all: going from owner to owner looks at every record once, and at every chain of records
 * once an owner.
 */
export class OwnershipChanges {
  readonly #passings = new Map<RecordId, Passing>();
  readonly #removals: ReadonlyMap<string, ChainedRecords>;
  readonly #all: Line = { changes: [], from: 0 };
  readonly #recoveries: Line = { changes: [], from: 0 };
  readonly #chains = new Map<number, Line>();

  /** With what each of the graph's entries knows, in their order. */
  constructor({ entries }: RecordGraph, known: readonly Knowledge[], recoveryOwner: PersonId | null) {
    const removals = new Map<string, Knowledge[]>();
    for (const [at, { record, event }] of entries.entries()) {
      const knowledge = known[at];
      if (event === null || knowledge === undefined) continue;
      const { id, author } = record;
      const to = ownershipPassed.in(record)?.to;
      if (to !== undefined) this.#passings.set(id, { pass: id, knowledge, from: author, to });
      const person = roleRevoked.in(record)?.person;
      if (person !== undefined) {
        const pair = pairOf({ from: author, to: person });
        const ofPair = removals.get(pair) ?? [];
        removals.set(pair, ofPair);
        ofPair.push(knowledge);
      }
    }
    this.#removals = new Map([...removals].map(([pair, known]) => [pair, new ChainedRecords(known)]));
    for (const [at, { record, event }] of entries.entries()) {
      const knowledge = known[at];
      if (event === null || knowledge === undefined) continue;
      const change = { record: record.id, knowledge, owner: record.author };
      if (record.type === ownershipRecovered.type && record.author === recoveryOwner)
        this.#add({ ...change, accepts: null });
      const accepts = this.#passings.get(ownershipAccepted.in(record)?.passed ?? '');
      if (accepts?.to === record.author && !this.#isEnded(accepts, knowledge))
        this.#add({ ...change, accepts });
    }
  }

  /** What ends the ownership of `owner` that began with a record of this knowledge. To be asked of one ownership after the other. */
  after(owner: PersonId, begun: Knowledge | null): Ending {
    if (begun === null) return { next: null, ends: [] };
    const isChange = ({ knowledge, accepts }: Change): boolean =>
      knows(knowledge, begun) &&
      (accepts === null || (accepts.from === owner && knows(accepts.knowledge, begun)));
    const first = advance(this.#all, isChange);
    if (first === undefined) return { next: null, ends: [] };
    const recovery = advance(this.#recoveries, isChange);
    const next = this.#isContested(first, recovery, begun, isChange) ? recovery : first;
    if (next !== undefined) return { next, ends: [next.record] };
    return { next: null, ends: firstOf(this.#all.changes.filter(isChange)) };
  }

  /** Passings by `owner`, since a record, that wait for their receiver. */
  offers(
    owner: PersonId,
    begun: Knowledge | null,
  ): readonly { readonly record: RecordId; readonly to: PersonId }[] {
    return [...this.#passings.values()]
      .filter(
        (passing) =>
          passing.from === owner &&
          begun !== null &&
          knows(passing.knowledge, begun) &&
          !this.#isEnded(passing, null),
      )
      .map(({ pass, to }) => ({ record: pass, to }));
  }

  /** Whether another change competes with the `first`, which comes before all others in fold order, without knowing of it. */
  #isContested(
    first: Change,
    recovery: Change | undefined,
    begun: Knowledge,
    isChange: (change: Change) => boolean,
  ): boolean {
    if (recovery === first) return false;
    if (recovery !== undefined && !knows(recovery.knowledge, first.knowledge)) return true;
    for (const line of this.#chains.values()) {
      advance(line, ({ knowledge }) => knows(knowledge, begun));
      for (let at = line.from; at < line.changes.length; at += 1) {
        const change = line.changes[at];
        if (change === undefined || knows(change.knowledge, first.knowledge)) break;
        if (change !== first && isChange(change)) return true;
      }
    }
    return false;
  }

  /**
   * Whether who offered the draft took a role from the receiver since, and whoever accepts knows of that. What a former
   * owner takes away without knowing of the acceptance ends nothing: else they could take the draft back by old parents.
   * An acceptance knows what it accepts, so that it knows of such a removal where it knows of more removals.
   */
  #isEnded(passing: Passing, acceptance: Knowledge | null): boolean {
    const removals = this.#removals.get(pairOf(passing));
    if (removals === undefined) return false;
    const before = removals.knownTo(passing.knowledge).count;
    return before < (acceptance === null ? removals.size : removals.knownTo(acceptance).count);
  }

  #add(change: Change): void {
    const { chain } = change.knowledge;
    const line = this.#chains.get(chain) ?? { changes: [], from: 0 };
    this.#chains.set(chain, line);
    line.changes.push(change);
    this.#all.changes.push(change);
    if (change.accepts === null) this.#recoveries.changes.push(change);
  }
}

function pairOf({ from, to }: Pick<Passing, 'from' | 'to'>): string {
  return `${from} ${to}`;
}

/** Passes over changes until one fits. */
function advance(line: Line, fits: (change: Change) => boolean): Change | undefined {
  for (; line.from < line.changes.length; line.from += 1) {
    const change = line.changes[line.from];
    if (change !== undefined && fits(change)) return change;
  }
  return undefined;
}

/** Of changes those that know of no other. */
function firstOf(changes: readonly Change[]): readonly RecordId[] {
  const known = new ChainedRecords(changes.map(({ knowledge }) => knowledge));
  return changes.flatMap(({ record, knowledge }) => (known.knownTo(knowledge).count === 0 ? [record] : []));
}
