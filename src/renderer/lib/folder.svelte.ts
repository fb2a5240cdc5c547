import { agoWords } from '../../shared/folder/arrival-notice.ts';
import type { FolderView } from '../../shared/ipc/folder-views.ts';
import type { HostEvent } from '../../shared/ipc/host-event.ts';
import { app } from './app-state.svelte.ts';
import { call, CallFailure } from './call.ts';

/** How long a notice of what arrived stands in the status bar, in ms. */
const noticeFor = 30_000;
/** How often it is asked again whether others still write, in ms. */
const expiryAfter = 20_000;

/** The shared folder of the open workspace: its state, what others did, and what was not looked at. */
class SharedFolder {
  view = $state.raw<FolderView | null>(null);
  /** What arrived last: "Priya Nair saved revision 4 of Northbrook, 2 minutes ago". Empty after a while. */
  notice = $state('');
  /** Records by others that were not looked at, by draft. */
  unread = $state.raw<ReadonlyMap<string, number>>(new Map());
  /** The revision that this person read last of each draft opened here, null where none: what came since is new to them. */
  readUpTo = $state.raw<ReadonlyMap<string, string | null>>(new Map());
  #timer: ReturnType<typeof setTimeout> | undefined;
  #expiry: ReturnType<typeof setTimeout> | undefined;
  /** How often the folder's state was asked for, and which question the view that is shown answers. */
  #asked = 0;
  #shown = 0;

  /** Who else is writing where. */
  get writing(): FolderView['writing'] {
    return this.view?.writing ?? [];
  }

  /** Follows the open workspace, or forgets the last one where none is open. */
  async follow(opened: string | undefined): Promise<void> {
    this.notice = '';
    this.unread = new Map();
    this.view = null;
    this.readUpTo = new Map();
    // What was asked of the workspace before is no answer for this one.
    this.#shown = this.#asked + 1;
    if (opened !== undefined) await this.#refresh();
  }

  async look(): Promise<void> {
    await this.#show(app.attempt(() => call('lookAtFolder', {})));
  }

  /** Hears what main tells of the folder. Nothing that is being typed is touched by any of it. */
  hear(event: HostEvent): void {
    if (event.kind === 'folder') void this.#refresh();
    if (event.kind !== 'arrived') return;
    this.notice = `${event.sentence}, ${agoWords(event.at, Date.now())}`;
    app.say(this.notice);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.notice = ''), noticeFor);
  }

  /** Counts what was not looked at. */
  async count(): Promise<void> {
    const all = await quietly(() => call('unreadDrafts', {}));
    if (all !== null) this.unread = new Map(all.map(({ draft, unread }) => [draft, unread]));
  }

  /** Says that the person has a draft before them as it stands. */
  async lookedAt(draft: string): Promise<void> {
    const marked = await quietly(() => call('markRead', { draft }));
    // What arrives while it stays open was shown, and not read yet.
    if (marked !== null && !this.readUpTo.has(draft)) this.hasRead(draft, marked.seen);
    if (this.unread.has(draft)) this.unread = new Map([...this.unread].filter(([id]) => id !== draft));
  }

  /** Says that a person has read what became of a draft up to a revision. */
  hasRead(draft: string, revision: string | null): void {
    this.readUpTo = new Map([...this.readUpTo, [draft, revision]]);
  }

  /** Shows an answer, unless one that was asked for later has come before it: an old answer would bring back old states. */
  async #show(asked: Promise<FolderView | null | undefined>): Promise<void> {
    this.#asked += 1;
    const turn = this.#asked;
    const view = await asked;
    if (view == null || turn < this.#shown) return;
    this.#shown = turn;
    this.view = view;
  }

  async #refresh(): Promise<void> {
    await this.#show(quietly(() => call('followFolder', {})));
    // Nobody says that somebody went silent: while somebody writes, it is asked again.
    clearTimeout(this.#expiry);
    if (this.writing.length > 0) this.#expiry = setTimeout(() => void this.#refresh(), expiryAfter);
  }
}

/** A call that nobody asked for: where it is refused, what is shown stays as it is. */
async function quietly<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CallFailure) return null;
    throw error;
  }
}

/** The shared folder of this window. */
export const folder = new SharedFolder();
