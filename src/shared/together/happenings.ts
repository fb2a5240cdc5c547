import { areaOfField } from '../judgment/field-title.ts';
import type { TimelineEntry } from '../judgment/draft-state.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { SeenDraft } from '../seen/seen-draft.ts';
import type { SeenRecord } from '../seen/seen-records.ts';

/** One record of a draft's history, with the areas it is about; none where it is about the draft as a whole. */
export interface Happening extends TimelineEntry {
  readonly areas: readonly string[];
}

/** The records of a draft for which `isNew` holds, in fold order, each with the areas whose fields it wrote. */
export function happeningsIn(
  draft: SeenDraft,
  framework: Framework | null,
  isNew: (record: SeenRecord) => boolean,
): readonly Happening[] {
  const entries = new Map(draft.state.timeline.map((entry) => [entry.record, entry]));
  return draft.records().flatMap((record) => {
    const entry = entries.get(record.id);
    if (entry === undefined || !isNew(record)) return [];
    const named = record.fields.map((field) => areaOfField(field, framework));
    const areas = [...new Set([...named, record.section])].filter((area) => area !== '');
    return [{ ...entry, areas }];
  });
}
