import type { StorageFault } from '../ports/storage-ports.ts';
import type { SharedFile, SharedFiles } from '../ports/storage-ports.ts';
import { done, type Result } from '../../shared/result.ts';

/** The files of one folder of a workspace in memory: the twin of those on disk. */
export class MemorySharedFiles implements SharedFiles {
  readonly #files = new Map<string, Uint8Array>();

  list(): Promise<Result<readonly SharedFile[], StorageFault>> {
    const files = [...this.#files].map(([name, bytes]) => ({ name, bytes: bytes.slice() }));
    return Promise.resolve(done(files.sort((a, b) => (a.name < b.name ? -1 : 1))));
  }

  put(name: string, bytes: Uint8Array): Promise<Result<null, StorageFault>> {
    this.#files.set(name, bytes.slice());
    return Promise.resolve(done(null));
  }
}
