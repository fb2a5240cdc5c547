import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import { count } from '../../shared/words.ts';
import type { FileGrant } from '../../shared/ipc/grant.ts';

/** Asks for files to keep with a note; none where the person chose none. */
export async function chooseAttachments(): Promise<readonly FileGrant[]> {
  const chosen = await app.ask(() => call('chooseFiles', { purpose: 'attachments' }));
  return chosen ?? [];
}

/** Keeps files with a saved note, in one step. Answers whether they are on disk. */
export async function attach(
  draft: DraftSession,
  note: string,
  files: readonly FileGrant[],
): Promise<boolean> {
  const id = draft.id;
  if (files.length === 0) return false;
  return draft.act(`${count(files.length, 'file')} attached`, () =>
    call('attachFiles', { draft: id, note, files: files.map((file) => file.grant) }),
  );
}
