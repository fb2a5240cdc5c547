import { watch, type FSWatcher } from 'node:fs';
import { lstat, readdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** Kinds of file system, by the numbers Linux gives them, on which another machine's changes send no events here. */
const silent = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB 2
  0x65735546, // FUSE: sshfs, rclone, Google Drive for Linux
  0x01021997, // 9P: a Windows drive in WSL
  0x786f4256, // VirtualBox
  0x5346414f, // AFS
]);

/** Whether the file system under a folder can be trusted to tell of changes that other machines make. */
async function tellsOfChanges(folder: string): Promise<boolean> {
  if (process.platform === 'win32') return !folder.startsWith('\\\\');
  if (process.platform !== 'linux') return true;
  try {
    return !silent.has((await statfs(folder)).type);
  } catch {
    return false;
  }
}

/** What the file system says of a folder that is listened to. */
export type FolderEvent =
  /** Something at a path came, changed or went. */
  | { readonly kind: 'touched'; readonly path: string }
  /** The folder itself, or a part by which a workspace is known, went. */
  | { readonly kind: 'gone' }
  /** From now on every change is told; what came before may have been missed. */
  | { readonly kind: 'ready' }
  /** Nothing more is told: there is too much to listen to, or the folder went. */
  | { readonly kind: 'failed' };

/** A folder that is listened to until it is stopped. */
export interface FolderListener {
  /** Listens to one more folder, where not all are. */
  readonly attend: (path: string) => void;
  readonly stop: () => Promise<void>;
}

const inside = ['drafts', 'people', 'presence', 'workspace', 'audits', 'programme'];

/** A folder that is listened to, and which folder it was: another of the same name is listened to anew. */
interface Watched {
  readonly watch: FSWatcher;
  readonly ino: bigint;
}

/**
 * Listens to a workspace's drafts, people, presence, own log, audits and programme, following no link. Each folder is listened to and no file: the
 * system tells of a file by the folder that it is in, so no event rests on a file having been met in time.
 */
class WorkspaceListener implements FolderListener {
  readonly #root: string;
  readonly #everyDraft: boolean;
  readonly #hear: (event: FolderEvent) => void;
  readonly #watched = new Map<string, Watched>();
  #stopped = false;

  constructor(root: string, everyDraft: boolean, hear: (event: FolderEvent) => void) {
    this.#root = root;
    this.#everyDraft = everyDraft;
    this.#hear = hear;
    void this.#begin();
  }

  attend = (path: string): void => void this.#listen(path);

  stop = (): Promise<void> => {
    this.#stopped = true;
    for (const path of [...this.#watched.keys()]) this.#forget(path);
    return Promise.resolve();
  };

  async #begin(): Promise<void> {
    await this.#listen(this.#root);
    for (const top of inside) await this.#listen(join(this.#root, top));
    for (const top of inside) {
      const path = join(this.#root, top);
      // A link that stands in its place is not followed to list what it leads to.
      if (!this.#listensWithin(path) || !this.#watched.has(path)) continue;
      for (const name of await readdir(path).catch(() => [])) await this.#listen(join(path, name));
    }
    this.#tell({ kind: 'ready' });
  }

  /** Listens to what stands at a path, where it is a folder; answers whether it is one. */
  async #listen(path: string): Promise<boolean> {
    const stat = await lstat(path, { bigint: true }).catch(() => null);
    if (this.#stopped) return false;
    const known = this.#watched.get(path);
    if (stat?.isDirectory() !== true) {
      this.#forget(path);
      return false;
    }
    if (known?.ino === stat.ino) return true;
    this.#forget(path);
    try {
      const listener = watch(
        path,
        { persistent: false },
        (event, name) => void this.#heard(path, event, name),
      );
      listener.on('error', () => {
        this.#forget(path);
        this.#tell(this.#isKnownBy(path) ? { kind: 'gone' } : { kind: 'touched', path });
      });
      this.#watched.set(path, { watch: listener, ino: stat.ino });
    } catch {
      this.#tell({ kind: 'failed' });
    }
    return true;
  }

  /** Whether the folders in this one are listened to, and not only itself. */
  #listensWithin = (path: string): boolean =>
    path === join(this.#root, 'audits') || (this.#everyDraft && path === join(this.#root, 'drafts'));

  #forget(path: string): void {
    this.#watched.get(path)?.watch.close();
    this.#watched.delete(path);
  }

  /** Whether a path is the workspace itself or a part by which it is known. */
  #isKnownBy = (path: string): boolean =>
    path === this.#root || inside.some((top) => path === join(this.#root, top));

  async #heard(folder: string, event: string, name: string | null): Promise<void> {
    if (this.#stopped) return;
    const path = name === null ? folder : join(folder, name);
    const followed = event !== 'rename' || (await this.#follow(folder, path));
    this.#tell(followed ? { kind: 'touched', path } : { kind: 'gone' });
  }

  /** Something came, went or was replaced in a folder: listens accordingly. False where the workspace itself went. */
  async #follow(folder: string, path: string): Promise<boolean> {
    if (!this.#isKnownBy(folder)) {
      // A folder that goes says so by its own name.
      await this.#listen(folder);
      return true;
    }
    if (!(await this.#isAsKnown(folder))) return false;
    if (this.#isKnownBy(path)) {
      const before = this.#watched.has(path);
      return (await this.#listen(path)) || !before;
    }
    if (this.#listensWithin(folder)) await this.#listen(path);
    return true;
  }

  /** Whether the folder that is listened to still stands where it stood. */
  async #isAsKnown(path: string): Promise<boolean> {
    const stat = await lstat(path, { bigint: true }).catch(() => null);
    return stat !== null && stat.ino === this.#watched.get(path)?.ino;
  }

  #tell(event: FolderEvent): void {
    if (!this.#stopped) this.#hear(event);
  }
}

/** Time and the file system's events, which a test makes itself. */
export interface WatchSurroundings {
  readonly now: () => number;
  /** Runs something after so many ms; what it answers takes that back. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly tellsOfChanges: (root: string) => Promise<boolean>;
  /** Listens to a workspace: to every draft in it, or to those attended to. */
  readonly listen: (root: string, everyDraft: boolean, hear: (event: FolderEvent) => void) => FolderListener;
}

/** The computer's own clock and file system. */
export const ownSurroundings: WatchSurroundings = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms).unref();
    return () => {
      clearTimeout(timer);
    };
  },
  tellsOfChanges,
  listen: (root, everyDraft, hear) => new WorkspaceListener(root, everyDraft, hear),
};
