import { areaOfField } from '../draft/field-title.ts';
import type { TimelineEntry } from '../draft/draft-state.ts';
import type { FoldedDraft } from '../draft/fold-draft.ts';
import { commentWritten } from '../events/comment-written.ts';
import type { Framework } from '../framework/framework-schema.ts';

/** One record of a draft's history, with the areas it is about; none where it is about the draft as a whole. */
export interface Happening extends TimelineEntry {
  readonly areas: readonly string[];
}

/** The records of a draft for which `isNew` holds, in fold order, each with the areas whose fields it wrote. */
export function happeningsIn(
  { graph, state }: FoldedDraft,
  framework: Framework | null,
  isNew: (entry: { readonly key: string; readonly seq: number; readonly at: string }) => boolean,
): readonly Happening[] {
  const told = new Map(state.timeline.map((entry) => [entry.record, entry]));
  return graph.entries.flatMap(({ record, event }) => {
    const entry = told.get(record.id);
    if (entry === undefined || !isNew(record)) return [];
    const comment = commentWritten.in(record);
    const named = (event?.writes ?? []).map((write) => areaOfField(write.field, framework));
    const areas = [...new Set([...named, comment?.section ?? ''])].filter((area) => area !== '');
    return [{ ...entry, areas }];
  });
}
