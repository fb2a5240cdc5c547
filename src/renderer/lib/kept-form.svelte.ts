import type { z } from 'zod';
import type { DraftSession } from './draft-session.svelte.ts';
import { KeptWords } from './kept-words.svelte.ts';

/** What a form of several fields is made of. */
interface FormParts<T> {
  /** Says to people what is written. */
  readonly title: string;
  /** Names the form and what it is about where it may be about several things. */
  readonly slot: () => string;
  readonly shape: z.ZodType<T>;
  /** The form where nothing is filled in. */
  readonly blank: () => T;
  /** What of it is words, for whoever must take them elsewhere by hand. */
  readonly words: (value: T) => string;
}

/** A form of several fields, of which some hold sentences: kept whole, as words are, until it is saved. */
export class KeptForm<T> {
  readonly #parts: FormParts<T>;
  readonly #kept: KeptWords;

  constructor(about: Pick<DraftSession, 'id'>, parts: FormParts<T>) {
    this.#parts = parts;
    this.#kept = new KeptWords(
      about,
      parts.title,
      parts.slot,
      () => JSON.stringify(parts.blank()),
      (text) => parts.words(this.#read(text)),
    );
  }

  /** The form as it was filled in here before and never saved; blank where it was not. */
  async begin(): Promise<T> {
    await this.#kept.begin();
    return this.#read(this.#kept.text);
  }

  /** Keeps the form as it is filled in now. */
  keep(value: T): void {
    const text = JSON.stringify(value);
    if (this.#kept.text === text) return;
    this.#kept.text = text;
    this.#kept.typed();
  }

  /** Puts it on disk now: the form is left. */
  leave(): Promise<void> {
    return this.#kept.leave();
  }

  /** Forgets it here and on disk: it was saved. */
  clear(): Promise<void> {
    return this.#kept.clear();
  }

  #read(text: string): T {
    try {
      return this.#parts.shape.safeParse(JSON.parse(text)).data ?? this.#parts.blank();
    } catch {
      return this.#parts.blank();
    }
  }
}
