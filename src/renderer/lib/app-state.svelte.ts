import { untrack } from 'svelte';
import type { StartView, WorkspaceView } from '../../shared/ipc/views.ts';
import { Announcer } from './announcer.ts';
import { call, CallFailure, hearAnswers } from './call.ts';
import { parseRoute, placeInDraft, routeHash, type DraftPlace, type Route } from './route.ts';

/** Something a person should read: what happened, what is safe, what to do. */
export interface Banner {
  readonly tone: 'stop' | 'warn' | 'ok' | 'info';
  readonly text: string;
  /** Takes back what the banner speaks of. */
  readonly undo?: () => void;
  /** It says why something was not done: the next thing that is done takes it away. */
  readonly passes?: true;
}

/** What every screen shares: who is here, what is open, where we are, and what was said last. */
class AppState {
  start = $state<StartView | null>(null);
  route = $state<Route>(parseRoute(location.hash));
  banner = $state.raw<Banner | null>(null);
  /** Spoken politely to screen readers. */
  spoken = $state('');
  busy = $state(0);
  /** The name of the workspace that was open last, while it is opened by itself; '' otherwise. */
  reopening = $state('');
  /** The window is shown to a room: nothing of its person alone, no bars. */
  projecting = $state(false);
  /** Whether the dialog with the open draft's details is shown, from whichever screen it was asked for. */
  showsDetails = $state(false);
  /** Whether the open draft's imports are shown over its text, with what they ask. */
  showsImports = $state(false);
  /** Whether the days are shown that the clocks of the workspace leave out. */
  showsDays = $state(false);
  /** Whether the dialog is shown in which the open draft is archived, withdrawn or put back. */
  shelvesDraft = $state(false);
  /** Whether another screen asked for reports to be imported; the list of inspections asks which, and forgets it. */
  importsReports = $state(false);
  /** Whether the dialog is shown in which a new draft begins. */
  beginsDraft = $state(false);

  /** Whether it is known what is here, and what was open last is open again. */
  begun = $state(false);

  readonly #announcer = new Announcer((text) => (this.spoken = text));
  #refused: { readonly banner: Banner | null; readonly channel: string | null } | null = null;

  constructor() {
    // What was refused and is answered now is refused no longer.
    hearAnswers((channel) => {
      if (this.#refused?.channel !== channel) return;
      if (this.banner === this.#refused.banner) this.banner = null;
      this.#refused = null;
    });
  }

  get workspace(): WorkspaceView | null {
    return this.start?.workspace ?? null;
  }

  /** Asks what is here as the window opens, and opens again the workspace that was open last. */
  async begin(): Promise<void> {
    await this.#begin();
    this.begun = true;
  }

  async #begin(): Promise<void> {
    await this.refresh();
    const last = this.start?.recents[0];
    if (last === undefined || this.start?.person == null || this.workspace !== null) return;
    this.reopening = last.name;
    const opened = await this.attempt(() => call('openRecent', { recent: last.id }));
    if (opened !== undefined) await this.refresh();
    this.reopening = '';
  }

  async refresh(): Promise<void> {
    await this.attempt(async () => {
      const first = this.start === null;
      this.start = await call('startUp', {});
      const { settingsSetAside } = this.start;
      if (first && settingsSetAside !== null)
        this.tell(
          'warn',
          `Your settings could not be read, so Plumbline begins with the usual ones. Drafts and your key are not touched by it. The damaged file is kept in Plumbline’s data folder as ${settingsSetAside}; choose your preferences again.`,
        );
    });
  }

  /** The place in a draft, or null where the window shows the workspace. */
  get place(): DraftPlace | null {
    return placeInDraft(this.route);
  }

  go(route: Route): void {
    location.hash = routeHash(route);
    // The browser tells of it later: what is asked of the new place at once would find the old one.
    this.route = parseRoute(location.hash);
  }

  /** Goes elsewhere in the open draft; does nothing where none is open. */
  goInDraft(to: Partial<DraftPlace>): void {
    if (this.place !== null) this.go({ ...this.place, ...to });
  }

  say(text: string): void {
    this.#announcer.say(text);
  }

  /** Says what was taken away, with the way back beside it. */
  offerUndo(text: string, undo: () => void): void {
    this.tell('info', text);
    this.banner = { tone: 'info', text, undo };
  }

  /** Takes back what the banner speaks of. */
  undo(): void {
    const back = this.banner?.undo;
    if (back === undefined) return;
    this.banner = null;
    back();
    this.say('Undone');
  }

  /** Says what was done; a refusal from before it stands no longer. */
  done(text: string): void {
    if (this.banner?.tone === 'stop' || this.banner?.passes === true) this.banner = null;
    this.say(text);
  }

  /** Says why something is not done now, or what is needed first, until something is done. */
  refuse(tone: 'warn' | 'info', text: string): void {
    this.tell(tone, text);
    this.banner = { tone, text, passes: true };
  }

  tell(tone: Banner['tone'], text: string): void {
    this.banner = { tone, text };
    this.say(text);
  }

  /**
   * Runs something that may be refused; a refusal becomes the banner and answers undefined. Whoever calls this does
   * not come to depend on what it reads: `busy` counts up and down with every call.
   */
  attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    return untrack(() => this.#attempt(work, 1));
  }

  /** Asks the person something, a folder or files: while they answer, the window waits for them and works at nothing. */
  ask<T>(question: () => Promise<T>): Promise<T | undefined> {
    return untrack(() => this.#attempt(question, 0));
  }

  async #attempt<T>(work: () => Promise<T>, busy: 0 | 1): Promise<T | undefined> {
    this.busy += busy;
    try {
      const value = await work();
      return value;
    } catch (error) {
      this.tell(
        'stop',
        error instanceof CallFailure
          ? error.message
          : 'Something in this window failed that should not have. Everything saved before is safe. Close the window and start Plumbline again.',
      );
      if (error instanceof CallFailure) this.#refused = { banner: this.banner, channel: error.channel };
      else console.error(error);
      return undefined;
    } finally {
      this.busy -= busy;
    }
  }
}

/** The one state of this window. */
export const app = new AppState();

window.addEventListener('hashchange', () => {
  if (routeHash(app.route) !== location.hash) app.route = parseRoute(location.hash);
  app.banner = null;
  app.projecting = false;
});
