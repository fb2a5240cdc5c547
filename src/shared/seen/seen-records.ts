import type { DraftState } from '../judgment/draft-state.ts';
import type { FoldedDraft } from '../judgment/fold-draft.ts';
import { erasingsOf } from '../judgment/erasings.ts';
import { commentWritten } from '../draft/comment-written.ts';
import { conflictSettled } from '../draft/conflict-settled.ts';
import { copyRedacted } from '../finalising/copy-redacted.ts';
import type { BodyOf, FieldWrite } from '../records/define-event.ts';
import { detailsSet } from '../draft/details-set.ts';
import { revisionSaved } from '../draft/revision-saved.ts';
import type { DeviceKey, PersonId, RecordId } from '../records/record.ts';
import type { MaskGrades } from './mask-grades.ts';
import { mayRead } from './visible-values.ts';

/** A record as far as its reader may know of it: never its body. */
export interface SeenRecord {
  readonly id: RecordId;
  readonly type: string;
  readonly author: PersonId;
  readonly key: DeviceKey;
  readonly seq: number;
  readonly at: string;
  readonly counted: boolean;
  readonly setAside: boolean;
  /** Whether words of it are here: none are of what has none, was erased, left out or encrypted. */
  readonly hasWords: boolean;
  /** Names of the fields that it wrote. */
  readonly fields: readonly string[];
  /** What it wrote into fields that the reader may see. */
  readonly writes: readonly FieldWrite[];
  /** The section that it comments on; '' for other records. */
  readonly section: string;
  /** Why a revision was saved, details were corrected or a conflict was settled; '' for other records. */
  readonly reason: string;
  /** The field whose conflict it says was settled, and by which record. */
  readonly settles: { readonly field: string; readonly by: RecordId } | null;
}

/** A redacted copy of a sealed judgment, as its record says what was taken out. */
export interface SeenCopy {
  readonly body: BodyOf<typeof copyRedacted>;
  readonly at: string;
}

/** The records of a draft that stand in the timeline of a state that its reader may see; `mask` takes out grades' words. */
export function seenRecords(
  { graph, rights }: FoldedDraft,
  state: DraftState,
  mask: MaskGrades,
  person: PersonId,
): readonly SeenRecord[] {
  const timeline = new Map(state.timeline.map((entry) => [entry.record, entry]));
  const erased = erasingsOf(
    graph,
    graph.entries.filter(({ record }) => !rights.setAside.has(record.id)),
  );
  const { hiding } = state.moderation;
  const isReadable = (field: string): boolean => hiding === null || mayRead(field, hiding, person);
  return graph.entries.flatMap(({ record, event }): readonly SeenRecord[] => {
    const entry = timeline.get(record.id);
    if (entry === undefined) return [];
    const { id, type, author, key, seq, at } = record;
    const writes = event?.writes ?? [];
    const settles = conflictSettled.in(record);
    const hasWords = Object.keys(record.words ?? {}).length > 0 && !erased.has(id);
    const said = hasWords ? (settles ?? revisionSaved.in(record) ?? detailsSet.in(record)) : undefined;
    return [
      {
        id,
        type,
        author,
        key,
        seq,
        at,
        counted: entry.counted,
        setAside: rights.setAside.has(id),
        hasWords,
        fields: writes.map(({ field }) => field),
        writes: writes.filter(({ field }) => isReadable(field)),
        section: commentWritten.in(record)?.section ?? '',
        reason: mask(said?.reason ?? ''),
        settles: settles === undefined ? null : { field: settles.field, by: settles.by },
      },
    ];
  });
}

/** The redacted copies that count: of a sealed judgment, of which nothing is hidden; none where anything is. */
export function seenCopies(
  { graph, rights }: FoldedDraft,
  { moderation: { hiding } }: DraftState,
): readonly SeenCopy[] {
  if (hiding !== null) return [];
  return graph.entries.flatMap(({ record }) => {
    const body = rights.setAside.has(record.id) ? undefined : copyRedacted.in(record);
    return body === undefined ? [] : [{ body, at: record.at }];
  });
}
