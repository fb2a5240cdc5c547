import { fromFault, lockedBy } from '../session/call-errors.ts';
import { openedIn } from '../load.ts';
import type { Scope } from '../session/session.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** The journal's entry for the framework that is being written in the open workspace. */
function entryIn(scope: Scope): Result<string, CallError> {
  const opened = openedIn(scope);
  return opened.ok ? done(`${opened.value.workspace.id}-framework`) : opened;
}

/** The framework that was being written here and is not published; it survives a kill. */
export async function readUnpublished(
  scope: Scope,
): Promise<Result<{ at: string; text: string } | null, CallError>> {
  const entry = entryIn(scope);
  if (!entry.ok) return entry;
  const read = await scope.ports.journal.read(entry.value);
  if (!read.ok) return refused(fromFault(read.error));
  return done(read.value === null ? null : { at: read.value.at, text: read.value.content });
}

/** Keeps the framework that is being written; it is on disk when this answers. */
export async function keepUnpublished(
  scope: Scope,
  { text }: { text: string },
): Promise<Result<{ at: string }, CallError>> {
  if (scope.ports.lockedBy !== null) return refused(lockedBy(scope.ports.lockedBy));
  const entry = entryIn(scope);
  if (!entry.ok) return entry;
  const at = new Date(scope.ports.clock.now()).toISOString();
  const written = await scope.ports.journal.write(entry.value, { at, content: text });
  return written.ok ? done({ at }) : refused(fromFault(written.error));
}

/** Throws away what was written and not published, or what is published now. */
export async function dropUnpublished(scope: Scope): Promise<Result<null, CallError>> {
  const entry = entryIn(scope);
  if (!entry.ok) return entry;
  const cleared = await scope.ports.journal.clear(entry.value);
  return cleared.ok ? cleared : refused(fromFault(cleared.error));
}
