import { RecordGraph, type GraphRecord } from '../records/record-graph.ts';
import { comparisonClosed } from '../pairwise/comparison-closed.ts';
import { draftEventTypes } from './event-types.ts';
import type { RecordId } from '../records/record.ts';
import { roundClosed } from '../lodging/round-closed.ts';
import { rightsOf } from './rights.ts';

/**
 * Lodgings that counted for somebody else's reveal and were set aside only by what that person could not know: a device
 * reported lost later, a member removed later. They go on counting for that reveal, and for nothing else; who lodged them
 * could otherwise undo a reveal by losing a device.
 */
export function reliedOn(graph: RecordGraph, counted: readonly GraphRecord[]): readonly GraphRecord[] {
  const counts = new Set(counted.map(({ record }) => record.id));
  const found = new Map<RecordId, GraphRecord>();
  for (const { record: close } of counted) {
    const body = roundClosed.in(close) ?? comparisonClosed.in(close);
    const apart = (body?.counted ?? []).flatMap((id) => (counts.has(id) ? [] : (graph.get(id) ?? [])));
    if (apart.length === 0) continue;
    const rights = rightsOf(new RecordGraph(graph.draft, graph.upTo([close.id]), draftEventTypes));
    for (const entry of apart)
      if (entry.record.author !== close.author && !rights.setAside.has(entry.record.id))
        found.set(entry.record.id, entry);
  }
  return [...found.values()];
}
