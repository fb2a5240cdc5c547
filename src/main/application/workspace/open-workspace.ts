import { fromFault } from '../session/call-errors.ts';
import { shareOwnLog } from '../session/extend-own-log.ts';
import { knownFrameworks, mayBeAdopted } from '../framework/known-frameworks.ts';
import { certifyEncryption } from '../lodging/certify-encryption.ts';
import { loadPeople } from '../session/load-people.ts';
import { newlyOpened, type Scope } from '../session/session.ts';
import type { StorageFault, Workspace } from '../../ports/storage-ports.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { FolderGrant } from '../../../shared/ipc/grant.ts';
import type { WorkspaceView } from '../../../shared/ipc/views.ts';

const mostRecents = 8;

/** Opens a workspace in this window, puts one's own card into it, and remembers it among the recent ones. */
export async function openWorkspace(
  scope: Scope,
  folder: FolderGrant,
  found: Result<Workspace, StorageFault>,
): Promise<Result<WorkspaceView, CallError>> {
  if (!found.ok) return refused(fromFault(found.error));
  const workspace = found.value;
  await scope.session.opened?.following?.stop();
  const opened = newlyOpened(workspace);
  scope.session.opened = opened;
  const certified = await certifyEncryption(scope);
  const shared = certified.ok ? await shareOwnLog(scope) : certified;
  const readOnly = !shared.ok || !(await workspace.mayWrite());
  scope.session.opened = { ...opened, readOnly };
  const people = await loadPeople(scope, scope.session.opened);
  if (!people.ok) return people;
  await remember(scope, folder, workspace);
  return done(await workspaceView(scope, workspace, readOnly));
}

/** The open workspace as windows show it. */
export async function workspaceView(
  scope: Scope,
  workspace: Workspace,
  readOnly: boolean,
): Promise<WorkspaceView> {
  const { frameworks } = await knownFrameworks(scope);
  return {
    id: workspace.id,
    name: workspace.name,
    readOnly: readOnly || scope.ports.lockedBy !== null,
    frameworks: frameworks.filter(mayBeAdopted).map(({ key, origin, framework }) => ({
      id: key,
      title: origin === 'shipped' ? framework.title : `${framework.title}, ${framework.version}`,
      kinds: framework.kinds,
      valid: framework.valid,
    })),
  };
}

async function remember(scope: Scope, folder: FolderGrant, workspace: Workspace): Promise<void> {
  if (scope.ports.lockedBy !== null) return;
  const remembered = await scope.ports.grants.rememberFolder(folder);
  if (!remembered.ok) return;
  const id = remembered.value;
  scope.ports.windows.opened?.(scope.session.window, id);
  const settings = scope.ports.settings.read();
  const opened = new Date(scope.ports.clock.now()).toISOString();
  const others = settings.recents.filter((recent) => recent.id !== id);
  scope.ports.settings.write({
    ...settings,
    recents: [{ id, name: workspace.name, opened }, ...others].slice(0, mostRecents),
  });
}
