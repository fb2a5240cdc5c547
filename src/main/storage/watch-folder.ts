import { join, relative, sep } from 'node:path';
import type { FolderChange, FolderWatch } from '../ports/folder-ports.ts';
import type { Result } from '../../shared/result.ts';
import type { FileSystem } from './file-system.ts';
import {
  ownSurroundings,
  type FolderEvent,
  type FolderListener,
  type WatchSurroundings,
} from './folder-events.ts';
import { FolderPrints, watchedTops, type WatchedTop } from './folder-prints.ts';
import { beginning, nextWatch, pauseOf, type WatchAct, type WatchInput } from './watch-states.ts';

/** What a watcher must know of the workspace it watches. */
interface WatchedFolder {
  readonly root: string;
  readonly fs: FileSystem;
  readonly drafts: () => Promise<Result<readonly string[], unknown>>;
  readonly fingerprint: (folder: string) => Promise<string>;
  /** The folder that stands for the draft of any folder. */
  readonly homeOf: (name: string) => string;
}

/** Up to how many drafts every folder is watched; beyond, those attended to are, and a look finds the rest. */
const mostWatched = 1000;
const gathering = 120;
const settling = 500;
/** A folder that does not say in so many ms what is in it counts as out of reach. */
const patience = 15_000;
const nothing = (): void => undefined;

/**
 * Watches a workspace: by the file system's events where it sends any, and by looking at names, sizes and times now
 * and then, which finds what events missed and whether the folder is there. `watch-states.ts` decides; this does.
 */
export class FolderWatcher implements FolderWatch {
  readonly #place: WatchedFolder;
  readonly #hear: (change: FolderChange) => void;
  readonly #around: WatchSurroundings;
  readonly #prints: FolderPrints;
  readonly #touched = new Set<string>();
  #state = beginning;
  #attends = false;
  #listener: FolderListener | null = null;
  #gather: (() => void) | null = null;
  #forgetPlan = nothing;
  /** The folder's own answer, while it is awaited: a share that hangs is asked once, however long it hangs. */
  #listing: Promise<Result<readonly string[], unknown>> | null = null;
  #listed: readonly string[] = [];
  #remembers = false;
  #comparing: Promise<void> | null = null;
  #again: Promise<void> | null = null;
  #stopped = false;

  constructor(
    place: WatchedFolder,
    hear: (change: FolderChange) => void,
    around: WatchSurroundings = ownSurroundings,
  ) {
    this.#place = place;
    this.#prints = new FolderPrints(place.root, place.fs, place.fingerprint);
    // What is found after it stopped watching is told to nobody.
    this.#hear = (change) => {
      if (!this.#stopped) hear(change);
    };
    this.#around = around;
    void this.look();
  }

