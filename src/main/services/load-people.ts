import { fromFault } from './call-errors.ts';
import { readLines } from './read-lines.ts';
import type { OpenedWorkspace, Scope } from './session.ts';
import { verifyPeople, type VerifiedPeople } from '../../shared/domain/people/verify-people.ts';
import { done, type Result, refused } from '../../shared/domain/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';

/** Reads and verifies the people of a workspace, and remembers them. */
export async function loadPeople(
  scope: Scope,
  opened: OpenedWorkspace,
): Promise<Result<VerifiedPeople, CallError>> {
  const lines = await opened.workspace.readPeople();
  if (!lines.ok) return refused(fromFault(lines.error));
  opened.people = verifyPeople(readLines(lines.value, scope.ports.crypto), scope.ports.crypto.sha256);
  return done(opened.people);
}
