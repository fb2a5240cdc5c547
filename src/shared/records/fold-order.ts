import type { RecordId, SignedRecord } from './record.ts';

/** Which of two records folds first: by lamport, then by id. Below 0 where `a` does. */
export function byFoldOrder(a: SignedRecord, b: SignedRecord): number {
  return a.lamport - b.lamport || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Records in the order in which they fold. */
export function inFoldOrder<T extends { readonly record: SignedRecord }>(
  entries: readonly T[],
): readonly T[] {
  return entries.toSorted((a, b) => byFoldOrder(a.record, b.record));
}

/** The records a record directly stands on. */
export function edgesOf(record: SignedRecord): readonly RecordId[] {
  return record.prev === null || record.parents.includes(record.prev)
    ? record.parents
    : [...record.parents, record.prev];
}