  how = (): { events: boolean; everySeconds: number } => ({
    events: this.#state.listening !== 'silent' && this.#state.listening !== 'failed',
    everySeconds: Math.round(pauseOf(this.#state) / 1000),
  });

  isAway = (): boolean => this.#state.reach === 'away';

  attend = (folder: string): void => {
    if (this.#attends) this.#listener?.attend(join(this.#place.root, 'drafts', folder));
  };

  look = async (): Promise<void> => {
    const begun = this.#around.now();
    const drafts = await this.#find();
    if (this.#stopped) return;
    if (drafts === null) {
      this.#apply({ kind: 'lost' });
      return;
    }
    const here = new Set(drafts);
    const went = this.#listed.filter((folder) => !here.has(folder));
    for (const folder of went) this.#prints.forget(folder);
    this.#listed = drafts;
    this.#apply({ kind: 'found' });
    await this.#compareAll();
    // A folder that went sends no event where the file system tells of none.
    if (went.length > 0) this.#hear({ kind: 'watched' });
    this.#apply({ kind: 'compared', took: this.#around.now() - begun });
  };

  stop = async (): Promise<void> => {
    this.#stopped = true;
    this.#gather?.();
    this.#forgetPlan();
    await this.#listener?.stop();
  };

  #apply(input: WatchInput): void {
    if (this.#stopped) return;
    const { state, acts } = nextWatch(this.#state, input);
    this.#state = state;
    for (const act of acts) this.#act(act);
  }

  #act(act: WatchAct): void {
    switch (act.do) {
      case 'tell':
        this.#hear({ kind: act.what });
        return;
      case 'look-in':
        this.#forgetPlan();
        this.#forgetPlan = this.#around.after(act.ms, () => void this.look());
        return;
      case 'stop-listening':
        void this.#listener?.stop();
        this.#listener = null;
        return;
      case 'listen':
        void this.#listen();
    }
  }

  async #listen(): Promise<void> {
    const { root } = this.#place;
    const events = await this.#around.tellsOfChanges(root);
    const waited = !this.#stopped && this.#listener === null && this.#state.listening === 'starting';
    if (events && waited) {
      this.#attends = this.#listed.length > mostWatched;
      const listener = this.#around.listen(root, !this.#attends, (event) => {
        // One that was stopped may still have something to say.
        if (this.#listener === listener) this.#heard(event);
      });
      this.#listener = listener;
    }
    this.#apply({ kind: 'listening', events });
  }

  #heard(event: FolderEvent): void {
    switch (event.kind) {
      case 'touched':
        this.#touch(event.path);
        return;
      // What came between the last look and now sends no event any more.
      case 'ready':
        void this.look();
        return;
      case 'gone':
      case 'failed':
        this.#apply(event);
    }
  }

  /** The folders of drafts that are there, or null where the folder is away or gives no answer. */
  async #find(): Promise<readonly string[] | null> {
    let forget = nothing;
    const overdue = new Promise<null>((resolve) => {
      forget = this.#around.after(patience, () => {
        resolve(null);
      });
    });
    try {
      // An answer that is under way may be older than the question.
      if (this.#listing !== null && (await Promise.race([this.#listing, overdue])) === null) return null;
      this.#listing ??= this.#place.drafts().finally(() => {
        this.#listing = null;
      });
      const found = await Promise.race([this.#listing, overdue]);
      return found?.ok === true ? found.value : null;
    } finally {
      forget();
    }
  }

  #touch(path: string): void {
    const [top = '', name = ''] = relative(this.#place.root, path).split(sep);
    if (top === 'drafts' && name !== '') this.#touched.add(`drafts/${name}`);
    else if (watchedTops.some((known) => known === top)) this.#touched.add(top);
    else return;
    this.#gatherFor(gathering);
  }

  #gatherFor(time: number): void {
    if (this.#stopped) return;
    this.#gather ??= this.#around.after(time, () => {
      this.#gather = null;
      void this.#tellTouched();
    });
  }

  async #tellTouched(): Promise<void> {
    const touched = [...this.#touched];
    this.#touched.clear();
    const names = touched.flatMap((place) => (place.startsWith('drafts/') ? [place.slice(7)] : []));
    // Only what is listed is looked into: a link that stands among the drafts is none of them.
    const listed = names.length === 0 ? null : await this.#place.drafts();
    const drafts = new Set(listed?.ok === true ? listed.value : []);
    for (const folder of new Set(names.map(this.#place.homeOf)))
      if (drafts.has(folder)) await this.#tellIfChanged(folder);
      else {
        if (listed?.ok === true) this.#prints.forget(folder);
        this.#hear({ kind: 'watched' });
      }
    for (const top of watchedTops) if (touched.includes(top)) await this.#tellTop(top);
  }

  async #tellIfChanged(folder: string): Promise<void> {
    if (!(await this.#prints.draftDiffers(folder)) || this.#stopped) return;
    this.#hear({ kind: 'draft', folder });
    // A file that was met while it was being written may send no further event: it is looked at until it is still.
    this.#touched.add(`drafts/${folder}`);
    this.#gatherFor(settling);
  }

  async #tellTop(top: WatchedTop): Promise<void> {
    if (await this.#prints.topDiffers(top)) this.#hear({ kind: top });
  }

  /** One comparison at a time; whoever asks while one is under way may ask because of what it has passed: one follows. */
  #compareAll(): Promise<void> {
    if (this.#comparing === null)
      return (this.#comparing = this.#compare().finally(() => {
        this.#comparing = null;
      }));
    this.#again ??= this.#comparing.then(() => {
      this.#again = null;
      return this.#compareAll();
    });
    return this.#again;
  }

  /** The first comparison only remembers; every later one tells what differs. */
  async #compare(): Promise<void> {
    const first = !this.#remembers;
    this.#remembers = true;
    for (const folder of this.#listed) {
      if (this.#stopped) return;
      await (first ? this.#prints.draftDiffers(folder) : this.#tellIfChanged(folder));
    }
    for (const top of watchedTops) await (first ? this.#prints.topDiffers(top) : this.#tellTop(top));
  }
}
