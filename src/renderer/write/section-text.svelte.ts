import { claimsOf, type Claim } from '../../shared/coverage/claims.ts';
import type { EvidenceNote } from '../../shared/evidence/evidence-state.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import { whenChanged } from '../lib/when-changed.svelte.ts';
import { askedBy, askedOfText, type Asked } from './asked-of-text.ts';
import type { AskedHere } from './asked-marks.ts';
import { linkedFirst } from '../lib/notes-by-words.ts';
import type { Writing } from './write.svelte.ts';
import { isPointList, writtenSections } from './written-sections.ts';

/** How long nothing must be typed before it is looked for again where questions stand in the text, in ms. */
const pause = 400;

/** The section that is written: what it claims, and what others ask of it. */
export class SectionText {
  readonly #draft: DraftSession;
  readonly #writing: Writing;
  readonly #section: () => string;
  #resting = $state('');

  constructor(draft: DraftSession, writing: Writing, section: () => string) {
    this.#draft = draft;
    this.#writing = writing;
    this.#section = section;
    whenChanged(
      () => ({ section: this.#section(), text: this.text }),
      ({ text }) => {
        const timer = setTimeout(() => (this.#resting = text), this.#resting === '' ? 0 : pause);
        return () => clearTimeout(timer);
      },
    );
  }

  get isList(): boolean {
    return isPointList(this.#draft.framework, this.#section());
  }

  /** Its words; of a list those of its points. */
  get text(): string {
    const section = this.#section();
    if (!this.isList) return this.#writing.text(section);
    return this.#writing
      .points(section)
      .map((point) => point.text)
      .join('\n');
  }

  readonly claims: readonly Claim[] = $derived.by(() =>
    this.isList ? [] : claimsOf(this.#section(), this.text, this.#draft.state?.notes ?? []),
  );

  readonly asked: readonly Asked[] = $derived.by(() =>
    this.#draft.state === undefined
      ? []
      : askedOfText(this.#draft.state, this.#section(), this.#resting, [
          ...this.#draft.areas,
          ...writtenSections(this.#draft.framework, Object.keys(this.#draft.state.narratives)),
        ]),
  );

  /** What is asked of some of its words, for its place beside them. */
  readonly beside: readonly AskedHere[] = $derived.by(() =>
    this.asked.flatMap((one) => {
      const who = askedBy(one, (id) => this.#draft.personName(id));
      return one.place === null ? [] : [{ id: one.id, from: one.place.from, line: `${who}: ${one.text}` }];
    }),
  );

  /** The notes that can be cited, those first that are linked to the area that is written. */
  notesToCite(): readonly EvidenceNote[] {
    const { state, areas } = this.#draft;
    const criteria = areas.find(({ id }) => id === this.#section())?.criteria ?? [];
    return state === undefined ? [] : linkedFirst(state, criteria);
  }
}
