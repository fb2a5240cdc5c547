import { revisionSaved } from '../draft/revision-saved.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import type { SeenDraft } from './seen-draft.ts';
import { fieldCalled } from '../judgment/fields.ts';

/** A conflict that a person settled: who, when and why. */
export interface SettledConflict {
  readonly field: string;
  /** The write over all that were open. */
  readonly record: RecordId;
  readonly author: PersonId;
  readonly at: string;
  /** Empty where the record says none. */
  readonly reason: string;
  /** How many values were open. */
  readonly of: number;
}

/**
 * Every counted write that replaced several writes of its field at once, in fold order: each settled a conflict. Of
 * fields that are hidden from the reader none is listed.
 */
export function settledConflicts({ records }: SeenDraft): readonly SettledConflict[] {
  const counted = records().filter((record) => !record.setAside);
  const reasons = new Map(
    counted.flatMap(({ settles, reason }): [string, string][] =>
      settles === null ? [] : [[`${settles.by} ${settles.field}`, reason]],
    ),
  );
  return counted.flatMap(({ id, type, author, at, reason, writes }) =>
    writes
      .filter((write) => write.over.length > 1 && fieldCalled(write.field)?.canConflict !== false)
      .map(({ field, over }) => ({
        field,
        record: id,
        author,
        at,
        reason: reasons.get(`${id} ${field}`) ?? (type === revisionSaved.type ? reason : ''),
        of: over.length,
      })),
  );
}
