import type { EventType, ReadEvent } from './define-event.ts';
import type { DeviceKey, RecordId, SignedRecord } from './record.ts';
import { Ancestry, type Knowledge } from './ancestry.ts';
import { byFoldOrder, edgesOf } from './fold-order.ts';
import { misfitIn, outOfOrder, type GraphFault } from './graph-faults.ts';

/** Records whose words were left out of a copy, each with the statement that says so. */
export type LeftOut = ReadonlyMap<RecordId, RecordId>;

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

/** Kinds of record by name: those of a draft, or of another kind of log. */
export type KindsOfRecord = ReadonlyMap<string, EventType>;

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
  readonly #kinds: KindsOfRecord;
  /** Every record that was given, whether it folds or not. */
  #all = new Map<RecordId, SignedRecord>();
  /** Places in `entries`. A graph that went on from this one shares it, so that places from the end on are not ours. */
  #index = new Map<RecordId, number>();
  /** Records that none after them names. */
  #heads = new Set<RecordId>();
  /** By key, its record with the highest number; of two with one number the first. */
  #tips = new Map<DeviceKey, SignedRecord>();
  #ancestry = new Ancestry();

  constructor(
    draft: RecordId,
    records: Iterable<SignedRecord>,
    kinds: KindsOfRecord,
    leftOut: LeftOut = new Map(),
    redacted = false,
  ) {
    this.draft = draft;
    this.leftOut = leftOut;
    this.redacted = redacted;
    this.#kinds = kinds;
    const all = this.#all;
    for (const record of records) if (!all.has(record.id)) all.set(record.id, record);
    const sorted = [...all.values()].sort(byFoldOrder);
    const entries: GraphRecord[] = [];
    const faults: GraphFault[] = [];
    const missing: Missing[] = [];
    const beyondKnowledge = new Set<RecordId>();
    for (const record of sorted) {
      const edges = edgesOf(record);
      const known = this.#known(edges);
      const later = edges.some((id) => (all.get(id)?.lamport ?? 0) >= record.lamport);
      const fault = later ? outOfOrder : this.#misfit(record, edges, known, entries);
      if (fault !== null) {
        faults.push({ record: record.id, ...fault });
        continue;
      }
      for (const id of edges)
        if (!this.#index.has(id) && !all.has(id)) missing.push({ record: id, neededBy: record.id });
      if (known.length < edges.length) continue;
      if (!this.#take(record, edges, known, entries)) beyondKnowledge.add(record.id);
    }
    this.entries = entries;
    this.faults = faults;
    this.missing = missing;
    this.beyondKnowledge = beyondKnowledge;
  }

  /** How many records were given, those among them that do not fold. */
  get given(): number {
    return this.#all.size;
  }

  /** Whether a record with this id was given, whether it folds or not. */
  isGiven(id: RecordId): boolean {
    return this.#all.has(id);
  }

  /** Whether this very record was given, and not another form of it. */
  wasGiven(record: SignedRecord): boolean {
    return this.#all.get(record.id) === record;
  }

  /**
   * This graph with more records, given in fold order, at the cost of these alone: null unless each comes after all
   * others, fits them, has all its ancestors here, and nothing waits for it. Only the newest graph goes on, and once.
   */
  with(records: readonly SignedRecord[]): RecordGraph | null {
    if (this.#ancestry.size !== this.entries.length) return null;
    const entries = [...this.entries];
    const beyondKnowledge = new Set(this.beyondKnowledge);
    const next = new RecordGraph(this.draft, [], this.#kinds, this.leftOut, this.redacted);
    next.#all = this.#all;
    next.#index = this.#index;
    next.#heads = new Set(this.#heads);
    next.#tips = new Map(this.#tips);
    next.#ancestry = this.#ancestry;
    for (const record of records) {
      const last = entries.at(-1);
      const edges = edgesOf(record);
      const known = this.#known(edges);
      const fits =
        (last === undefined || byFoldOrder(last.record, record) < 0) &&
        !this.#all.has(record.id) &&
        known.length === edges.length &&
        this.missing.every((missing) => missing.record !== record.id) &&
        this.#misfit(record, edges, known, entries) === null;
      if (!fits) return null;
      this.#all.set(record.id, record);
      if (!next.#take(record, edges, known, entries)) beyondKnowledge.add(record.id);
    }
    return Object.assign(next, { entries, faults: this.faults, missing: this.missing, beyondKnowledge });
  }

  /** Whether `id` is among the records that fold. */
  has(id: RecordId): boolean {
    return this.get(id) !== undefined;
  }

  /** The record with this id, where it folds. */
  get(id: RecordId): GraphRecord | undefined {
    const at = this.#index.get(id);
    return at === undefined ? undefined : this.entries[at];
  }

  /** Whether `ancestor` was known, directly or through others, to the author of `id`. */
  isAncestor(ancestor: RecordId, id: RecordId): boolean {
    const [of, at] = [this.#index.get(id), this.#index.get(ancestor)];
    if (of === undefined || at === undefined || of >= this.entries.length) return false;
    return this.#ancestry.isAncestor(at, of);
  }

  /** What the record with this id knows, where it folds: for many questions of one record, each without its id. */
  knowledgeOf(id: RecordId): Knowledge | undefined {
    const at = this.#index.get(id);
    return at === undefined || at >= this.entries.length ? undefined : this.#ancestry.of(at);
  }

  /** What each record of `entries` knows, in their order: for questions of all records, none of which is looked up. */
  knowledge(): readonly Knowledge[] {
    return this.entries.map((_, at) => this.#ancestry.of(at));
  }

  /** The same, or the record itself. */
  isWithin(ancestor: RecordId, id: RecordId): boolean {
    return ancestor === id || this.isAncestor(ancestor, id);
  }

  /** Records that no other one has among its ancestors, by id. */
  heads(): readonly RecordId[] {
    return [...this.#heads].sort();
  }

  /** By key, its record with the highest number. */
  tips(): ReadonlyMap<DeviceKey, SignedRecord> {
    return this.#tips;
  }

  /** These records and all their ancestors, in fold order. */
  upTo(heads: readonly RecordId[]): readonly SignedRecord[] {
    return this.entries
      .map(({ record }) => record)
      .filter((record) => heads.some((head) => this.isWithin(record.id, head)));
  }

  /** The places of those of these records that fold. */
  #known(ids: readonly RecordId[]): readonly number[] {
    const places: number[] = [];
    for (const id of ids) {
      const at = this.#index.get(id);
      if (at !== undefined) places.push(at);
    }
    return places;
  }

  /** Puts a record at the end. False where its body speaks of others that its author did not have. */
  #take(
    record: SignedRecord,
    edges: readonly RecordId[],
    known: readonly number[],
    entries: GraphRecord[],
  ): boolean {
    const knowledge = this.#ancestry.knowing(known);
    const entry = graphRecordOf(record, this.#kinds);
    const isKnown = (id: RecordId): boolean => {
      const at = this.#index.get(id);
      return at !== undefined && this.#ancestry.holds(knowledge, at);
    };
    const says = entry.event?.names.every(isKnown) ?? true;
    this.#index.set(record.id, entries.length);
    this.#ancestry.add(knowledge);
    for (const id of edges) this.#heads.delete(id);
    this.#heads.add(record.id);
    if ((this.#tips.get(record.key)?.seq ?? 0) < record.seq) this.#tips.set(record.key, record);
    entries.push(says ? entry : { record, event: null });
    return says;
  }

  /** Why a record does not fit those before it; `known` are the places of its edges that are among them. */
  #misfit(
    record: SignedRecord,
    edges: readonly RecordId[],
    known: readonly number[],
    entries: readonly GraphRecord[],
  ): Omit<GraphFault, 'record'> | null {
    const lamports = known.map((at) => entries[at]?.record.lamport ?? 0);
    const before = record.prev === null ? undefined : this.#earlier(record.prev, entries);
    return misfitIn(this.draft, record, { named: edges.length, lamports, before });
  }

  #earlier(id: RecordId, entries: readonly GraphRecord[]): SignedRecord | undefined {
    const at = this.#index.get(id);
    return at === undefined ? undefined : entries[at]?.record;
  }
}

/** Each record with what it says in a log of these kinds, read once: a record never changes. */
const graphRecords = new WeakMap<KindsOfRecord, WeakMap<SignedRecord, GraphRecord>>();

/** A record with what it says. */
export function graphRecordOf(record: SignedRecord, kinds: KindsOfRecord): GraphRecord {
  const known = graphRecords.get(kinds) ?? new WeakMap<SignedRecord, GraphRecord>();
  graphRecords.set(kinds, known);
  const before = known.get(record);
  if (before !== undefined) return before;
  const event = record.v === 1 ? (kinds.get(record.type)?.read(record) ?? null) : null;
  const entry = { record, event };
  known.set(record, entry);
  return entry;
}
