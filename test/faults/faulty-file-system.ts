import { diskFileSystem } from '../../src/main/storage/disk-file-system.ts';
import type { FileSystem, OpenFile } from '../../src/main/storage/file-system.ts';

/** How the Nth call to the file system goes wrong. */
export type Fault = 'ENOSPC' | 'EIO' | 'EROFS' | 'short' | 'kill';

/** Thrown where the process would have ended; everything after it must not run, so every later call throws it too. */
export class Killed extends Error {}

/** The real file system, in which the Nth call that could change something fails, writes short, or is the last. */
export class FaultyFileSystem implements FileSystem {
  calls = 0;
  readonly #at: number;
  readonly #fault: Fault;
  #dead = false;

  constructor(at: number, fault: Fault) {
    this.#at = at;
    this.#fault = fault;
  }

  #before(): boolean {
    if (this.#dead) throw new Killed();
    this.calls += 1;
    if (this.calls !== this.#at) return false;
    if (this.#fault === 'kill') {
      this.#dead = true;
      throw new Killed();
    }
    if (this.#fault === 'short') return true;
    throw Object.assign(new Error(this.#fault), { code: this.#fault });
  }

  async #do<T>(work: () => Promise<T>): Promise<T> {
    this.#before();
    return work();
  }

  async open(path: string, how: 'edit' | 'create'): Promise<OpenFile> {
    this.#before();
    const file = await diskFileSystem.open(path, how);
    return {
      write: async (bytes, position) => {
        const short = this.#before();
        if (this.#dead) throw new Killed();
        return file.write(short ? bytes.subarray(0, Math.ceil(bytes.length / 3)) : bytes, position);
      },
      read: (position, length) => file.read(position, length),
      sync: () => this.#do(() => file.sync()),
      truncate: (size) => this.#do(() => file.truncate(size)),
      facts: () => file.facts(),
      close: () => file.close(),
    };
  }

  readFile = (path: string): Promise<Uint8Array> => diskFileSystem.readFile(path);
  list = (path: string): ReturnType<FileSystem['list']> => diskFileSystem.list(path);
  facts = (path: string): ReturnType<FileSystem['facts']> => diskFileSystem.facts(path);
  makeFolder = (path: string, within?: string): Promise<void> =>
    this.#do(() => diskFileSystem.makeFolder(path, within));
  removeFolder = (path: string): Promise<void> => this.#do(() => diskFileSystem.removeFolder(path));
  rename = (from: string, to: string): Promise<void> => this.#do(() => diskFileSystem.rename(from, to));
  remove = (path: string): Promise<void> => this.#do(() => diskFileSystem.remove(path));
  syncFolder = (path: string): Promise<void> => this.#do(() => diskFileSystem.syncFolder(path));
}
