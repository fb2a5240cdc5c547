import { usualPreferences } from '../../src/shared/ipc/preferences.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, type Composition } from '../../src/main/composition/compose.ts';
import { workerFiles } from '../../src/main/work/worker-files.ts';
import { plainBox } from '../../src/main/identity/key-store.ts';
import type { AppSettings, Windows } from '../../src/main/ports/ports.ts';
import { workQueue } from '../../src/main/application/session/session.ts';
import { introduce } from '../../src/main/application/people/people-calls.ts';
import type { Scope } from '../../src/main/application/session/session.ts';
import { openWorkspace } from '../../src/main/application/workspace/open-workspace.ts';
import { createWorkspace } from '../../src/main/application/workspace/workspace-calls.ts';
import type { FileSystem } from '../../src/main/storage/file-system.ts';
import { done, type Result } from '../../src/shared/result.ts';

const root = join(import.meta.dirname, '..', '..');

/** The worker threads' files as tests run them. */
export const workerSources = workerFiles(join(root, 'src/main/cli.ts'));

/** A folder of one test's own. */
export function ownFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The application of one profile, as every host composes it, without a window. */
export interface Running {
  readonly app: Composition;
  readonly scope: Scope;
}

/** What the person will choose where a dialog asks them: paths. */
export interface Choice {
  folder: string | null;
  files: readonly string[];
}

/** Composes the application on a profile folder; what is saved to a file is kept in `saved`, what is chosen is in `choice`. */
export function run(
  profile: string,
  fileSystem?: FileSystem,
  windows: Windows = { send: () => undefined, broadcast: () => undefined },
): Running & { readonly saved: Map<string, Uint8Array>; readonly choice: Choice } {
  let settings: AppSettings = {
    ...usualPreferences,
    sample: null,
    recents: [],
    backedUp: null,
    mappings: {},
  };
  const saved = new Map<string, Uint8Array>();
  const choice: Choice = { folder: null, files: [] };
  const app = compose({
    profile,
    resources: join(root, 'resources'),
    version: '0.0.0',
    workers: workerSources,
    settings: {
      read: () => settings,
      write: (next) => {
        settings = next;
        return done(null);
      },
    },
    secretBox: plainBox,
    dialogs: (grants) => ({
      chooseFolder: () => Promise.resolve(choice.folder === null ? null : grants.grantFolder(choice.folder)),
      chooseFiles: () => Promise.all(choice.files.map((path) => grants.grantFile(path))),
      saveFile: (_window, name, bytes) => {
        saved.set(name, bytes);
        return Promise.resolve(done({ name }));
      },
    }),
    windows,
    ...(fileSystem === undefined ? {} : { fileSystem }),
  });
  const scope: Scope = {
    ports: app.ports,
    session: { window: 'test', opened: null },
    queue: workQueue(),
    jobs: new Map(),
  };
  return { app, scope, saved, choice };
}

/** The value of a result; the test fails with its words where it is refused. */
export function need<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** Introduces a person, and makes or opens the workspace in a folder. */
export async function settle(running: Running, name: string, folder: string, make: boolean): Promise<void> {
  const { app, scope } = running;
  need(await introduce(scope, { card: { name, post: 'Inspector', registration: '', years: 3 } }));
  const grant = app.grants.grantFolder(folder);
  if (make) need(await createWorkspace(scope, { folder: grant.grant, name: 'Team' }));
  else need(await openWorkspace(scope, grant, await scope.ports.workspaces.open(grant)));
}
