import { join, relative, sep } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import type { FolderChange, FolderWatch } from '../ports/folder-ports.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { FileSystem } from './file-system.ts';
import { tellsOfChanges } from './tells-of-changes.ts';

/** What a watcher must know of the workspace it watches. */
export interface WatchedFolder {
  readonly root: string;
  readonly fs: FileSystem;
  readonly drafts: () => Promise<Result<readonly string[], unknown>>;
  readonly fingerprint: (folder: string) => Promise<string>;
  /** The folder that stands for the draft of any folder. */
  readonly homeOf: (name: string) => string;
}

/** Up to how many drafts every folder is watched; beyond, those attended to are, and a look finds the rest. */
const mostWatched = 1000;
const quick = 3000;
const slow = 30_000;
const gathering = 120;
const settling = 500;

/**
 * Watches a workspace: by the file system's events where it sends any, and by looking at names, sizes and times now
 * and then, which finds what events missed and whether the folder is there. No link is followed.
 */
export class FolderWatcher implements FolderWatch {
  readonly #place: WatchedFolder;
  readonly #hear: (change: FolderChange) => void;
  readonly #known = new Map<string, string>();
  readonly #touched = new Set<string>();
  /** Null until it is known. */
  #events: boolean | null = null;
  #attends = false;
  #away = false;
  #watcher: FSWatcher | null = null;
  #gather: NodeJS.Timeout | undefined;
  #next: NodeJS.Timeout | undefined;
  #looking: Promise<void> | null = null;
  #took = 0;
  #stopped = false;

  constructor(place: WatchedFolder, hear: (change: FolderChange) => void) {
    this.#place = place;
    this.#hear = hear;
    void this.#begin();
  }

  how = (): { events: boolean; everySeconds: number } => ({
    events: this.#events ?? true,
    everySeconds: Math.round(this.#pause() / 1000),
  });

  isAway = (): boolean => this.#away;

  attend = (folder: string): void => {
    if (this.#attends) this.#watcher?.add(join(this.#place.root, 'drafts', folder));
  };

  /** One look at a time; a second that is asked for meanwhile is the same. */
  look = (): Promise<void> => {
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  };

  stop = async (): Promise<void> => {
    this.#stopped = true;
    clearTimeout(this.#gather);
    clearTimeout(this.#next);
    await this.#watcher?.close();
  };

  async #begin(): Promise<void> {
    await this.look();
    if (this.#stopped) return;
    this.#events = await tellsOfChanges(this.#place.root);
    this.#attends = this.#known.size > mostWatched;
    if (this.#events) this.#watch(this.#attends ? 1 : 2);
    else this.#hear({ kind: 'watched' });
    this.#wait();
  }

  #watch(depth: number): void {
    const { root } = this.#place;
    const inside = ['drafts', 'people', 'presence'];
    const watcher = watch(root, {
      depth,
      followSymlinks: false,
      ignoreInitial: true,
      ignorePermissionErrors: true,
      persistent: false,
      ignored: (path) => {
        const [top = '', , file = ''] = relative(root, path).split(sep);
        return top !== '' && (!inside.includes(top) || file === 'attachments');
      },
    });
    watcher.on('all', (_event, path) => {
      this.#touch(path);
    });
    // What came between the first look and now sends no event any more.
    watcher.on('ready', () => void this.look());
    watcher.on('error', () => {
      // Too many to watch, or the folder went: looking goes on, and often.
      this.#events = false;
      this.#wait();
    });
    this.#watcher = watcher;
  }

  #touch(path: string): void {
    const [top = '', name = ''] = relative(this.#place.root, path).split(sep);
    if (top === 'drafts' && name !== '') this.#touched.add(`drafts/${name}`);
    else if (top === 'people' || top === 'presence') this.#touched.add(top);
    else return;
    this.#gatherFor(gathering);
  }

  #gatherFor(time: number): void {
    if (this.#stopped) return;
    this.#gather ??= setTimeout(() => {
      this.#gather = undefined;
      void this.#tellTouched();
    }, time);
  }

  async #tellTouched(): Promise<void> {
    const touched = [...this.#touched];
    this.#touched.clear();
    const names = touched.flatMap((one) => (one.startsWith('drafts/') ? [one.slice(7)] : []));
    // Only what is listed is looked into: a link that stands among the drafts is told of and is none of them.
    const listed = names.length === 0 ? null : await this.#place.drafts();
    const drafts = new Set(listed?.ok === true ? listed.value : []);
    for (const folder of new Set(names.map(this.#place.homeOf)))
      if (drafts.has(folder)) await this.#tellIfChanged(folder);
    for (const top of ['people', 'presence'] as const) if (touched.includes(top)) await this.#tellTop(top);
  }

  async #tellIfChanged(folder: string): Promise<void> {
    const now = await this.#place.fingerprint(folder).catch(() => '');
    const before = this.#known.get(folder);
    this.#known.set(folder, now);
    if (before === now || this.#stopped) return;
    this.#hear({ kind: 'draft', folder });
    // A file that was met while it was being written may send no further event: it is looked at until it is still.
    this.#touched.add(`drafts/${folder}`);
    this.#gatherFor(settling);
  }

  async #tellTop(top: 'people' | 'presence'): Promise<void> {
    const now = await this.#topPrint(top);
    const before = this.#known.get(`/${top}`);
    this.#known.set(`/${top}`, now);
    if (before !== now && !this.#stopped) this.#hear({ kind: top });
  }

  async #topPrint(top: string): Promise<string> {
    const { fs, root } = this.#place;
    const entries = await fs.list(join(root, top)).catch(() => []);
    const facts = await Promise.all(
      entries.map(({ name }) => fs.facts(join(root, top, name)).catch(() => null)),
    );
    return entries
      .map(({ name }, at) => `${name}:${facts[at]?.size ?? 0}:${facts[at]?.modified ?? 0}`)
      .join('|');
  }

  /** The first look only remembers; every later one tells what differs. */
  async #lookOnce(): Promise<void> {
    const begun = performance.now();
    const first = this.#known.size === 0 && !this.#away;
    const found = await this.#place.drafts();
    if (found.ok === this.#away) {
      this.#away = !found.ok;
      if (!this.#stopped) this.#hear({ kind: found.ok ? 'back' : 'away' });
    }
    for (const folder of found.ok ? found.value : []) {
      if (this.#stopped) return;
      if (first) this.#known.set(folder, await this.#place.fingerprint(folder).catch(() => ''));
      else await this.#tellIfChanged(folder);
    }
    for (const top of ['people', 'presence'] as const) {
      if (first) this.#known.set(`/${top}`, await this.#topPrint(top));
      else if (found.ok) await this.#tellTop(top);
    }
    this.#took = performance.now() - begun;
  }

  /** A look that takes long is taken seldom: never more than a twentieth of the time. */
  #pause(): number {
    return Math.max(this.#events === true && !this.#away ? slow : quick, this.#took * 20);
  }

  #wait(): void {
    clearTimeout(this.#next);
    if (this.#stopped) return;
    this.#next = setTimeout(() => {
      void this.look().then(() => {
        this.#wait();
      });
    }, this.#pause());
    this.#next.unref();
  }
}
