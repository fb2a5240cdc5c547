import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Journal, JournalEntry, StorageFault, Witness } from '../ports/storage-ports.ts';
import type { ReadMarks } from '../ports/folder-ports.ts';
import { z } from 'zod';
import { done, refused, type Result } from '../../shared/result.ts';
import type { IdentityFile } from '../identity/key-store.ts';
import type { FileSystem } from './file-system.ts';
import { listOrNone } from './read-log-files.ts';
import { replaceFile } from './replace-file.ts';
import { errnoOf, storageFault } from './storage-fault.ts';

/** Where this user's application data lies when nothing else is said. */
export function defaultProfile(env: Readonly<Record<string, string | undefined>>, platform: string): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Plumbline');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Plumbline');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'plumbline');
}

const entryShape = z.strictObject({ at: z.string(), content: z.string(), writer: z.string().optional() });
const seenShape = z.record(z.string(), z.record(z.string(), z.int()));
const tipsShape = z.record(z.string(), z.strictObject({ seq: z.int(), id: z.string() }));

/** The application's own data folder: identity, journal and witnessed tips. Never on a share. */
export class Profile {
  readonly #fs: FileSystem;
  readonly #root: string;

  constructor(fs: FileSystem, root: string) {
    this.#fs = fs;
    this.#root = root;
  }

  identityFile(): IdentityFile {
    return {
      read: () => this.#read('identity.json'),
      write: (text) => this.#replace('', 'identity.json', text, 'keep your key'),
    };
  }

  outcomesFile(): IdentityFile {
    return {
      read: () => this.#read('published-outcomes.json'),
      write: (text) => this.#replace('', 'published-outcomes.json', text, 'keep the published outcomes'),
    };
  }

  windowsFile(): IdentityFile {
    return {
      read: () => this.#read('windows.json'),
      write: (text) => this.#replace('', 'windows.json', text, 'remember which windows are open'),
    };
  }

  /** The file of what was seen of one workspace. */
  seenFile(workspace: string): IdentityFile {
    const name = `${workspace}.json`;
    return {
      read: () => this.#read(join('workspaces', name)),
      write: (text) => this.#replace('workspaces', name, text, 'remember what was seen'),
    };
  }

  journal(): Journal {
    return {
      read: async (draft) => {
        try {
          const text = await this.#read(join('journal', `${draft}.json`));
          if (text === null) return done(null);
          const read = entryShape.safeParse(parsed(text));
          return read.success ? done<JournalEntry>(read.data) : refused(damagedJournal);
        } catch (error) {
          return refused(storageFault(error, 'read what you typed before'));
        }
      },
      write: (draft, entry) =>
        this.#replace('journal', `${draft}.json`, JSON.stringify(entry), 'keep what you type'),
      clear: async (draft) => {
        try {
          await this.#fs.remove(join(this.#root, 'journal', `${draft}.json`));
          return done(null);
        } catch (error) {
          return errnoOf(error) === 'ENOENT'
            ? done(null)
            : refused(storageFault(error, 'clear what was typed'));
        }
      },
    };
  }

  /** What this person has looked at, by workspace. A file that is damaged counts as none: marks begin anew. */
  readMarks(): ReadMarks {
    return {
      read: async (workspace) => {
        const text = await this.#read(join('seen', `${workspace}.json`));
        return text === null ? null : (seenShape.safeParse(parsed(text)).data ?? null);
      },
      write: async (workspace, seen) => {
        await this.#replace('seen', `${workspace}.json`, JSON.stringify(seen), 'remember what you have seen');
      },
    };
  }

  /** Tips by draft, in a folder of the profile. */
  witness(folder: 'witness' | 'looked'): Witness {
    return {
      draftsFrom: async (digits) =>
        (await listOrNone(this.#fs, join(this.#root, folder))).flatMap(({ name }) =>
          name.startsWith(digits) && name.endsWith('.json') ? [name.slice(0, -5)] : [],
        ),
      read: async (draft) => {
        const text = await this.#read(join(folder, `${draft}.json`));
        return text === null ? {} : (tipsShape.safeParse(parsed(text)).data ?? {});
      },
      remember: async (draft, tips) => {
        await this.#replace(folder, `${draft}.json`, JSON.stringify(tips), 'remember what was seen');
      },
    };
  }

  async #read(name: string): Promise<string | null> {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(
        await this.#fs.readFile(join(this.#root, name)),
      );
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return null;
      throw error;
    }
  }

  async #replace(
    folder: string,
    name: string,
    text: string,
    what: string,
  ): Promise<Result<null, StorageFault>> {
    const path = join(this.#root, folder);
    try {
      await this.#fs.makeFolder(path);
    } catch (error) {
      return refused(storageFault(error, what));
    }
    return replaceFile(this.#fs, join(path, name), new TextEncoder().encode(text), what);
  }
}

const damagedJournal: StorageFault = {
  code: 'damaged',
  message:
    'What was typed before cannot be read: the file on this computer is damaged. Saved revisions are safe. The damaged file is kept in the journal folder.',
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
