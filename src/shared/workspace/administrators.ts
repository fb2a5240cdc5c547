import type { GraphRecord, RecordGraph } from '../records/record-graph.ts';
import { administratorAppointed } from './administrator-appointed.ts';
import { administratorRemoved } from './administrator-removed.ts';
import { interestsListed } from './interests-listed.ts';
import type { PersonId, RecordId, SignedRecord } from '../records/record.ts';
import type { LostDevices } from '../people/lost-devices.ts';

/** Who administers a workspace, and why records of its log do not count. */
export interface Administration {
  /** In the order of their appointment; none only where a log cannot be put together. */
  readonly administrators: readonly PersonId[];
  /** Everybody whose office counts or counted once: one that ended later is still what it was. */
  readonly officeHolders: readonly PersonId[];
  /** Why each record that does not count is set aside, in words; records that count are absent. */
  readonly setAside: ReadonlyMap<RecordId, string>;
}

/** An office, by the record that gave it: the founding, or an appointment. */
interface Office {
  readonly person: PersonId;
  readonly record: RecordId;
  /** The removals that end it, none of which knew of another, or was known to the appointing administrator. */
  readonly endedBy: readonly RecordId[];
}

interface Removal {
  readonly author: PersonId;
  readonly record: RecordId;
}

/**
 * Judges the records of a workspace's log by what their authors knew. An office is ended by administrators whose own
 * office its appointment knew of, or by whoever holds it: so nobody removes who was there before them, and of two who
 * would remove each other it is settled who may, whatever parents either names. Where the founder's own leaving would
 * leave nobody (two may leave without knowing of each other), it does not count.
 */
export function administrationOf(graph: RecordGraph, lost: LostDevices = new Map()): Administration {
  const judged = judge(graph, lost, true);
  return judged.administrators.length > 0 ? judged : judge(graph, lost, false);
}

function judge(graph: RecordGraph, lost: LostDevices, mayFounderLeave: boolean): Administration {
  const removals = new Map<PersonId, Removal[]>();
  for (const { record, event } of graph.entries) {
    const removed = event === null ? undefined : administratorRemoved.in(record)?.person;
    if (removed === undefined || isAfterLoss(record)) continue;
    const before = removals.get(removed) ?? [];
    before.push({ author: record.author, record: record.id });
    removals.set(removed, before);
  }
  const offices: Office[] = [];
  const officesOf = new Map<PersonId, Office[]>();
  // In fold order: whoever may end an office was in theirs before it.
  for (const entry of graph.entries) {
    const person = appointedBy(graph, entry);
    if (person === undefined || !isAdministrators(entry.record)) continue;
    const office = { person, record: entry.record.id, endedBy: endsOf(person, entry.record.id) };
    offices.push(office);
    officesOf.set(person, [...(officesOf.get(person) ?? []), office]);
  }
  const ending = new Set(offices.flatMap(({ endedBy }) => endedBy));
  const setAside = new Map<RecordId, string>();
  for (const { record } of graph.entries) {
    const why = whySetAside(record);
    if (why !== null) setAside.set(record.id, why);
  }
  const standing = offices.filter(({ endedBy }) => endedBy.length === 0).map(({ person }) => person);
  return {
    administrators: [...new Set(standing)],
    officeHolders: [...new Set(offices.map(({ person }) => person))],
    setAside,
  };

  function isAfterLoss({ author, key, seq, id }: SignedRecord): boolean {
    return id !== graph.draft && seq > (lost.get(author)?.get(key) ?? Infinity);
  }

  function endsOf(person: PersonId, appointment: RecordId): readonly RecordId[] {
    const unknown = (removals.get(person) ?? []).filter(
      ({ record }) => !graph.isAncestor(record, appointment),
    );
    const byOthers = unknown.filter(({ author, record }) =>
      (officesOf.get(author) ?? []).some(
        (office) => graph.isAncestor(office.record, appointment) && isWithinOffice(office, record),
      ),
    );
    const office = { person, record: appointment, endedBy: firstOf(byOthers) };
    const mayLeave = mayFounderLeave || appointment !== graph.draft;
    const isOthers = new Set(byOthers);
    return firstOf(
      unknown.filter(
        (removal) =>
          isOthers.has(removal) ||
          (removal.author === person && mayLeave && isWithinOffice(office, removal.record)),
      ),
    );
  }

  /** Removals that knew of none of the others: one that did ends nothing more, and what it took to judge it stays small. */
  function firstOf(all: readonly Removal[]): readonly RecordId[] {
    const first: RecordId[] = [];
    for (const { record } of all)
      if (!first.some((other) => graph.isAncestor(other, record))) first.push(record);
    return first;
  }

  /** Whether a record was written in an office: knowing of it, and known to whoever ended it. */
  function isWithinOffice({ record: since, endedBy }: Office, record: RecordId): boolean {
    return graph.isAncestor(since, record) && endedBy.every((end) => graph.isWithin(record, end));
  }

  function isAdministrators(record: SignedRecord): boolean {
    if (record.id === graph.draft) return true;
    const theirs = officesOf.get(record.author) ?? [];
    return !isAfterLoss(record) && theirs.some((office) => isWithinOffice(office, record.id));
  }

  function whySetAside(record: SignedRecord): string | null {
    if (isAfterLoss(record))
      return 'It was written with a device that its owner has reported lost, after the last record known then.';
    // Of oneself everybody says what there is to say.
    if (record.type === interestsListed.type) return null;
    if (!isAdministrators(record)) {
      const knew = (officesOf.get(record.author) ?? []).some((office) =>
        graph.isAncestor(office.record, record.id),
      );
      return knew
        ? 'It was written without knowing that its author is no administrator any more.'
        : 'Its author is no administrator of this workspace.';
    }
    return record.type === administratorRemoved.type && !ending.has(record.id)
      ? 'It removes nobody: whom it names is no administrator any more, was one before its author was, or would leave the workspace to nobody.'
      : null;
  }
}

/** Whom a record would make an administrator. */
function appointedBy(graph: RecordGraph, { record, event }: GraphRecord): PersonId | undefined {
  if (record.id === graph.draft) return record.author;
  return event === null ? undefined : administratorAppointed.in(record)?.person;
}
