import { buildSample } from './build-sample.ts';
import { recentSample } from './recent-sample.ts';
import { fromFault, noPerson } from '../session/call-errors.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import type { Scope } from '../session/session.ts';
import { foundWorkspace } from '../workspace/found-workspace.ts';
import { refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { WorkspaceView } from '../../../shared/ipc/views.ts';

/** Opens the sample inspection in a folder of the application's own, made at its first opening. */
export async function openSample(scope: Scope): Promise<Result<WorkspaceView, CallError>> {
  const self = await scope.ports.keys.self();
  if (self === null) return refused(noPerson);
  const folder = await scope.ports.grants.ownFolder('sample');
  if (!folder.ok) return refused(fromFault(folder.error));
  const existing = await scope.ports.workspaces.open(folder.value);
  if (existing.ok || existing.error.code !== 'not-a-workspace')
    return openWorkspace(scope, folder.value, existing);
  const made = await foundWorkspace(scope, folder.value, 'Sample');
  if (!made.ok) return made;
  const resources = recentSample(scope.ports.resources, scope.ports.clock.now());
  const built = await buildSample({ ...scope.ports, resources }, made.value, self.person);
  if (!built.ok) return refused(fromFault(built.error));
  const { settings, lockedBy } = scope.ports;
  if (lockedBy === null) settings.write({ ...settings.read(), sample: made.value.id });
  return openWorkspace(scope, folder.value, made);
}
