import type { HostEvent, HostState } from '../../shared/ipc/host-event.ts';
import { app } from './app-state.svelte.ts';
import { CallFailure } from './call.ts';
import { Journalist, type Standing } from './journalist.ts';

/** Something a person is writing: where, and its words as they stand. */
export interface TypedWords {
  readonly title: string;
  readonly text: string;
}

/** What of this window's words is on no disk, of all that is being written in it. */
class Unkept {
  /** When the oldest of them was typed, where writing it failed; null where every word is kept or about to be. */
  since = $state<number | null>(null);
  /** Whether the program behind the window is there: what is typed while it is not waits here for its return. */
  host = $state<HostState>('connected');
  /** What happened while the program was away, until it has the workspace open again. */
  #away: 'typed' | 'nothing typed' | null = null;
  readonly #sources = new Map<Journalist, () => readonly TypedWords[]>();

  /**
   * A journalist whose words this window answers for. `write` puts them on disk and rejects where it cannot; `words`
   * says what they are, for whoever must take them elsewhere by hand. A refusal is told once, then tried again;
   * `standing` is what the words stand on where another window may write there too.
   */
  journalist(
    write: () => Promise<unknown>,
    words: () => readonly TypedWords[],
    standing?: () => Standing,
  ): Journalist {
    let refused = '';
    let said: typeof app.banner = null;
    const made: Journalist = new Journalist({
      write: async () => {
        try {
          await write();
          refused = '';
          // What is kept now is refused no longer, and nothing says any more that it is.
          if (said !== null && app.banner === said) app.banner = null;
          said = null;
          return true;
        } catch (error) {
          if (!(error instanceof CallFailure)) throw error;
          if (error.code === 'conflict' && standing !== undefined) standing().writer = crypto.randomUUID();
          const waits = error.code === 'host-ended' || (error.code === 'no-workspace' && this.#away !== null);
          if (!waits && error.message !== refused) {
            app.tell('stop', error.message);
            said = app.banner;
          }
          refused = error.message;
          return false;
        }
      },
      report: () => {
        if (made.since === null) this.#sources.delete(made);
        else this.#sources.set(made, words);
        this.#count();
      },
    });
    return made;
  }

  /**
   * Hears of the program behind the window: where it is back, what was typed meanwhile goes to it at once, and again
   * once it has the workspace open, without which some of it cannot be kept.
   */
  async hear(event: HostEvent): Promise<void> {
    if (event.kind === 'host') {
      const isBack = event.state === 'connected' && this.host !== 'connected';
      this.host = event.state;
      if (!isBack) return;
      this.#away = this.since === null ? 'nothing typed' : 'typed';
      await this.keepAll();
    }
    if (event.kind !== 'returned' || this.#away === null) return;
    const typed = this.#away === 'typed';
    this.#away = null;
    await this.keepAll();
    if (this.since !== null) return;
    app.tell(
      'ok',
      typed
        ? 'The program behind this window is back. What you typed meanwhile is safe on this computer.'
        : 'The program behind this window is back.',
    );
  }

  /** Tries at once to put on disk every word that is on none. */
  async keepAll(): Promise<void> {
    await Promise.all([...this.#sources.keys()].map((journalist) => journalist.flush()));
  }

  /** Everything that is on no disk, as text. */
  text(): string {
    const words = [...this.#sources.values()].flatMap((typed) => typed());
    return words
      .filter(({ text }) => text !== '')
      .map(({ title, text }) => `${title}\n\n${text}\n`)
      .join('\n');
  }

  #count(): void {
    const failed = [...this.#sources.keys()].filter((journalist) => journalist.failed);
    const since = failed.flatMap((journalist) => journalist.since ?? []);
    this.since = since.length === 0 ? null : Math.min(...since);
  }
}

/** The words of this window that are on no disk. */
export const unkept = new Unkept();
