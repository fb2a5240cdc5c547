import { readLogLines } from './read-lines.ts';
import type { OpenedWorkspace, Scope } from './session.ts';
import { rememberOf, seenOf } from './witnessed.ts';
import type { StorageFault } from '../../ports/storage-ports.ts';
import type { Problem } from '../../../shared/records/checked-line.ts';
import { withTips } from '../../../shared/folder/seen-workspace.ts';
import { verifyWorkspaceLog } from '../../../shared/workspace/verify-workspace-log.ts';

/**
 * Reads and verifies the workspace's own log with the people as they were read last, and remembers it. Nothing that is
 * wrong with it stops anybody: where it cannot be read now, what was known of it stands, and why is among its problems.
 */
export async function loadWorkspaceLog(scope: Scope, opened: OpenedWorkspace): Promise<void> {
  const { workspace } = opened;
  // A file of records comes without the workspace that they were written in.
  if (workspace.kind === 'file') return;
  const lines = await workspace.readWorkspaceLog();
  if (!lines.ok) {
    delete opened.workspaceLogRead;
    opened.workspaceLog = { ...opened.workspaceLog, problems: [unread(lines.error)] };
    return;
  }
  const seen = await seenOf(scope, opened);
  // From here to what is remembered of it in one moment: another call may be under way.
  const { people, workspaceLogRead: before } = opened;
  const read = readLogLines(lines.value, scope.ports.crypto, before?.lines);
  const isSame =
    before?.people === people &&
    before.lines.length === read.length &&
    read.every((line, at) => line === before.lines[at]);
  if (isSame) return;
  opened.workspaceLogRead = { lines: read, people };
  const { tips, isHere, ...verified } = verifyWorkspaceLog(
    workspace.id,
    read.map((line) => line.checked),
    people.people,
    seen.log,
  );
  opened.workspaceLog = verified;
  await rememberOf(scope, opened, (known) => withTips(known, 'log', tips, isHere));
}

/** What is no folder is named where everything is that is no ordinary file or folder. */
function unread({ code, message }: StorageFault): Problem {
  return {
    level: 'broken',
    file: '',
    line: 0,
    record: null,
    code: code === 'not-a-file' ? 'founding-missing' : code,
    message,
  };
}
