import type { LinkStrength } from '../../shared/values/link-strength.ts';
import type { WeighedNote } from '../../shared/coverage/linked-evidence.ts';
import { count } from '../../shared/words.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';

/** Which way a note is to be linked; `as-noted` where nobody chose. */
export type LinkWish = 'for' | 'against' | 'none' | 'as-noted';

interface LinkValue {
  readonly direction: 'for' | 'against' | 'none';
  readonly strength: LinkStrength | null;
  readonly passage: string | null;
}

interface LinkChange {
  readonly note: string;
  readonly criterion: string;
  readonly before: LinkValue;
  readonly after: LinkValue;
}

const linkWords = {
  for: 'Linked as a strength',
  against: 'Linked as a weakness',
  none: 'Unlinked',
} as const;

/** The links of notes to criteria as this window makes them, and the way back. */
export class Linking {
  readonly #draft: DraftSession;
  readonly #linkedNotes: () => ReadonlyMap<string, readonly WeighedNote[]>;

  constructor(draft: DraftSession, linked: () => ReadonlyMap<string, readonly WeighedNote[]>) {
    this.#draft = draft;
    this.#linkedNotes = linked;
  }

  /** What was linked, unlinked and weighed here, the latest last, to be undone. */
  #done = $state.raw<readonly (readonly LinkChange[])[]>([]);

  get mayUndo(): boolean {
    return this.#done.length > 0;
  }

  #standing(note: string, criterion: string): LinkValue {
    const link = this.#linkedNotes()
      .get(criterion)
      ?.find((weighed) => weighed.note.id === note);
    return {
      direction: link?.direction ?? 'none',
      strength: link?.strength ?? null,
      passage: link?.passage ?? null,
    };
  }

  /** The criteria that a note is linked to, each with the way it points there. */
  criteriaOf(note: string): { readonly [criterion: string]: 'for' | 'against' } {
    return Object.fromEntries(
      [...this.#linkedNotes()].flatMap(([criterion, notes]) =>
        notes.filter((weighed) => weighed.note.id === note).map(({ direction }) => [criterion, direction]),
      ),
    );
  }

  /** The way a note points: as it is linked here, else as it was noted, else as it is linked elsewhere. */
  #asNoted(note: string, criterion: string): 'for' | 'against' {
    const here = this.#standing(note, criterion).direction;
    if (here !== 'none') return here;
    const noted = this.#draft.state?.notes.find((known) => known.id === note)?.direction;
    if (noted === 'weakness') return 'against';
    if (noted === 'strength') return 'for';
    const elsewhere = [...this.#linkedNotes().values()].flat().filter((weighed) => weighed.note.id === note);
    return elsewhere.length > 0 && elsewhere.every(({ direction }) => direction === 'against')
      ? 'against'
      : 'for';
  }

  async #put(note: string, criterion: string, value: LinkValue, said: string): Promise<LinkChange | null> {
    const before = this.#standing(note, criterion);
    const link = this.#draft.state?.links.find(
      (known) => known.note === note && known.criterion === criterion,
    );
    const over = (link?.values ?? []).map(({ record }) => record);
    const { direction, strength, passage } = value;
    const weight =
      direction === 'none'
        ? {}
        : { ...(strength === null ? {} : { strength }), ...(passage === null ? {} : { passage }) };
    const id = this.#draft.id;
    const done = await this.#draft.act(said, () =>
      call('linkEvidence', { draft: id, note, criterion, direction, over, ...weight }),
    );
    return done ? { note, criterion, before, after: this.#standing(note, criterion) } : null;
  }

  /**
   * The one way in which notes are linked, unlinked and weighed: by key, drag, button and palette. `as-noted` keeps the
   * way the note points; what was said of strength and passage stands unless it is said anew.
   */
  async link(
    note: string,
    criterion: string,
    direction: LinkWish,
    more: { readonly strength?: LinkStrength; readonly passage?: string } = {},
  ): Promise<void> {
    await this.linkAll([note], criterion, direction, more);
  }

  /** Links several notes as one step, undone as one. */
  async linkAll(
    notes: readonly string[],
    criterion: string,
    direction: LinkWish,
    more: { readonly strength?: LinkStrength; readonly passage?: string } = {},
  ): Promise<void> {
    const changes: LinkChange[] = [];
    for (const note of notes) {
      const before = this.#standing(note, criterion);
      const points = direction === 'as-noted' ? this.#asNoted(note, criterion) : direction;
      const value = { ...before, ...more, direction: points };
      const change = await this.#put(note, criterion, value, linkWords[points]);
      if (change !== null) changes.push(change);
    }
    if (changes.length > 0) this.#done = [...this.#done, changes].slice(-50);
  }

  /** Undoes what was linked, unlinked or weighed last, unless somebody weighed it anew since then. */
  async undo(): Promise<void> {
    const last = this.#done.at(-1);
    if (last === undefined) {
      app.say('Nothing to undo');
      return;
    }
    this.#done = this.#done.slice(0, -1);
    let stayed = 0;
    const refused: LinkChange[] = [];
    for (const change of last) {
      const { note, criterion, before, after } = change;
      if (JSON.stringify(this.#standing(note, criterion)) !== JSON.stringify(after)) stayed += 1;
      else if ((await this.#put(note, criterion, before, 'Undone')) === null) refused.push(change);
    }
    // The banner says why; once that is mended, it can still be undone.
    if (refused.length > 0) this.#done = [...this.#done, refused];
    if (stayed === last.length)
      app.refuse('info', 'Somebody weighed this note anew since then, so nothing was undone.');
    else if (stayed > 0)
      app.refuse('info', `${count(stayed, 'note')} weighed anew since then by somebody stayed as they are.`);
  }
}
