import { fromFault, lockedBy } from './call-errors.ts';
import type { Scope } from './session.ts';
import type { JournalEntry } from '../ports.ts';
import { done, refused, type Result } from '../../shared/domain/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';

/** What was typed in a draft and not yet saved. */
export async function readJournal(
  scope: Scope,
  { draft }: { draft: string },
): Promise<Result<JournalEntry | null, CallError>> {
  const read = await scope.ports.journal.read(draft);
  return read.ok ? read : refused(fromFault(read.error));
}

/** Keeps what is typed; it is on disk when this answers. */
export async function writeJournal(
  scope: Scope,
  { draft, content }: CallInput<'writeJournal'>,
): Promise<Result<{ at: string }, CallError>> {
  if (scope.ports.lockedBy !== null) return refused(lockedBy(scope.ports.lockedBy));
  const at = new Date(scope.ports.clock.now()).toISOString();
  const written = await scope.ports.journal.write(draft, { at, content });
  return written.ok ? done({ at }) : refused(fromFault(written.error));
}

/** Throws away what was typed and not saved, at the person's word. */
export async function clearJournal(
  scope: Scope,
  { draft }: { draft: string },
): Promise<Result<null, CallError>> {
  const cleared = await scope.ports.journal.clear(draft);
  return cleared.ok ? cleared : refused(fromFault(cleared.error));
}
