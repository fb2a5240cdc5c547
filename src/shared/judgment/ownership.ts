import { knows, type Knowledge } from '../records/ancestry.ts';
import { ChainedRecords } from '../records/chained-records.ts';
import type { RecordGraph } from '../records/record-graph.ts';
import { draftBegun } from '../draft/draft-begun.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import { OwnershipChanges } from './ownership-changes.ts';

/** A stretch in which one person owned the draft. */
interface Epoch {
  readonly owner: PersonId;
  /** The record with which it began. */
  readonly since: RecordId;
  /** What ended it: one record, or several competing acceptances; empty while it lasts. */
  readonly ends: readonly RecordId[];
  /** True where the recovery owner took the draft: then nothing of the former owner's right remains. */
  readonly endedByRecovery: boolean;
}

/** Who owned the draft when; `contested` where several acceptances compete and nobody has settled it. */
export interface Ownership {
  /** One after the other: each begins with what ended the one before. */
  readonly epochs: readonly Epoch[];
  readonly owner: PersonId;
  readonly recoveryOwner: PersonId | null;
  readonly contested: boolean;
  /** Passings that wait for their receiver. */
  readonly offers: readonly { readonly record: RecordId; readonly to: PersonId }[];
}

/** Who owned the draft when, and what the record with which each ownership began knows; null where it does not fold. */
interface Owners {
  readonly ownership: Ownership;
  readonly begun: readonly (Knowledge | null)[];
}

/**
 * The chain of owners, from the set of records alone. A passing counts when its receiver accepted it; of several that
 * compete without knowing of each other none counts until the recovery owner takes the draft, so that a former owner
 * gains nothing by naming old parents. `known` is what each of the graph's entries knows.
 */
export function ownershipOf(graph: RecordGraph, known: readonly Knowledge[]): Owners {
  const begun = graph.get(graph.draft)?.record;
  const recoveryOwner = (begun === undefined ? undefined : draftBegun.in(begun))?.recoveryOwner ?? null;
  const changes = new OwnershipChanges(graph, known, recoveryOwner);
  const epochs: Epoch[] = [];
  const begunBy: (Knowledge | null)[] = [];
  let owner = begun?.author ?? '';
  let since: RecordId = graph.draft;
  let knowledge = graph.knowledgeOf(since) ?? null;
  for (;;) {
    const { next, ends } = changes.after(owner, knowledge);
    const endedByRecovery = next !== null && next.accepts === null;
    epochs.push({ owner, since, ends, endedByRecovery });
    begunBy.push(knowledge);
    if (next === null) {
      const contested = ends.length > 0;
      const offers = changes.offers(owner, knowledge);
      return { ownership: { epochs, owner, recoveryOwner, contested, offers }, begun: begunBy };
    }
    owner = next.owner;
    since = next.record;
    ({ knowledge } = next);
  }
}

/** In which ownership a record of the draft was written, by what its author knew. */
export class OwnershipEpochs {
  readonly #epochs: readonly Epoch[];
  readonly #begun: readonly (Knowledge | null)[];
  /** By person the beginning of their first ownership that a recovery ended. */
  readonly #firstRecovered = new Map<PersonId, Knowledge>();
  /** What ended the last one. */
  readonly #ends: ChainedRecords;

  constructor(graph: RecordGraph, { ownership: { epochs }, begun }: Owners) {
    this.#epochs = epochs;
    this.#begun = begun;
    this.#ends = new ChainedRecords(
      (epochs.at(-1)?.ends ?? []).flatMap((end) => graph.knowledgeOf(end) ?? []),
    );
    epochs.forEach(({ owner, endedByRecovery }, at) => {
      const since = begun[at];
      if (endedByRecovery && since != null && !this.#firstRecovered.has(owner))
        this.#firstRecovered.set(owner, since);
    });
  }

  /** The number of the last ownership whose beginning a record knows, -1 where it knows none: a search, as each knows the one before. */
  lastKnown(record: Knowledge): number {
    let [from, to] = [0, this.#epochs.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const begun = this.#begun[middle];
      if (begun != null && knows(record, begun)) from = middle + 1;
      else to = middle;
    }
    return from - 1;
  }

  /** Whether what ended an ownership knows a record; so where nothing ended it. */
  isBeforeEnd(record: Knowledge, epoch: number): boolean {
    if (epoch === this.#epochs.length - 1) return this.#ends.countKnowing(record) === this.#ends.size;
    const next = this.#begun[epoch + 1];
    return next != null && knows(next, record);
  }

  /** Whether a record knows of an ownership of this person that a recovery ended. */
  knowsRecovered(person: PersonId, record: Knowledge): boolean {
    const first = this.#firstRecovered.get(person);
    return first !== undefined && knows(record, first);
  }

  /** The beginning of the ownership of this person within which a record was written and which a recovery ended; null where none. */
  recoveredFrom(person: PersonId, record: Knowledge): Knowledge | null {
    const last = this.lastKnown(record);
    const epoch = this.#epochs[last];
    const isTheirs = epoch?.owner === person && epoch.endedByRecovery && this.isBeforeEnd(record, last);
    return isTheirs ? (this.#begun[last] ?? null) : null;
  }

  /** Whether a record was written by who owned the draft then. An ownership's first record is of it. */
  isOwners(author: PersonId, record: Knowledge): boolean {
    const before = this.lastKnown(record);
    const begun = this.#begun[before + 1];
    const epoch = begun != null && isSame(begun, record) ? before + 1 : before;
    return this.#epochs[epoch]?.owner === author && this.isBeforeEnd(record, epoch);
  }
}

function isSame(one: Knowledge, other: Knowledge): boolean {
  return one.chain === other.chain && one.place === other.place;
}
