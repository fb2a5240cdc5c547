import { conflictSettled } from '../events/conflict-settled.ts';
import { revisionSaved } from '../events/revision-saved.ts';
import type { PersonId, RecordId, SignedRecord } from '../events/record.ts';
import type { FoldedDraft } from './fold-draft.ts';
import { fieldCalled } from './fields.ts';

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

function reasonOf(record: SignedRecord, field: string, said: ReadonlyMap<string, string>): string {
  const own = record.type === 'revision.saved' ? revisionSaved.in(record)?.reason : '';
  return said.get(`${record.id} ${field}`) ?? own ?? '';
}

/** Every counted write that replaced several writes of its field at once, in fold order: each settled a conflict. */
export function settledConflicts({ graph, rights }: FoldedDraft): readonly SettledConflict[] {
  const counted = graph.entries.filter(({ record }) => !rights.setAside.has(record.id));
  const said = new Map(
    counted.flatMap(({ record }): [string, string][] => {
      const body = conflictSettled.in(record);
      return body === undefined ? [] : [[`${body.by} ${body.field}`, body.reason]];
    }),
  );
  return counted.flatMap(({ record, event }) =>
    (event?.writes ?? [])
      .filter((write) => write.over.length > 1 && fieldCalled(write.field)?.canConflict !== false)
      .map(({ field, over }) => ({
        field,
        record: record.id,
        author: record.author,
        at: record.at,
        reason: reasonOf(record, field, said),
        of: over.length,
      })),
  );
}
