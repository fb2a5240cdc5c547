import { fromFault } from '../session/call-errors.ts';
import { handOut } from '../session/hand-out.ts';
import type { Scope } from '../session/session.ts';
import { openedIn } from '../load.ts';
import { loadSeen } from '../see.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

/** The file in which the provider's comments came in a record, checked against its hash. */
export async function returnedFile(
  scope: Scope,
  { draft, letter }: CallInput<'saveReturned'>,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { finalising, moderation } = loaded.value.seen.state;
  // It is handed out as it came: what it quotes of grades cannot be hidden in it.
  if (moderation.hiding?.provisional === true) return refused(hiddenNow);
  const { returns } = finalising.accuracy;
  const returned = returns.find(({ record }) => record === letter);
  const place = opened.value.workspace.attachments(loaded.value.folder);
  if (returned?.file == null || returned.kept === null || place === null) return refused(notKept);
  const read = await place.read(returned.kept);
  return read.ok ? done({ name: returned.file, bytes: read.value }) : refused(fromFault(read.error));
}

/** Hands that file over as it came. Null where the person cancelled. */
export async function saveReturned(
  scope: Scope,
  input: CallInput<'saveReturned'>,
): Promise<Result<{ name: string } | null, CallError>> {
  const file = await returnedFile(scope, input);
  return file.ok ? handOut(scope, file.value.name, file.value.bytes) : file;
}

const hiddenNow: CallError = {
  code: 'not-allowed',
  message:
    'The file may quote grades that are hidden from you now. It can be saved after the reveal; nothing was saved.',
};

const notKept: CallError = {
  code: 'not-found',
  message:
    'The file itself is not here: it was imported before files were kept, its words were erased, or this is a file of records alone. What it said can be opened as Word.',
};
