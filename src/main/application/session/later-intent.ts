import type { Intent } from '../../../shared/records/define-event.ts';
import { draftEventTypes } from '../../../shared/judgment/event-types.ts';
import type { RecordId, SignedRecord } from '../../../shared/records/record.ts';

/** A record to be written after others, made once those are known. */
export type LaterIntent = (earlier: readonly SignedRecord[]) => Intent;

/** The last of some records that wrote a field, as what a further write of it replaces. */
export function lastWriter(earlier: readonly SignedRecord[], field: string): readonly RecordId[] {
  const writer = earlier.findLast((record) =>
    draftEventTypes
      .get(record.type)
      ?.read(record)
      ?.writes.some((write) => write.field === field),
  );
  return writer === undefined ? [] : [writer.id];
}
