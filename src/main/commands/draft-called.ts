import { need, Unreadable } from './cli-output.ts';
import { listDrafts } from '../application/workspace/list-drafts.ts';
import type { Scope } from '../application/session/session.ts';

/** The id of the draft whose id begins as said; refuses, with words, where the workspace has none. */
export async function draftCalled(scope: Scope, beginning: string): Promise<string> {
  const rows = need(await listDrafts(scope)).filter(
    ({ draft }) => draft !== '' && beginning !== '' && draft.startsWith(beginning),
  );
  const [row] = rows;
  if (row === undefined)
    throw new Unreadable(
      `The workspace has no draft ${beginning}. Nothing was changed. See: list --workspace DIR.`,
    );
  if (rows.length > 1)
    throw new Unreadable(
      `${rows.length} drafts begin with ${beginning}. Nothing was changed. Write more of the id.`,
    );
  return row.draft;
}
