import type { Intent } from '../../../shared/records/define-event.ts';
import type { RecordId } from '../../../shared/records/record.ts';

/** What those that come after it need of a record that was made: of a hundred thousand, the whole would be much to keep. */
export interface EarlierRecord {
  readonly id: RecordId;
  readonly type: string;
  /** The fields that it writes. */
  readonly fields: readonly string[];
}

/** A record to be written after others, made once those are known. */
export type LaterIntent = (earlier: readonly EarlierRecord[]) => Intent;

/** The last of some records that wrote a field, as what a further write of it replaces. */
export function lastWriter(earlier: readonly EarlierRecord[], field: string): readonly RecordId[] {
  const writer = earlier.findLast(({ fields }) => fields.includes(field));
  return writer === undefined ? [] : [writer.id];
}
