import { fromFault } from './call-errors.ts';
import { readLogLines } from './read-lines.ts';
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
  const before = opened.peopleLines ?? [];
  const read = readLogLines(lines.value, scope.ports.crypto, before);
  opened.peopleLines = read;
  if (before.length === read.length && read.every((one, at) => one === before[at]))
    return done(opened.people);
  opened.people = verifyPeople(
    read.map((one) => one.checked),
    scope.ports.crypto.sha256,
  );
  return done(opened.people);
}
