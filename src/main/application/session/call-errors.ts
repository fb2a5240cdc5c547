import type { StorageFault } from '../../ports/storage-ports.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** A storage fault as a call's error. */
export function fromFault({ code, message }: StorageFault): CallError {
  if (code === 'newer-format') return { code: 'newer-version', message };
  return { code: code === 'not-a-file' ? 'damaged' : code, message };
}

/** Nobody has introduced themselves in this profile. */
export const noPerson: CallError = {
  code: 'no-person',
  message: 'Plumbline does not know who you are yet. Nothing was changed. Introduce yourself first.',
};

/** No workspace is open in this window. */
export const noWorkspace: CallError = {
  code: 'no-workspace',
  message: 'No workspace is open. Nothing was changed. Open or make a workspace first.',
};

/** The draft asked for is not in this workspace. */
export const noDraft: CallError = {
  code: 'not-found',
  message:
    'This draft is not in the workspace any more. Nothing was changed. Go back to the list of inspections.',
};

/** A record longer than a line of a log may be: it is refused before anything is written. */
export const oversized: CallError = {
  code: 'too-large',
  message:
    'This is longer than one record may be (1 MiB), so nothing was saved. What you typed is kept on this computer. Save it in several revisions, one section each, or shorten it.',
};

/** Another process writes with this profile. */
export function lockedBy(holder: string): CallError {
  return {
    code: 'locked',
    message: `Plumbline is already open with this profile (${holder}). Everything can be read here and nothing was changed. Close the other one to write here.`,
  };
}

/** What does not go as things stand, said in a sentence that ends before what became of it. */
export function nothingChanged(message: string): CallError {
  return { code: 'not-allowed', message: `${message} Nothing was changed.` };
}
