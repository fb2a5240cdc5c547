import { describe, expect, it } from 'vitest';
import type { FolderChange } from '../../../src/main/ports/folder-ports.ts';
import { diskFileSystem } from '../../../src/main/storage/disk-file-system.ts';
import type { FolderEvent } from '../../../src/main/storage/folder-events.ts';
import { FolderWatcher } from '../../../src/main/storage/watch-folder.ts';
import { done, refused, type Result } from '../../../src/shared/result.ts';

type Listing = Result<readonly string[], string>;

/** A folder, its events and its time, all made by the test. */
class StagedFolder {
  /** What the folder answers when it is asked for its drafts; null while it gives no answer. */
  listing: Listing | null = done(['northbrook']);
  print = 'one';
  readonly heard: string[] = [];
  /** How each listener was told of, the latest last. */
  readonly listeners: { readonly hear: (event: FolderEvent) => void; stopped: boolean }[] = [];
  asked = 0;
  #now = 0;
  readonly #timers: { readonly at: number; readonly run: () => void }[] = [];
  readonly #waiting: ((listing: Listing) => void)[] = [];
  readonly watcher = new FolderWatcher(
    {
      root: '/nowhere/team',
      // There is nothing at the place: asked of the disk, the answer would come whenever the machine has time.
      fs: { ...diskFileSystem, list: () => Promise.resolve([]) },
      drafts: () => {
        this.asked += 1;
        return this.listing === null
          ? new Promise((resolve) => this.#waiting.push(resolve))
          : Promise.resolve(this.listing);
      },
      fingerprint: () => Promise.resolve(this.print),
      homeOf: (name) => name,
    },
    (change: FolderChange) => this.heard.push(change.kind),
    {
      now: () => this.#now,
      after: (ms, run) => {
        const timer = { at: this.#now + ms, run };
        this.#timers.push(timer);
        return () => {
          const at = this.#timers.indexOf(timer);
          if (at >= 0) this.#timers.splice(at, 1);
        };
      },
      tellsOfChanges: () => Promise.resolve(true),
      listen: (_root, _everyDraft, hear) => {
        const listener = { hear, stopped: false };
        this.listeners.push(listener);
        return { attend: () => undefined, stop: () => Promise.resolve(void (listener.stopped = true)) };
      },
    },
  );

  /** Answers what the folder was asked for and did not answer. */
  answer(listing: Listing): void {
    this.listing = listing;
    for (const resolve of this.#waiting.splice(0)) resolve(listing);
  }

  /** Lets so many ms go by, and everything that falls due in them run to its end. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settled();
    for (;;) {
      const next = this.#timers.filter((timer) => timer.at <= until).toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#timers.splice(this.#timers.indexOf(next), 1);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await settled();
    }
    this.#now = until;
  }
}

/** Until the work that waits for nothing but the file system is done. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const gone = refused('ENOENT');

describe('a shared folder that goes and comes back', () => {
  it('is told of as away when it is looked for, and as back within three seconds, also where events were trusted', async () => {
    const folder = new StagedFolder();
    await folder.pass(100);
    folder.listeners[0]?.hear({ kind: 'ready' });
    folder.listing = gone;
    await folder.watcher.look();
    expect(folder.watcher.isAway()).toBe(true);
    folder.listing = done(['northbrook']);
    folder.print = 'two';
    await folder.pass(3000);
    expect(folder.watcher.isAway()).toBe(false);
    expect(folder.heard).toEqual(['watched', 'away', 'back', 'watched', 'draft']);
  });

  it('is listened to anew once it is back, and its old listener is not heard any more', async () => {
    const folder = new StagedFolder();
    await folder.pass(100);
    folder.listing = gone;
    await folder.watcher.look();
    folder.listing = done(['northbrook']);
    await folder.pass(3000);
    const [old, fresh] = folder.listeners;
    expect([old?.stopped, fresh?.stopped]).toEqual([true, false]);
    const before = folder.heard.length;
    folder.print = 'three';
    old?.hear({ kind: 'touched', path: '/nowhere/team/drafts/northbrook/log.jsonl' });
    await folder.pass(200);
    expect(folder.heard).toHaveLength(before);
    fresh?.hear({ kind: 'touched', path: '/nowhere/team/drafts/northbrook/log.jsonl' });
    await folder.pass(200);
    expect(folder.heard.slice(before)).toEqual(['draft']);
  });

  it('is away within moments of an event that says that it went', async () => {
    const folder = new StagedFolder();
    await folder.pass(100);
    folder.listing = gone;
    folder.listeners[0]?.hear({ kind: 'gone' });
    await folder.pass(1);
    expect(folder.watcher.isAway()).toBe(true);
  });

  it('is listened to anew where another stands in its place before anybody looked', async () => {
    const folder = new StagedFolder();
    await folder.pass(100);
    folder.listeners[0]?.hear({ kind: 'gone' });
    await folder.pass(1);
    expect(folder.listeners.map(({ stopped }) => stopped)).toEqual([true, false]);
    expect(folder.heard).not.toContain('away');
  });

  it('is away where it gives no answer for fifteen seconds, is asked only once, and is back when it answers', async () => {
    const folder = new StagedFolder();
    await folder.pass(100);
    folder.listing = null;
    const asked = folder.asked;
    await folder.pass(10_000 + 15_000);
    expect(folder.watcher.isAway()).toBe(true);
    await folder.pass(600_000);
    expect(folder.asked).toBe(asked + 1);
    folder.answer(done(['northbrook']));
    await folder.pass(3000);
    expect(folder.watcher.isAway()).toBe(false);
  });

  it('comes and goes many times, and is told of each time', async () => {
    const folder = new StagedFolder();
    await folder.pass(100);
    for (let turn = 0; turn < 20; turn += 1) {
      folder.listing = gone;
      await folder.watcher.look();
      folder.listing = done(['northbrook']);
      await folder.pass(3000);
    }
    const reach = folder.heard.filter((kind) => kind === 'away' || kind === 'back');
    expect(reach).toEqual(Array.from({ length: 20 }, () => ['away', 'back']).flat());
  });

  it('says nothing any more once it is stopped', async () => {
    const folder = new StagedFolder();
    await folder.pass(100);
    await folder.watcher.stop();
    const before = folder.heard.length;
    folder.listing = gone;
    await folder.watcher.look();
    await folder.pass(60_000);
    expect(folder.heard).toHaveLength(before);
  });
});
