import type { FileFacts, FileSystem, OpenFile } from '../../src/main/storage/file-system.ts';

/** Thrown where the process would have ended; what it was told before counts, what came after does not. */
export class Died extends Error {}

function failed(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** One person's disk, in memory: their profile and their replica of the shared folder. */
export class ReplicaFileSystem implements FileSystem {
  readonly files = new Map<string, Uint8Array>();
  /** Placeholders: their names are listed, their content has not been downloaded. */
  readonly placeholders = new Set<string>();
  /** Whether the shared folder is there at all. */
  connected = true;
  /** The process dies in the next write under the shared folder, with part of the bytes out. */
  diesInWrite = false;
  /** How much of that write comes out, in hundredths. */
  partOut = 50;
  /** How often that happened. */
  deaths = 0;
  readonly #shared: string;
  readonly #folders = new Set<string>();
  readonly #times = new Map<string, number>();
  #now = 0;

  constructor(shared: string) {
    this.#shared = shared;
  }

  /** What the sync service does: puts content there, whatever was there before. */
  place(path: string, bytes: Uint8Array): void {
    this.files.set(path, bytes);
    this.#times.set(path, (this.#now += 1));
  }

  /** Everything in the shared folder. */
  sharedFiles(): readonly string[] {
    return [...this.files.keys()].filter((path) => path.startsWith(`${this.#shared}/`)).sort();
  }

  async open(path: string, how: 'edit' | 'create'): Promise<OpenFile> {
    await this.#reach(path);
    if (how === 'create' && this.files.has(path)) throw failed('EEXIST');
    if (how === 'create') this.place(path, new Uint8Array());
    if (!this.files.has(path)) throw failed('ENOENT');
    if (this.placeholders.has(path)) throw failed('EIO');
    const bytes = (): Uint8Array => this.files.get(path) ?? new Uint8Array();
    return {
      write: (more, position) => {
        const dies = this.diesInWrite && path.startsWith(this.#shared);
        const out = dies ? more.subarray(0, Math.floor((more.length * this.partOut) / 100)) : more;
        const next = new Uint8Array(Math.max(bytes().length, position + out.length));
        next.set(bytes());
        next.set(out, position);
        this.place(path, next);
        if (dies) this.deaths += 1;
        if (dies) return Promise.reject(new Died());
        return Promise.resolve(out.length);
      },
      read: (position, length) => Promise.resolve(bytes().slice(position, position + length)),
      sync: () => Promise.resolve(),
      truncate: (size) => {
        // A process that died in a write does not come to mend it.
        if (this.diesInWrite && path.startsWith(this.#shared)) return Promise.reject(new Died());
        this.place(path, bytes().slice(0, size));
        return Promise.resolve();
      },
      facts: () => Promise.resolve({ size: bytes().length, modified: this.#times.get(path) ?? 0 }),
      close: () => Promise.resolve(),
    };
  }

  async readFile(path: string): Promise<Uint8Array> {
    await this.#reach(path);
    if (this.placeholders.has(path)) throw failed('EIO');
    const found = this.files.get(path);
    if (found === undefined) throw failed('ENOENT');
    return found.slice();
  }

  async list(path: string): ReturnType<FileSystem['list']> {
    await this.#reach(path);
    const names = new Map<string, FileFacts['kind']>();
    for (const each of [...this.files.keys(), ...this.#folders]) {
      if (!each.startsWith(`${path}/`)) continue;
      const [name = '', ...rest] = each.slice(path.length + 1).split('/');
      names.set(name, rest.length > 0 || this.#folders.has(each) ? 'folder' : 'file');
    }
    if (names.size === 0 && !this.#folders.has(path)) throw failed('ENOENT');
    return [...names].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async facts(path: string): Promise<FileFacts | null> {
    if (!this.connected && path.startsWith(this.#shared)) return null;
    await this.#reach(path);
    const found = this.files.get(path);
    if (found !== undefined)
      return { kind: 'file', size: found.length, modified: this.#times.get(path) ?? 0 };
    const isFolder =
      this.#folders.has(path) || [...this.files.keys()].some((each) => each.startsWith(`${path}/`));
    return isFolder ? { kind: 'folder', size: 0, modified: 0 } : null;
  }

  async makeFolder(path: string): Promise<void> {
    await this.#reach(path);
    this.#folders.add(path);
  }

  removeFolder(path: string): Promise<void> {
    this.#folders.delete(path);
    return Promise.resolve();
  }

  async rename(from: string, to: string): Promise<void> {
    this.place(to, await this.readFile(from));
    this.files.delete(from);
  }

  remove(path: string): Promise<void> {
    return this.files.delete(path) ? Promise.resolve() : Promise.reject(failed('ENOENT'));
  }

  syncFolder(): Promise<void> {
    return Promise.resolve();
  }

  #reach(path: string): Promise<void> {
    return !this.connected && path.startsWith(this.#shared)
      ? Promise.reject(failed('ENOENT'))
      : Promise.resolve();
  }
}
