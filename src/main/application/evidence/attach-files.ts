import { keepFiles } from './keep-files.ts';
import type { Scope } from '../session/session.ts';
import { writeRecords } from '../write.ts';
import { attachmentAdded } from '../../../shared/evidence/attachment-added.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** Attaches files to a note: their bytes are on disk before the records that name them are. */
export async function attachFiles(
  scope: Scope,
  { draft, note, files }: CallInput<'attachFiles'>,
): Promise<Result<SavedView, CallError>> {
  const kept = await keepFiles(scope, draft, files);
  if (!kept.ok) return kept;
  const [first, ...rest] = kept.value.map((file) => attachmentAdded.write({ ...file, note }));
  if (first === undefined) return refused(nothingChosen);
  return writeRecords(scope, draft, () => done({ first, rest: rest.map((intent) => () => intent) }));
}

const nothingChosen: CallError = {
  code: 'wrong-shape',
  message: 'No file was chosen. Nothing was changed.',
};
