import { resolve } from 'node:path';
import { composePorts, type ComposedPorts } from '../composition/compose-ports.ts';
import { tell } from './cli-output.ts';
import { plainBox } from '../identity/key-store.ts';
import { newlyOpened, workQueue, type Scope } from '../application/session/session.ts';
import type { WorkerFiles } from '../work/worker-files.ts';
import { confSettings } from '../storage/conf-settings.ts';
import { refused, done, type Result } from '../../shared/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';

/** What a command needs to know of where it runs. */
export interface CliPlace {
  readonly root: string;
  readonly profile: string;
  readonly version: string;
  readonly workers: WorkerFiles;
}

const nobody: CallError = {
  code: 'not-allowed',
  message: 'The command line asks nobody. Name the file or folder in the command instead.',
};

/** The application composed for one command, and the scope its services run in. */
export function cliScope(place: CliPlace): { readonly app: ComposedPorts; readonly scope: Scope } {
  const settings = confSettings(place.profile);
  if (settings.setAside !== undefined)
    tell(`The settings could not be read; the usual ones hold. The file is kept as ${settings.setAside}.`);
  const app = composePorts({
    profile: place.profile,
    resources: resolve(place.root, 'resources'),
    version: place.version,
    workers: place.workers,
    settings,
    secretBox: plainBox,
    dialogs: () => ({
      chooseFolder: () => Promise.resolve(null),
      chooseFiles: () => Promise.resolve([]),
      saveFile: () => Promise.resolve(refused({ code: 'io', message: nobody.message })),
    }),
    windows: { send: () => undefined, broadcast: () => undefined },
  });
  const scope: Scope = {
    ports: app.ports,
    session: { window: 'cli', opened: null },
    queue: workQueue(),
    jobs: new Map(),
  };
  return { app, scope };
}

/** Opens a workspace for reading only: nothing is written into it, not even one's card. */
export async function openForReading(
  { app, scope }: ReturnType<typeof cliScope>,
  path: string,
): Promise<Result<null, CallError>> {
  const found = await scope.ports.workspaces.open(app.grants.grantFolder(resolve(path)));
  if (!found.ok) return refused({ code: 'not-a-workspace', message: found.error.message });
  scope.session.opened = newlyOpened(found.value);
  return done(null);
}
