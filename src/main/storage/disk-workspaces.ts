import { dirname, join } from 'node:path';
import type { Founding, LogLine, StorageFault, Workspace, Workspaces } from '../ports/storage-ports.ts';
import { done, refused, type Result } from '../../shared/result.ts';
import type { FolderGrant } from '../../shared/ipc/grant.ts';
import { appendLines } from './append-lines.ts';
import { DiskWorkspace } from './disk-workspace.ts';
import type { FileSystem } from './file-system.ts';
import { readLogFiles } from './read-log-files.ts';
import { withinFolder } from './real-folders.ts';
import { replaceFile } from './replace-file.ts';
import { errnoOf, storageFault } from './storage-fault.ts';
import {
  readWorkspaceFile,
  workspaceFileName,
  writeWorkspaceFile,
  type WorkspaceFile,
} from './workspace-file.ts';

/** The most bytes that a file like plumbline.json may have: it holds a name and a number. */
const largest = 65_536;

/** Workspaces in folders on disk, found through grants. */
export class DiskWorkspaces implements Workspaces {
  readonly #fs: FileSystem;
  readonly #pathOf: (grant: string) => string | null;
  readonly #sha256: (text: string) => string;

  constructor(fs: FileSystem, pathOf: (grant: string) => string | null, sha256: (text: string) => string) {
    this.#fs = fs;
    this.#pathOf = pathOf;
    this.#sha256 = sha256;
  }

  async open(folder: FolderGrant): Promise<Result<Workspace, StorageFault>> {
    const root = this.#pathOf(folder.grant);
    if (root === null) return refused(noLeave);
    const fs = withinFolder(this.#fs, root);
    const read = await this.#readFile(root, workspaceFileName);
    if (read.ok) return done(new DiskWorkspace(fs, root, read.value));
    if (read.error.code === 'newer-format') return read;
    const copy = await this.#onlyCopy(root);
    return copy === null ? read : done(new DiskWorkspace(fs, root, copy.file, copy.name));
  }

  async #readFile(root: string, name: string): Promise<Result<WorkspaceFile, StorageFault>> {
    try {
      const bytes = await this.#fs.readFile(join(root, name), largest);
      return readWorkspaceFile(new TextDecoder().decode(bytes), this.#sha256);
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') return refused(storageFault(error, 'open the workspace'));
      const exists = (await this.#fs.facts(root).catch(() => null)) !== null;
      return refused(exists ? notAWorkspace : storageFault(error, 'open the workspace'));
    }
  }

  /** A copy of plumbline.json that a sync service left, whole and naming the one workspace that all such copies name. */
  async #onlyCopy(root: string): Promise<{ readonly name: string; readonly file: WorkspaceFile } | null> {
    const entries = await this.#fs.list(root).catch(() => []);
    const copies = [];
    for (const { name, kind } of entries) {
      if (kind !== 'file' || name === workspaceFileName || !/plumbline.*\.json/i.test(name)) continue;
      const read = await this.#readFile(root, name);
      if (read.ok) copies.push({ name, file: read.value });
    }
    const [first] = copies;
    return first !== undefined && copies.every(({ file }) => file.id === first.file.id) ? first : null;
  }

  /**
   * The founding record comes first and the file that names it last: where that breaks off, the folder is no workspace
   * yet, and making one in it goes on from there.
   */
  async create(
    folder: FolderGrant,
    name: string,
    found: (left: readonly LogLine[]) => Promise<Result<Founding, StorageFault>>,
  ): Promise<Result<Workspace, StorageFault>> {
    const root = this.#pathOf(folder.grant);
    if (root === null) return refused(noLeave);
    const fs = withinFolder(this.#fs, root);
    const what = 'make the workspace';
    const log = join(root, 'workspace');
    let left: readonly LogLine[];
    try {
      // Nothing above it is made: where a share is away, that would stand where it is mounted.
      await fs.makeFolder(root, dirname(root));
      if ((await fs.facts(join(root, workspaceFileName))) !== null) return refused(existing);
      for (const part of ['people', 'drafts', 'workspace']) await fs.makeFolder(join(root, part), root);
      left = await readLogFiles(fs, log, what, false);
    } catch (error) {
      return refused(storageFault(error, what));
    }
    const founding = await found(left);
    if (!founding.ok) return founding;
    const { id, key, lines } = founding.value;
    const founded = await appendLines(fs, join(log, `${key}.jsonl`), lines, what);
    if (!founded.ok) return founded;
    const file = { id, name };
    const text = new TextEncoder().encode(writeWorkspaceFile(file, this.#sha256));
    const written = await replaceFile(fs, join(root, workspaceFileName), text, what);
    return written.ok ? done(new DiskWorkspace(fs, root, file)) : written;
  }
}

const noLeave: StorageFault = {
  code: 'not-found',
  message: 'Plumbline no longer has leave to use that folder. Nothing was changed. Choose the folder again.',
};
const notAWorkspace: StorageFault = {
  code: 'not-a-workspace',
  message:
    'This folder is no Plumbline workspace: it holds no plumbline.json. Nothing was changed. Choose another folder, or make a workspace here.',
};
const existing: StorageFault = {
  code: 'exists',
  message: 'This folder already is a Plumbline workspace. Nothing was changed. Open it instead.',
};
