import { asBase64 } from './as-base64.ts';
import { fromFault } from '../session/call-errors.ts';
import { openedIn } from '../load.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { handOut } from '../session/hand-out.ts';
import type { NoteAttachment } from '../../../shared/evidence/note-attachment.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

const mostShown = 25_000_000;

async function open(
  scope: Scope,
  { draft, attachment }: CallInput<'readAttachment'>,
): Promise<Result<{ file: NoteAttachment; bytes: Uint8Array }, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { notes } = loaded.value.seen.state;
  const file = notes.flatMap((note) => note.attachments).find(({ id }) => id === attachment);
  if (file === undefined) return refused(gone);
  const place = opened.value.workspace.attachments(loaded.value.folder);
  if (place === null) return refused(notIncluded);
  const read = await place.read(file.sha256);
  return read.ok ? done({ file, bytes: read.value }) : refused(fromFault(read.error));
}

/** An attachment's bytes, checked against their hash, for a preview in the window: base64, 25 MB at most. */
export async function readAttachment(
  scope: Scope,
  input: CallInput<'readAttachment'>,
): Promise<Result<{ name: string; media: string; base64: string }, CallError>> {
  const read = await open(scope, input);
  if (!read.ok) return read;
  const { file, bytes } = read.value;
  if (bytes.length > mostShown) return refused(tooLarge);
  return done({ name: file.name, media: file.media, base64: asBase64(bytes) });
}

/** Hands an attachment over as the file that it was, checked against its hash. Null where the person cancelled. */
export async function saveAttachment(
  scope: Scope,
  input: CallInput<'saveAttachment'>,
): Promise<Result<{ name: string } | null, CallError>> {
  const read = await open(scope, input);
  if (!read.ok) return read;
  const { file, bytes } = read.value;
  return handOut(scope, file.name, bytes);
}

const gone: CallError = {
  code: 'not-found',
  message: 'This file is no longer with the note: it was erased, or its import was undone. Look again.',
};

const notIncluded: CallError = {
  code: 'not-found',
  message:
    'A .judgment file holds the records, not the attached files. Open the workspace to see the file itself.',
};

const tooLarge: CallError = {
  code: 'too-large',
  message: 'The file is larger than 25 MB, so it is not shown here. Save it and open it in its own program.',
};
