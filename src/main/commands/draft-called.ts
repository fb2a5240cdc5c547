import { need, Unreadable } from './cli-output.ts';
import { listDrafts } from '../services/list-drafts.ts';
import type { Scope } from '../services/session.ts';

/** The id of the draft whose id begins as said; refuses, with words, where the workspace has none. */
export async function draftCalled(scope: Scope, beginning: string): Promise<string> {
  const row = need(await listDrafts(scope)).find(
    (one) => one.draft !== '' && one.draft.startsWith(beginning),
  );
  if (row === undefined)
    throw new Unreadable(`The workspace has no draft ${beginning}. See: list --workspace DIR.`);
  return row.draft;
}
