import type { OpenedWorkspace } from '../session/session.ts';
import type { Workspace } from '../../ports/storage-ports.ts';
import type { Problem } from '../../../shared/records/checked-line.ts';

/** Folders on which no record rests: what is no file there is told of and breaks nothing. */
const beside = /^(?:calendars|frameworks|presence)\b/u;

/**
 * What stands in a workspace, or among the files attached to a draft, where an ordinary file or folder belongs and is
 * none: a link, a pipe, a device. What cannot be listed has its fault told where it is read.
 */
export async function irregularProblems(
  workspace: Workspace,
  draft: string | null,
): Promise<readonly Problem[]> {
  const found = await workspace.irregularFiles(draft);
  return (found.ok ? found.value : []).map(({ place, message }) => ({
    level: draft === null && beside.test(place) ? 'notice' : 'broken',
    file: place,
    line: 0,
    record: null,
    code: 'not-a-file',
    message,
  }));
}

/** Looks again for what is no ordinary file in the open workspace, and remembers it for the folder's states. */
export async function lookForIrregular(opened: OpenedWorkspace): Promise<void> {
  opened.irregular = await irregularProblems(opened.workspace, null);
}
