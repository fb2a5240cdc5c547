import { fromFault } from './call-errors.ts';
import { readLogLines } from './read-lines.ts';
import type { OpenedWorkspace, Scope } from './session.ts';
import { loadWorkspaceLog } from './workspace/load-workspace-log.ts';
import type { CheckedLine } from '../../shared/domain/events/checked-line.ts';
import { verifyPeople, type VerifiedPeople } from '../../shared/domain/people/verify-people.ts';
import { printable } from '../../shared/domain/printable.ts';
import { done, type Result, refused } from '../../shared/domain/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';

/** Reads and verifies the people of a workspace, and with them its own log, and remembers both. */
export async function loadPeople(
  scope: Scope,
  opened: OpenedWorkspace,
): Promise<Result<VerifiedPeople, CallError>> {
  const lines = await opened.workspace.readPeople();
  if (!lines.ok) return refused(fromFault(lines.error));
  const before = opened.peopleLines ?? [];
  const read = readLogLines(lines.value, scope.ports.crypto, before);
  opened.peopleLines = read;
  const isSame = before.length === read.length && read.every((one, at) => one === before[at]);
  if (!isSame)
    opened.people = peopleOf(
      read.map((one) => one.checked),
      scope,
    );
  await loadWorkspaceLog(scope, opened);
  return done(opened.people);
}

/**
 * People as their logs tell. What they say of themselves stands in sentences of every screen and document: a mark of
 * direction or a line feed in it would turn or break what is around it, so it is written out.
 */
export function peopleOf(lines: readonly CheckedLine[], scope: Scope): VerifiedPeople {
  const { people, problems } = verifyPeople(lines, scope.ports.crypto.sha256);
  const shown = people.map((person) => {
    const { name, post, registration, specialisms } = person.card;
    const card = {
      ...person.card,
      name: printable(name),
      post: printable(post),
      registration: printable(registration),
      ...(specialisms === undefined ? {} : { specialisms: specialisms.map(printable) }),
    };
    return { ...person, card };
  });
  return { people: shown, problems };
}
