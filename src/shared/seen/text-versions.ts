import type { TextHistory, TextVersion } from '../text/word-authors.ts';
import type { SeenDraft } from './seen-draft.ts';
import { shown } from '../records/settled.ts';
import { narrativeField } from '../draft/judgment-fields.ts';

const nobody: TextVersion = { record: '', over: [], text: '' };

/** The texts of every section that were written after `before`; null for `before` is the empty draft. */
export function textHistories(
  before: SeenDraft | null,
  after: SeenDraft,
): { readonly [section: string]: TextHistory } {
  const known = before?.state.narratives ?? {};
  const had = new Set(before?.records().map(({ id }) => id));
  const since = after.records().filter(({ id, setAside }) => !had.has(id) && !setAside);
  const histories = Object.keys(after.state.narratives).map((section): [string, TextHistory] => {
    const last = known[section]?.at(-1);
    const start =
      last === undefined ? nobody : { record: last.record, over: [], text: shown(known[section]) ?? '' };
    const versions = since.flatMap(({ id, writes }): TextVersion[] =>
      narrativeField
        .writtenIn(writes, { section })
        .flatMap(({ value: text, over }) => (text === null ? [] : [{ record: id, over, text }])),
    );
    return [section, { before: start, versions }];
  });
  return Object.fromEntries(histories);
}
