import { draftEventTypes } from '../events/event-types.ts';
import type { EventType, ReadEvent } from '../events/define-event.ts';
import type { RecordId, SignedRecord } from '../events/record.ts';
import { Ancestry } from './ancestry.ts';
import type { LeftOut } from '../exchange/left-out.ts';

/** A record that every line check passed and that does not fit the others. */
export interface GraphFault {
  readonly record: RecordId;
  readonly code: 'lamport' | 'sequence' | 'other-draft' | 'second-beginning';
  readonly message: string;
}

/** A record that others name and nobody has. */
export interface Missing {
  readonly record: RecordId;
  readonly neededBy: RecordId;
}

/** One record of the graph with what its body says; `event` is null for shells, unknown types and unreadable bodies. */
export interface GraphRecord {
  readonly record: SignedRecord;
  readonly event: ReadEvent | null;
}

const outOfOrder: Omit<GraphFault, 'record'> = {
  code: 'lamport',
  message: "The record's place in the order does not follow from what it names.",
};

/** Kinds of record by name: those of a draft, or of another kind of log. */
export type KindsOfRecord = ReadonlyMap<string, EventType>;

/** Whether a record is of a later version of the envelope or of its kind's body, or of none of the kinds known. */
export function isNewerThan(kinds: KindsOfRecord, record: SignedRecord): boolean {
  const kind = kinds.get(record.type);
  return record.v !== 1 || kind === undefined || kind.isLater(record);
}

/** The records of one draft, or of another log, whose ancestors are all there, in fold order: lamport, then id. */
export class RecordGraph {
  readonly draft: RecordId;
  readonly entries: readonly GraphRecord[];
  readonly faults: readonly GraphFault[];
  readonly missing: readonly Missing[];
  /** What was left out of copies, by statements beside the draft's records. */
  readonly leftOut: LeftOut;
  /** Whether these are the records of a redacted copy, which holds too little to judge the law of a seal by. */
  readonly redacted: boolean;
  /** Records whose bodies speak of others that their authors did not have: they say nothing, and others may follow them. */
  readonly beyondKnowledge: ReadonlySet<RecordId>;
  readonly #index = new Map<RecordId, number>();
  /** Records that none after them names. */
  readonly #heads = new Set<RecordId>();
  readonly #ancestry = new Ancestry();

