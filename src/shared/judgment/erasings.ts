import { contentErased } from '../draft/content-erased.ts';
import { draftEventTypes, isErasable } from './event-types.ts';
import type { RecordId, SignedRecord } from '../records/record.ts';
import { graphRecordOf, type GraphRecord, type RecordGraph } from '../records/record-graph.ts';

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

/** These records with the words gone of each that an erasing takes them from. */
export function withErasings(entries: readonly GraphRecord[], erasings: Erasings): readonly GraphRecord[] {
  return erasings.size === 0
    ? entries
    : entries.map((entry) => (erasings.has(entry.record.id) ? wordlessEntry(entry) : entry));
}
