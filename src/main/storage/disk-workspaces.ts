import { dirname, join } from 'node:path';
import type { Random, StorageFault, Workspace, Workspaces } from '../ports.ts';
import { done, refused, type Result } from '../../shared/domain/result.ts';
import type { FolderGrant } from '../../shared/ipc/grant.ts';
import { DiskWorkspace } from './disk-workspace.ts';
import type { FileSystem } from './file-system.ts';
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
  readonly #random: Random;
  readonly #sha256: (text: string) => string;

  constructor(
    fs: FileSystem,
    pathOf: (grant: string) => string | null,
    random: Random,
    sha256: (text: string) => string,
  ) {
    this.#fs = fs;
    this.#pathOf = pathOf;
    this.#random = random;
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

  async create(folder: FolderGrant, name: string): Promise<Result<Workspace, StorageFault>> {
    const root = this.#pathOf(folder.grant);
    if (root === null) return refused(noLeave);
    const fs = withinFolder(this.#fs, root);
    const file = { id: this.#random.hex(16), name };
    try {
      // Nothing above it is made: where a share is away, that would stand where it is mounted.
      await fs.makeFolder(root, dirname(root));
      if ((await fs.facts(join(root, workspaceFileName))) !== null) return refused(existing);
      for (const part of ['people', 'drafts']) await fs.makeFolder(join(root, part), root);
    } catch (error) {
      return refused(storageFault(error, 'make the workspace'));
    }
    const text = new TextEncoder().encode(writeWorkspaceFile(file, this.#sha256));
    const written = await replaceFile(fs, join(root, workspaceFileName), text, 'make the workspace');
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
