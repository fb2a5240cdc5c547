import { fromFault } from './call-errors.ts';
import { readLogLines, type ReadLogLine } from './read-lines.ts';
import type { OpenedWorkspace, Scope } from './session.ts';
import { rememberOf, seenOf } from './witnessed.ts';
import { loadWorkspaceLog } from './load-workspace-log.ts';
import type { CheckedLine } from '../../../shared/records/checked-line.ts';
import type { LogTips } from '../../../shared/records/log-tips.ts';
import { withTips } from '../../../shared/folder/seen-workspace.ts';
import {
  verifyPeople,
  type VerifiedPeople,
  type WitnessedPeople,
} from '../../../shared/people/verify-people.ts';
import { printable } from '../../../shared/printable.ts';
import { done, type Result, refused } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** Reads and verifies the people of a workspace, and with them its own log, and remembers both: here, and how far they went. */
export async function loadPeople(
  scope: Scope,
  opened: OpenedWorkspace,
): Promise<Result<VerifiedPeople, CallError>> {
  const lines = await opened.workspace.readPeople();
  if (!lines.ok) return refused(fromFault(lines.error));
  const before = opened.peopleLines;
  const read = readLogLines(lines.value, scope.ports.crypto, before);
  const isSame = before?.length === read.length && read.every((line, at) => line === before[at]);
  if (!isSame) await verifyAnew(scope, opened, read);
  await loadWorkspaceLog(scope, opened);
  return done(opened.people);
}

async function verifyAnew(
  scope: Scope,
  opened: OpenedWorkspace,
  lines: readonly ReadLogLine[],
): Promise<void> {
  const seen = await seenOf(scope, opened);
  const checked = lines.map((line) => line.checked);
  const { people, problems, tips, isHere } = peopleOf(checked, scope, seen.people);
  // In one moment: whoever reads meanwhile and finds the lines known is answered with the people that they tell of.
  opened.peopleLines = lines;
  opened.people = { people, problems };
  await rememberOf(scope, opened, (before) => withTips(before, 'people', tips, isHere));
}

/**
 * People as their logs tell. What they say of themselves stands in sentences of every screen and document: a mark of
 * direction or a line feed in it would turn or break what is around it, so it is written out.
 */
export function peopleOf(lines: readonly CheckedLine[], scope: Scope, seen?: LogTips): WitnessedPeople {
  const { people, ...found } = verifyPeople(lines, scope.ports.crypto.sha256, seen);
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
  const tips = new Map(
    [...found.tips].map(([record, tip]) => [record, { ...tip, name: printable(tip.name) }]),
  );
  return { ...found, people: shown, tips };
}
