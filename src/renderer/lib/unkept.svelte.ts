import { app } from './app-state.svelte.ts';
import { CallFailure } from './call.ts';
import { Journalist } from './journalist.ts';

/** Something a person is writing: where, and its words as they stand. */
export interface TypedWords {
  readonly title: string;
  readonly text: string;
}

/** What of this window's words is on no disk, of all that is being written in it. */
class Unkept {
  /** When the oldest of them was typed, where writing it failed; null where every word is kept or about to be. */
  since = $state<number | null>(null);
  /** Whether that is because the program behind the window has ended. */
  ended = $state(false);
  readonly #sources = new Map<Journalist, () => readonly TypedWords[]>();

  /**
   * A journalist whose words this window answers for. `write` puts them on disk and rejects where it cannot; `words`
   * says what they are, for whoever must take them elsewhere by hand. A refusal is told once, then tried again.
   */
  journalist(write: () => Promise<unknown>, words: () => readonly TypedWords[]): Journalist {
    let refused = '';
    const made: Journalist = new Journalist({
      write: async () => {
        try {
          await write();
          refused = '';
          this.ended = false;
          return true;
        } catch (error) {
          if (!(error instanceof CallFailure)) throw error;
          if (error.code === 'host-ended') this.ended = true;
          else if (error.message !== refused) app.tell('stop', error.message);
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
