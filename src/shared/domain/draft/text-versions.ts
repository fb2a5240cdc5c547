import type { TextHistory, TextVersion } from '../comparison/word-authors.ts';
import type { RecordId } from '../events/record.ts';
import type { FoldedDraft } from './fold-draft.ts';
import { shown } from './settled.ts';
import { narrativeField } from './judgment-fields.ts';

const nobody: TextVersion = { record: '', over: [], text: '' };

/** The texts of every section that were written after `before`; null for `before` is the empty draft. */
export function textHistories(
  before: FoldedDraft | null,
  after: FoldedDraft,
): { readonly [section: string]: TextHistory } {
  const known = before?.state.narratives ?? {};
  const had = (id: RecordId): boolean => before?.graph.has(id) ?? false;
  const histories = Object.keys(after.state.narratives).map((section): [string, TextHistory] => {
    const last = known[section]?.at(-1);
    const start =
      last === undefined ? nobody : { record: last.record, over: [], text: shown(known[section]) ?? '' };
    const versions = after.graph.entries.flatMap(({ record, event }): TextVersion[] => {
      if (had(record.id) || after.rights.setAside.has(record.id)) return [];
      return narrativeField
        .writtenIn(event?.writes ?? [], { section })
        .flatMap(({ value: text, over }) => (text === null ? [] : [{ record: record.id, over, text }]));
    });
    return [section, { before: start, versions }];
  });
  return Object.fromEntries(histories);
}
