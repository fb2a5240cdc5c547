import { openWorkspace } from './open-workspace.ts';
import type { Scope } from '../session/session.ts';
import { foundWorkspace } from './found-workspace.ts';
import { refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { WorkspaceView } from '../../../shared/ipc/views.ts';

const forgotten: CallError = {
  code: 'not-found',
  message:
    'This workspace is no longer among those Plumbline remembers. Nothing was changed. Choose its folder instead.',
};

/** Makes a workspace in a chosen folder and opens it. */
export async function createWorkspace(
  scope: Scope,
  input: CallInput<'createWorkspace'>,
): Promise<Result<WorkspaceView, CallError>> {
  const folder = { grant: input.folder, name: input.name };
  const made = await foundWorkspace(scope, folder, input.name);
  return made.ok ? openWorkspace(scope, folder, made) : made;
}

/** Opens the workspace in a chosen folder. */
export async function openChosen(
  scope: Scope,
  input: CallInput<'openWorkspace'>,
): Promise<Result<WorkspaceView, CallError>> {
  const folder = { grant: input.folder, name: '' };
  return openWorkspace(scope, folder, await scope.ports.workspaces.open(folder));
}

/** Opens a workspace that was open before. */
export async function openRecent(
  scope: Scope,
  input: CallInput<'openRecent'>,
): Promise<Result<WorkspaceView, CallError>> {
  const folder = scope.ports.grants.folderOfRecent(input.recent);
  if (folder === null) return refused(forgotten);
  return openWorkspace(scope, folder, await scope.ports.workspaces.open(folder));
}
