import { readFileSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { ZodError } from 'zod';
import {
  managedSettingsSchema,
  settablePreferences,
  type ManagedSettings,
  type ManagedView,
} from '../../shared/ipc/managed-settings.ts';
import { refused, type Result } from '../../shared/result.ts';
import type { FolderGrant } from '../../shared/ipc/grant.ts';
import type { Settings } from '../ports/ports.ts';
import type { StorageFault, Workspaces } from '../ports/storage-ports.ts';
import { errnoOf } from './storage-fault.ts';

/** An organisation's settings as they were read, and what a window says of them. */
interface Managed {
  readonly settings: ManagedSettings;
  readonly view: ManagedView;
}

/** What an organisation's settings change, before and after. */
interface OwnParts {
  readonly settings: Settings;
  readonly workspaces: Workspaces;
}

/** Where administrators keep the settings of an organisation: a place that people who are none cannot write to. */
export function managedFile(env: Readonly<Record<string, string | undefined>>, platform: string): string {
  const name = 'managed.json';
  if (platform === 'win32') return join(env['ProgramData'] ?? 'C:\\ProgramData', 'Plumbline', name);
  if (platform === 'darwin') return join('/Library', 'Application Support', 'Plumbline', name);
  return join('/etc', 'plumbline', name);
}

/** Settings and workspaces as the organisation's file lets them be; as they were, where there is no such file. */
export function asManaged(
  file: string,
  own: OwnParts & { readonly profile: string; readonly pathOf: (grant: string) => string | null },
): OwnParts & { readonly managed: ManagedView | null } {
  const read = readManaged(file);
  if (read === null) return { settings: own.settings, workspaces: own.workspaces, managed: null };
  return {
    settings: managedPreferences(own.settings, read),
    workspaces: managedWorkspaces(own.workspaces, read, own),
    managed: read.view,
  };
}

/**
 * Reads an organisation's settings; null where there are none. A file that cannot be read, or says what it may not, is
 * there all the same: nothing of it holds, and what is wrong is told.
 */
function readManaged(file: string): Managed | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = errnoOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : managed(file, {}, `it cannot be read (${code})`);
  }
  try {
    // Editors of Windows begin a file with the mark of its encoding.
    return managed(file, managedSettingsSchema.parse(JSON.parse(text.replace(/^\uFEFF/u, ''))), null);
  } catch (error) {
    return managed(file, {}, problemIn(error));
  }
}

function managed(file: string, settings: ManagedSettings, problem: string | null): Managed {
  const set = settablePreferences.filter((name) => settings.preferences?.[name] !== undefined);
  return { settings, view: { file, set, workspaceFolders: settings.workspaceFolders ?? null, problem } };
}

function problemIn(error: unknown): string {
  if (!(error instanceof ZodError)) return 'it is not JSON';
  const [first] = error.issues;
  const place = first?.path.join('.') ?? '';
  return `${place === '' ? 'it' : place}: ${first?.message ?? 'not what it may be'}`;
}

/** Preferences of which an organisation has set some: what a person chose themselves stands under them, and comes back. */
function managedPreferences(own: Settings, { settings: { preferences = {} } }: Managed): Settings {
  const set = Object.fromEntries(Object.entries(preferences).filter(([, value]) => value !== undefined));
  return {
    ...own,
    read: () => ({ ...own.read(), ...set }),
    write: (settings) => {
      const before: Readonly<Record<string, unknown>> = { ...own.read() };
      const kept = Object.fromEntries(Object.keys(set).map((name) => [name, before[name]]));
      return own.write({ ...settings, ...kept });
    },
  };
}

/** Workspaces where an organisation lets them lie. The sample lies in the profile, as Plumbline itself puts it there. */
function managedWorkspaces(
  workspaces: Workspaces,
  { view: { file, workspaceFolders, problem } }: Managed,
  { profile, pathOf }: { readonly profile: string; readonly pathOf: (grant: string) => string | null },
): Workspaces {
  async function refusal({ grant }: FolderGrant): Promise<Result<never, StorageFault> | null> {
    const path = pathOf(grant);
    if (path === null || (await isWithin(path, [profile]))) return null;
    if (problem !== null)
      return refused(
        notAllowed(
          `Your organisation’s settings do not hold: ${problem}. Ask whoever keeps ${file} to mend it.`,
        ),
      );
    if (workspaceFolders === null || (await isWithin(path, workspaceFolders))) return null;
    return refused(
      notAllowed(
        `Your organisation keeps workspaces in ${workspaceFolders.join(', ')} and nowhere else. Choose a folder there.`,
      ),
    );
  }
  return {
    open: async (folder) => (await refusal(folder)) ?? workspaces.open(folder),
    create: async (folder, ...how) => (await refusal(folder)) ?? workspaces.create(folder, ...how),
  };
}

/** Whether a folder is one of these or lies below one, where links lead to. */
async function isWithin(path: string, folders: readonly string[]): Promise<boolean> {
  const place = await placeOf(path);
  const places = await Promise.all(folders.map(placeOf));
  return places.some((folder) => {
    const way = relative(folder, place);
    return !isAbsolute(way) && way.split(sep)[0] !== '..';
  });
}

function placeOf(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

function notAllowed(message: string): StorageFault {
  return { code: 'not-allowed', message: `${message} Nothing was opened or changed.` };
}
