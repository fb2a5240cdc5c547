import { contentErased } from '../events/content-erased.ts';
import { isErasable } from '../events/event-types.ts';
import type { FieldValue } from '../events/define-event.ts';
import type { RecordId, SignedRecord } from '../events/record.ts';
import { wordlessEntry, type GraphRecord, type RecordGraph } from './record-graph.ts';

/** A write that nothing counted replaces; `value` is null where its words were erased. */
export interface StandingWrite {
  readonly record: SignedRecord;
  readonly value: FieldValue | null;
}

/** Every field with its open values, in fold order. */
export type OpenValues = ReadonlyMap<string, readonly StandingWrite[]>;

/** Records whose words counted erasings take away, each with the erasing. */
export type Erasings = ReadonlyMap<RecordId, RecordId>;

/**
 * The erasings among counted records of a draft, by the records that they take words from. What no kind lets anybody
 * erase (rights, rounds, closes, approvals, seals, the draft's beginning) stays whatever a record says.
 */
export function erasingsOf(graph: RecordGraph, counted: readonly GraphRecord[]): Erasings {
  const found = new Map<RecordId, RecordId>();
  for (const { record } of counted)
    for (const erased of contentErased.in(record)?.erased ?? [])
      if (isErasable(graph.get(erased)?.record.type ?? '') && !found.has(erased))
        found.set(erased, record.id);
  return found;
}

/** These records with the words gone of each that an erasing takes them from. */
export function withErasings(entries: readonly GraphRecord[], erasings: Erasings): readonly GraphRecord[] {
  return erasings.size === 0
    ? entries
    : entries.map((entry) => (erasings.has(entry.record.id) ? wordlessEntry(entry) : entry));
}

/** The open values of every field: the counted writes that no counted write replaces. */
export function openValuesOf(counted: readonly GraphRecord[]): OpenValues {
  const writes = new Map<string, StandingWrite[]>();
  const replaced = new Set<string>();
  for (const { record, event } of counted) {
    for (const { field, over, value } of event?.writes ?? []) {
      for (const id of over) replaced.add(`${field} ${id}`);
      const here = writes.get(field);
      if (here === undefined) writes.set(field, [{ record, value }]);
      else here.push({ record, value });
    }
  }
  return new Map(
    [...writes].map(([field, all]) => [
      field,
      all.filter((write) => !replaced.has(`${field} ${write.record.id}`)),
    ]),
  );
}
