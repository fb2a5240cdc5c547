import { createHash } from 'node:crypto';
import type { Attachments, StorageFault } from '../ports/storage-ports.ts';
import { done, refused, type Result } from '../../shared/result.ts';

const missing: StorageFault = { code: 'not-found', message: 'The file is not here, or has not arrived yet.' };

/** The files of a draft in memory: the twin of those on disk under the same contract. */
export class MemoryAttachments implements Attachments {
  readonly #files = new Map<string, Uint8Array>();

  put(bytes: Uint8Array): Promise<Result<string, StorageFault>> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    this.#files.set(hash, bytes.slice());
    return Promise.resolve(done(hash));
  }

  read(hash: string): Promise<Result<Uint8Array, StorageFault>> {
    const found = this.#files.get(hash);
    return Promise.resolve(found === undefined ? refused(missing) : done(found.slice()));
  }

  remove(hash: string): Promise<Result<null, StorageFault>> {
    this.#files.delete(hash);
    return Promise.resolve(done(null));
  }
}
