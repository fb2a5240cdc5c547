import { join } from 'node:path';
import type { StorageFault } from '../ports/storage-ports.ts';
import type { SharedFile, SharedFiles } from '../ports/storage-ports.ts';
import { done, refused, type Result } from '../../shared/result.ts';
import type { FileSystem } from './file-system.ts';
import { replaceFile } from './replace-file.ts';
import { storageFault } from './storage-fault.ts';

const largest = 1_000_000;

/** The JSON files of one folder of a workspace on disk. */
export class SharedFileFolder implements SharedFiles {
  readonly #fs: FileSystem;
  readonly #path: string;

  readonly #make: () => Promise<void>;

  /** `make` makes the folder, and rejects where the workspace is not there. */
  constructor(fs: FileSystem, path: string, make: () => Promise<void>) {
    this.#fs = fs;
    this.#path = path;
    this.#make = make;
  }

  async list(): Promise<Result<readonly SharedFile[], StorageFault>> {
    try {
      if ((await this.#fs.facts(this.#path)) === null) return done([]);
      const files: SharedFile[] = [];
      for (const { name, kind } of await this.#fs.list(this.#path)) {
        if (kind !== 'file' || !/\.json$/iu.test(name)) continue;
        const path = join(this.#path, name);
        if (((await this.#fs.facts(path))?.size ?? 0) > largest) continue;
        files.push({ name, bytes: await this.#fs.readFile(path) });
      }
      return done(files);
    } catch (error) {
      return refused(storageFault(error, 'read what the team shares in this workspace'));
    }
  }

  async put(name: string, bytes: Uint8Array): Promise<Result<null, StorageFault>> {
    try {
      await this.#make();
    } catch (error) {
      return refused(storageFault(error, 'write the file into the workspace'));
    }
    return replaceFile(this.#fs, join(this.#path, name), bytes, 'write the file into the workspace');
  }
}