  constructor(
    draft: RecordId,
    records: Iterable<SignedRecord>,
    leftOut: LeftOut = new Map(),
    redacted = false,
    kinds: KindsOfRecord = draftEventTypes,
  ) {
    this.draft = draft;
    this.leftOut = leftOut;
    this.redacted = redacted;
    const all = new Map<RecordId, SignedRecord>();
    for (const record of records) if (!all.has(record.id)) all.set(record.id, record);
    const sorted = [...all.values()].sort(byFoldOrder);
    const entries: GraphRecord[] = [];
    const faults: GraphFault[] = [];
    const missing: Missing[] = [];
    const beyondKnowledge = new Set<RecordId>();
    for (const record of sorted) {
      const edges = edgesOf(record);
      const known: number[] = [];
      for (const id of edges) {
        const at = this.#index.get(id);
        if (at !== undefined) known.push(at);
      }
      const later = edges.some((id) => (all.get(id)?.lamport ?? 0) >= record.lamport);
      const fault = later ? outOfOrder : this.#misfit(record, edges, known, entries);
      if (fault !== null) {
        faults.push({ record: record.id, ...fault });
        continue;
      }
      for (const id of edges)
        if (!this.#index.has(id) && !all.has(id)) missing.push({ record: id, neededBy: record.id });
      if (known.length < edges.length) continue;
      const knowledge = this.#ancestry.knowing(known);
      const entry = graphRecordOf(record, kinds);
      const isKnown = (id: RecordId): boolean => {
        const at = this.#index.get(id);
        return at !== undefined && this.#ancestry.holds(knowledge, at);
      };
      const says = entry.event?.names.every(isKnown) ?? true;
      if (!says) beyondKnowledge.add(record.id);
      this.#index.set(record.id, entries.length);
      this.#ancestry.add(knowledge);
      for (const id of edges) this.#heads.delete(id);
      this.#heads.add(record.id);
      entries.push(says ? entry : { record, event: null });
    }
    this.entries = entries;
    this.faults = faults;
    this.missing = missing;
    this.beyondKnowledge = beyondKnowledge;
  }

  /** Whether `id` is among the records that fold. */
  has(id: RecordId): boolean {
    return this.#index.has(id);
  }

  /** The record with this id, where it folds. */
  get(id: RecordId): GraphRecord | undefined {
    const at = this.#index.get(id);
    return at === undefined ? undefined : this.entries[at];
  }

  /** Whether `ancestor` was known, directly or through others, to the author of `id`. */
  isAncestor(ancestor: RecordId, id: RecordId): boolean {
    const [of, at] = [this.#index.get(id), this.#index.get(ancestor)];
    return of !== undefined && at !== undefined && this.#ancestry.isAncestor(at, of);
  }

  /** The same, or the record itself. */
  isWithin(ancestor: RecordId, id: RecordId): boolean {
    return ancestor === id || this.isAncestor(ancestor, id);
  }

  /** Records that no other one has among its ancestors, by id. */
  heads(): readonly RecordId[] {
    return [...this.#heads].sort();
  }

  /** These records and all their ancestors, in fold order. */
  upTo(heads: readonly RecordId[]): readonly SignedRecord[] {
    return this.entries
      .map(({ record }) => record)
      .filter((record) => heads.some((head) => this.isWithin(record.id, head)));
  }

  /** Why a record does not fit those before it; `known` are the places of its edges that are among them. */
  #misfit(
    record: SignedRecord,
    edges: readonly RecordId[],
    known: readonly number[],
    entries: readonly GraphRecord[],
  ): Omit<GraphFault, 'record'> | null {
    const first = record.id === this.draft;
    if (first ? record.draft !== null : record.draft !== this.draft) {
      return record.draft === null
        ? { code: 'second-beginning', message: 'The record begins another draft.' }
        : { code: 'other-draft', message: 'The record belongs to another draft.' };
    }
    if (!first && edges.length === 0) {
      return { code: 'lamport', message: 'The record names nothing that came before it.' };
    }
    const greatest = known.reduce((most, at) => Math.max(most, entries[at]?.record.lamport ?? 0), 0);
    if (known.length === edges.length && record.lamport !== 1 + greatest) return outOfOrder;
    if ((record.seq === 1) !== (record.prev === null)) {
      return { code: 'sequence', message: "The record's number does not fit the record before it." };
    }
    const before = record.prev === null ? undefined : this.#earlier(record.prev, entries);
    if (before !== undefined && (before.key !== record.key || before.seq !== record.seq - 1)) {
      return { code: 'sequence', message: "The record's number does not follow its key's record before." };
    }
    return null;
  }

  #earlier(id: RecordId, entries: readonly GraphRecord[]): SignedRecord | undefined {
    const at = this.#index.get(id);
    return at === undefined ? undefined : entries[at]?.record;
  }
}

/** Records in the order in which they fold: lamport, then id. */
export function inFoldOrder(entries: readonly GraphRecord[]): readonly GraphRecord[] {
  return entries.toSorted((a, b) => byFoldOrder(a.record, b.record));
}

function byFoldOrder(a: SignedRecord, b: SignedRecord): number {
  return a.lamport - b.lamport || (a.id < b.id ? -1 : 1);
}

/** The records a record directly stands on. */
export function edgesOf(record: SignedRecord): readonly RecordId[] {
  return record.prev === null || record.parents.includes(record.prev)
    ? record.parents
    : [...record.parents, record.prev];
}

/** Each record with what it says in a log of these kinds, read once: a record never changes. */
const graphRecords = new WeakMap<KindsOfRecord, WeakMap<SignedRecord, GraphRecord>>();

function graphRecordOf(record: SignedRecord, kinds: KindsOfRecord): GraphRecord {
  const known = graphRecords.get(kinds) ?? new WeakMap<SignedRecord, GraphRecord>();
  graphRecords.set(kinds, known);
  const before = known.get(record);
  if (before !== undefined) return before;
  const event = record.v === 1 ? (kinds.get(record.type)?.read(record) ?? null) : null;
  const entry = { record, event };
  known.set(record, entry);
  return entry;
}

const withoutWords = new WeakMap<SignedRecord, GraphRecord>();

/** A record as it reads once its words are erased, whether or not this copy of it still has them. */
export function wordlessEntry(entry: GraphRecord): GraphRecord {
  if (entry.record.words === undefined) return entry;
  const before = withoutWords.get(entry.record);
  if (before !== undefined) return before;
  const { words: _words, wordsSalt: _salt, ...record } = entry.record;
  const wordless = graphRecordOf(record, draftEventTypes);
  withoutWords.set(entry.record, wordless);
  return wordless;
}
