import { fromFault } from '../session/call-errors.ts';
import { workspaceView } from '../workspace/open-workspace.ts';
import { ownPerson, personView } from '../session/person-views.ts';
import type { Scope } from '../session/session.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { Preferences } from '../../../shared/ipc/preferences.ts';
import type { FilesLie, StartView } from '../../../shared/ipc/views.ts';

/** Everything the first screen needs. */
export async function startUp(scope: Scope): Promise<Result<StartView, CallError>> {
  const { settings, keys, lockedBy, version } = scope.ports;
  const { recents, backedUp, ...kept } = settings.read();
  const self = await ownPerson(scope);
  const opened = scope.session.opened;
  return done({
    version,
    settingsSetAside: settings.setAside ?? null,
    person: self === null ? null : personView(self, self, scope),
    managed: scope.ports.managed,
    keyProtection: keys.protection(),
    backedUp,
    lockedBy,
    preferences: preferencesOf(kept),
    recents,
    workspace: opened === null ? null : await workspaceView(scope, opened.workspace, false),
  });
}

function preferencesOf({
  theme,
  density,
  textSize,
  proseSize,
  dates,
  singleKeys,
  keys,
  presence,
  views,
}: Preferences): Preferences {
  return { theme, density, textSize, proseSize, dates, singleKeys, keys, presence, views };
}

/** Where this person's own files lie, and those of the open workspace. */
export function whereFilesLie({ ports, session }: Scope): Promise<Result<FilesLie, CallError>> {
  return Promise.resolve(
    done({ profile: ports.profileFolder, workspace: session.opened?.workspace.folder ?? null }),
  );
}

/** Keeps preferences. */
export function setPreferences(
  scope: Scope,
  preferences: CallInput<'setPreferences'>,
): Promise<Result<null, CallError>> {
  const kept = scope.ports.settings.write({ ...scope.ports.settings.read(), ...preferences });
  return Promise.resolve(kept.ok ? kept : refused(fromFault(kept.error)));
}
