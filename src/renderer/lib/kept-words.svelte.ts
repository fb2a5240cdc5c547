import { app } from './app-state.svelte.ts';
import { call } from './call.ts';
import { newStanding, type Journalist } from './journalist.ts';
import type { DraftSession } from './draft-session.svelte.ts';
import { unkept } from './unkept.svelte.ts';

/** Words that a person writes in a form: kept encrypted on this computer while they are typed, until they are saved. */
export class KeptWords {
  text = $state('');
  /** When the words were typed, where they came back. */
  restored = $state('');
  readonly #slot: () => string;
  readonly #title: string;
  readonly #initial: () => string;
  readonly #about: Pick<DraftSession, 'id'>;
  readonly #journalist: Journalist;
  #standing = newStanding();
  /** Where the words that stand here are kept. */
  #place: { readonly draft: string; readonly slot: string } | null = null;

  /**
   * `about` is the draft that they are about, mostly the session's open one; `title` says to people what is written,
   * `slot` names the form and what it is about where it may be about several things; `initial` is what stands in it
   * where nothing was typed; `handedOut` is its text as people are given it who must take it elsewhere by hand.
   */
  constructor(
    about: Pick<DraftSession, 'id'>,
    title: string,
    slot: () => string,
    initial: () => string = () => '',
    handedOut: (text: string) => string = (text) => text,
  ) {
    this.#about = about;
    this.#title = title;
    this.#initial = initial;
    this.#slot = slot;
    this.#journalist = unkept.journalist(
      () => this.#write(),
      () => [{ title: this.#title, text: handedOut(this.text) }],
      () => this.#standing,
    );
  }

  /** Shows what was typed here before and never saved; what stands here already stays. */
  async begin(): Promise<void> {
    const { id } = this.#about;
    if (id === '') return;
    const place = { draft: id, slot: this.#slot() };
    if (this.#place?.draft !== place.draft || this.#place.slot !== place.slot) {
      await this.#journalist.flush();
      this.text = this.#initial();
      this.restored = '';
      this.#place = place;
      this.#standing = newStanding();
    }
    const before = this.#initial();
    if (this.text !== before) return;
    const here = this.#place;
    const kept = await app.attempt(() => call('readWords', place));
    if (this.#place === here) this.#standing.over = kept?.at ?? null;
    if (kept == null || kept.text === '' || this.text !== before || this.#place !== here) return;
    this.text = kept.text;
    this.restored = kept.at;
  }

  /** Says that something was typed. */
  typed(): void {
    this.restored = '';
    if (this.#place !== null) this.#journalist.changed();
  }

  /** Puts what is typed on disk now: the form is left. */
  leave(): Promise<void> {
    return this.#journalist.flush();
  }

  /** Forgets the words here and on disk: they were saved, or the person threw them away. */
  async clear(): Promise<void> {
    const place = this.#place;
    this.text = this.#initial();
    this.restored = '';
    await this.#journalist.drop();
    if (place !== null) await app.attempt(() => call('clearWords', place));
  }

  async #write(): Promise<void> {
    if (this.#place === null) return;
    const standing = this.#standing;
    const kept = await call('keepWords', { ...this.#place, text: this.text, standing: { ...standing } });
    standing.over = kept.at;
  }
}
