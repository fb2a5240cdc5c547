import { fromFault, lockedBy, noPerson, oversized } from '../session/call-errors.ts';
import { openedIn } from '../load.ts';
import { loadPeople } from '../session/load-people.ts';
import { placeIn } from '../session/own-place.ts';
import { RecordChain } from '../session/record-chain.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import type { DeviceKey, PersonId } from '../../../shared/records/record.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { FoldedWorkspaceLog } from '../../../shared/workspace/fold-workspace-log.ts';
import type { VerifiedWorkspaceLog } from '../../../shared/workspace/verify-workspace-log.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** Writes a record into the workspace's own log as one of its administrators. No other file is touched. */
export function writeAsAdministrator(scope: Scope, intent: Intent): Promise<Result<SavedView, CallError>> {
  return writeInWorkspace(scope, intent, ({ administrators }, person) =>
    administrators.includes(person) ? null : notAdministrator,
  );
}

/** Writes what somebody says of themselves into the workspace's own log: whoever has a card here may. */
export function writeOfOneself(scope: Scope, intent: Intent): Promise<Result<SavedView, CallError>> {
  return writeInWorkspace(scope, intent, () => null);
}

type Objection = (log: VerifiedWorkspaceLog, person: PersonId) => CallError | null;

function writeInWorkspace(
  scope: Scope,
  intent: Intent,
  objection: Objection,
): Promise<Result<SavedView, CallError>> {
  return scope.queue(async () => {
    const { keys, windows, lockedBy: holder } = scope.ports;
    const self = await keys.self();
    if (self === null) return refused(noPerson);
    if (holder !== null) return refused(lockedBy(holder));
    const opened = openedIn(scope);
    if (!opened.ok) return opened;
    const people = await loadPeople(scope, opened.value);
    if (!people.ok) return people;
    const { workspace, workspaceLog } = opened.value;
    const { folded } = workspaceLog;
    if (folded === null) return refused(noLog);
    const error =
      objection(workspaceLog, self.person) ??
      (workspaceLog.newer ? newerLog : whyNotYet(opened.value, folded, self.device));
    if (error !== null) return refused(error);
    const chain = new RecordChain(scope.ports, placeIn(folded.graph, self.person, self.device), 'device');
    const record = await chain.add(intent);
    if (chain.isOversized()) return refused(oversized);
    const appended = await workspace.appendToWorkspaceLog(self.device, chain.lines());
    if (!appended.ok) return refused(fromFault(appended.error));
    await loadPeople(scope, opened.value);
    windows.broadcast({ kind: 'changed', draft: null });
    return done({ record: record.id });
  });
}

/** Problems of one's own log with which a further record could take a number that is taken, or not be written at all. */
const stopping: ReadonlySet<string> = new Set(['witness', 'unread', 'not-a-file', 'too-large']);

function whyNotYet(
  { workspaceLog, workspaceLogRead }: OpenedWorkspace,
  { graph }: FoldedWorkspaceLog,
  device: DeviceKey,
): CallError | null {
  const stops = workspaceLog.problems.find(
    ({ code, file }) => stopping.has(code) && file === `${device}.jsonl`,
  );
  if (stops !== undefined) return { code: 'damaged', message: `Nothing was written: ${stops.message}` };
  const own = (workspaceLogRead?.lines ?? []).flatMap(({ checked: { read } }) =>
    read.ok && read.value.key === device ? [read.value.id] : [],
  );
  return own.every((id) => graph.has(id)) ? null : restsOnMissing;
}

const notAdministrator: CallError = {
  code: 'not-allowed',
  message:
    'Only an administrator of this workspace can do this. Nothing was changed. Ask whoever made the workspace.',
};

const newerLog: CallError = {
  code: 'newer-version',
  message:
    'A newer version of Plumbline wrote in the log of this workspace. Nothing was changed. Install the newer version to go on.',
};

const restsOnMissing: CallError = {
  code: 'damaged',
  message:
    'Your own last records in the log of this workspace rest on records of others that are not in the folder at this moment, so nothing was written. Let the folder finish syncing, then try again.',
};

const noLog: CallError = {
  code: 'damaged',
  message:
    'The founding record of this workspace is not here, so nothing was written to its log. The files are untouched. Let the folder finish syncing, or put the folder “workspace” back from a backup.',
};
