import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Attachments, StorageFault } from '../ports/storage-ports.ts';
import { done, refused, type Result } from '../../shared/result.ts';
import type { FileSystem } from './file-system.ts';
import { replaceFile } from './replace-file.ts';
import { errnoOf, storageFault } from './storage-fault.ts';

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Files of one draft, each named by the sha256 of its bytes. */
export class AttachmentFiles implements Attachments {
  readonly #fs: FileSystem;
  readonly #folder: string;

  constructor(fs: FileSystem, draftFolder: string) {
    this.#fs = fs;
    this.#folder = join(draftFolder, 'attachments');
  }

  async put(bytes: Uint8Array): Promise<Result<string, StorageFault>> {
    const hash = sha256(bytes);
    const path = join(this.#folder, hash);
    try {
      if ((await this.#holding(path, hash)) !== null) return done(hash);
      await this.#fs.makeFolder(this.#folder, dirname(this.#folder));
    } catch (error) {
      return refused(storageFault(error, 'keep the file'));
    }
    const written = await replaceFile(this.#fs, path, bytes, 'keep the file');
    return written.ok ? done(hash) : written;
  }

  /** A copy that a sync tool renamed serves as well: what it holds decides. */
  async read(hash: string): Promise<Result<Uint8Array, StorageFault>> {
    try {
      const named = join(this.#folder, hash);
      const found = await this.#holding(named, hash);
      if (found !== null) return done(found);
      const facts = await this.#fs.facts(this.#folder);
      const entries = facts === null ? [] : await this.#fs.list(this.#folder);
      for (const { name, kind } of entries) {
        if (kind !== 'file' || !name.includes(hash.slice(0, 16)) || name === hash) continue;
        const copy = await this.#holding(join(this.#folder, name), hash);
        if (copy !== null) return done(copy);
      }
      return refused(entries.some(({ name }) => name === hash) ? changed : missing);
    } catch (error) {
      return refused(storageFault(error, 'read the file'));
    }
  }

  async remove(hash: string): Promise<Result<null, StorageFault>> {
    try {
      await this.#fs.remove(join(this.#folder, hash));
      await this.#fs.syncFolder(this.#folder);
      return done(null);
    } catch (error) {
      return errnoOf(error) === 'ENOENT' ? done(null) : refused(storageFault(error, 'erase the file'));
    }
  }

  async #holding(path: string, hash: string): Promise<Uint8Array | null> {
    if ((await this.#fs.facts(path)) === null) return null;
    const bytes = await this.#fs.readFile(path);
    return sha256(bytes) === hash ? bytes : null;
  }
}

const missing: StorageFault = {
  code: 'not-found',
  message:
    'The file is not in the shared folder, or has not arrived yet. Its record is safe. Let the folder finish syncing, or put the file back from a backup.',
};

const changed: StorageFault = {
  code: 'damaged',
  message:
    'The file in the shared folder is not the one that was attached: its bytes differ. It was not opened, and its record is safe. Put the file back from a backup or from a colleague’s copy.',
};
