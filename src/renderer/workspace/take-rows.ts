import type { DraftRow } from '../../shared/ipc/views.ts';

/** Rows with others in the place of what was shown of their drafts; drafts that are new stand at the end. */
export function takeRows(shown: readonly DraftRow[], rows: readonly DraftRow[]): readonly DraftRow[] {
  const fresh = new Map(rows.map((row) => [row.draft, row]));
  const kept = shown.map((row) => {
    const now = row.draft === '' ? undefined : fresh.get(row.draft);
    if (now !== undefined) fresh.delete(row.draft);
    return now ?? row;
  });
  return [...kept, ...fresh.values()];
}
