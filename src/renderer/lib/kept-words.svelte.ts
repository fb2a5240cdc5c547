import { app } from './app-state.svelte.ts';
import { call } from './call.ts';
import { newStanding, type Journalist, type Standing } from './journalist.ts';
import type { DraftSession } from './draft-session.svelte.ts';
import { unkept } from './unkept.svelte.ts';

/** What stands in one place. Where no disk took it, it is tried on while the form is about something else. */
interface KeptPlace {
  readonly draft: string;
  readonly slot: string;
  readonly standing: Standing;
  readonly journalist: Journalist;
  /** Its words once others stand in the form; null while they are the form's. */
  left: string | null;
}

/** Words that a person writes in a form: kept encrypted on this computer while they are typed, until they are saved. */
export class KeptWords {
  text = $state('');
  /** When the words were typed, where they came back. */
  restored = $state('');
  readonly #slot: () => string;
  readonly #title: string;
  readonly #initial: () => string;
  readonly #about: Pick<DraftSession, 'id'>;
  readonly #handedOut: (text: string) => string;
  /** Where the words that stand here are kept. */
  #place: KeptPlace | null = null;
  /** Places that the form was about before and whose words are on no disk. */
  #unkept: readonly KeptPlace[] = [];

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
    this.#handedOut = handedOut;
  }

  /** Shows what was typed here before and never saved; what stands here already stays. */
  async begin(): Promise<void> {
    const { id } = this.#about;
    if (id === '') return;
    const last = this.#place;
    const here = this.#stand(id, this.#slot());
    if (last !== here) await last?.journalist.flush();
    const before = this.#initial();
    if (this.text !== before || this.#place !== here) return;
    const { draft, slot } = here;
    const kept = await app.attempt(() => call('readWords', { draft, slot }));
    if (this.#place === here) here.standing.over = kept?.at ?? null;
    if (kept == null || kept.text === '' || this.text !== before || this.#place !== here) return;
    this.text = kept.text;
    this.restored = kept.at;
  }

  /** Says that something was typed. */
  typed(): void {
    this.restored = '';
    this.#place?.journalist.changed();
  }

  /** Puts what is typed on disk now: the form is left. */
  async leave(): Promise<void> {
    await this.#place?.journalist.flush();
  }

  /** Forgets the words here and on disk: they were saved, or the person threw them away. */
  async clear(): Promise<void> {
    const place = this.#place;
    this.text = this.#initial();
    this.restored = '';
    if (place === null) return;
    await place.journalist.drop();
    const { draft, slot } = place;
    await app.attempt(() => call('clearWords', { draft, slot }));
  }

  /** The form is about a place from now on, with the words that no disk took there, or none yet. */
  #stand(draft: string, slot: string): KeptPlace {
    const last = this.#place;
    if (last?.draft === draft && last.slot === slot) return last;
    if (last !== null) last.left = this.text;
    const waiting = [...this.#unkept, ...(last === null ? [] : [last])].filter(
      ({ journalist }) => journalist.since !== null,
    );
    const back = waiting.find((place) => place.draft === draft && place.slot === slot);
    this.#unkept = waiting.filter((place) => place !== back);
    const here = back ?? this.#made(draft, slot);
    this.text = here.left ?? this.#initial();
    this.restored = '';
    here.left = null;
    this.#place = here;
    return here;
  }

  #made(draft: string, slot: string): KeptPlace {
    const standing = newStanding();
    const text = (): string => place.left ?? this.text;
    const journalist = unkept.journalist(
      async () => {
        const kept = await call('keepWords', { draft, slot, text: text(), standing: { ...standing } });
        standing.over = kept.at;
      },
      () => [{ title: this.#title, text: this.#handedOut(text()) }],
      () => standing,
    );
    const place: KeptPlace = { draft, slot, standing, journalist, left: null };
    return place;
  }
}
