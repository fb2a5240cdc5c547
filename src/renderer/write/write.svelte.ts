import type { GradeValue } from '../../shared/values/grade-value.ts';
import type { Field, OpenValue } from '../../shared/records/open-value.ts';
import type { Improvement } from '../../shared/values/improvement.ts';
import { shown } from '../../shared/records/settled.ts';
import { count } from '../../shared/words.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import { tellStopped, tellWriting } from '../lib/presence.ts';
import { newStanding, type Journalist } from '../lib/journalist.ts';
import { unkept, type TypedWords } from '../lib/unkept.svelte.ts';
import { isPointList } from './written-sections.ts';
import { countUnsaved, nothingUnsaved, readUnsaved, type Unsaved, type UnsavedList } from './journal.ts';

function copied({ points, over }: UnsavedList): { points: Improvement[]; over: string[] } {
  const written = points.filter((point) => point.text.trim() !== '');
  return { points: written.map((point) => ({ ...point, notes: [...point.notes] })), over: [...over] };
}

/** The writing of one draft: what is typed, what of it is safe on this computer, and what is saved. */
export class Writing {
  readonly id: string;
  readonly #draft: DraftSession;
  unsaved = $state.raw<Unsaved>(nothingUnsaved);
  /** When all that is typed was put on disk; empty while some of it is not, or nothing is typed. */
  safeAt = $state('');
  restored = $state('');
  /** Changes when the text in the editor must be read anew. */
  generation = $state(0);
  ready = $state(false);
  readonly #standing = newStanding();
  readonly #journal: Journalist = unkept.journalist(
    () => this.#write(),
    () => this.#words(),
    () => this.#standing,
  );

  constructor(draft: DraftSession) {
    this.#draft = draft;
    this.id = draft.id;
  }

  get count(): number {
    return countUnsaved(this.unsaved);
  }

  async open(): Promise<void> {
    const kept = await app.attempt(() => call('readJournal', { draft: this.id }));
    this.#standing.over = kept?.at ?? null;
    const unsaved = kept == null ? null : readUnsaved(kept.content);
    if (kept != null && unsaved !== null && countUnsaved(unsaved) > 0) {
      this.unsaved = unsaved;
      this.restored = kept.at;
      this.safeAt = kept.at;
      this.#goToUnsaved();
    }
    this.generation += 1;
    this.ready = true;
  }

  text(section: string): string {
    return (
      this.unsaved.narratives[section]?.text ?? this.#stands(this.#draft.state?.narratives[section]) ?? ''
    );
  }

  /**
   * The writes that the text in the editor was made from: while nothing is typed these are the open ones, so that a
   * colleague's text replaces the one shown; once something is typed they stay, and both texts are kept.
   */
  standsOn(section: string): string {
    const open = (this.#draft.state?.narratives[section] ?? []).map((narrative) => narrative.record);
    return (this.unsaved.narratives[section]?.over ?? open).join(' ');
  }

  grade(area: string): GradeValue | null {
    return this.unsaved.grades[area]?.value ?? this.#stands(this.#draft.state?.grades[area]);
  }

  points(section: string): readonly Improvement[] {
    return this.#unsavedList(section)?.points ?? this.#stands(this.#listField(section)) ?? [];
  }

  /** How much stands in a section, in words: "3 points", "12 words". */
  size(section: string): string {
    if (isPointList(this.#draft.framework, section)) return count(this.points(section).length, 'point');
    return count(this.text(section).match(/[\p{L}\p{N}]+/gu)?.length ?? 0, 'word');
  }

  /** Values of a section's text that others saved since this person began to type over it. */
  newer(section: string): readonly OpenValue<string>[] {
    const typed = this.unsaved.narratives[section];
    const open = this.#draft.state?.narratives[section] ?? [];
    return typed === undefined ? [] : open.filter(({ record }) => !typed.over.includes(record));
  }

  type(section: string, text: string): void {
    tellWriting(this.id, section);
    const open = this.#draft.state?.narratives[section];
    const over = this.unsaved.narratives[section]?.over ?? (open ?? []).map(({ record }) => record);
    this.#keep({ ...this.unsaved, narratives: { ...this.unsaved.narratives, [section]: { text, over } } });
  }

  setGrade(area: string, value: GradeValue): void {
    const over = (this.#draft.state?.grades[area] ?? []).map((grade) => grade.record);
    this.#keep({ ...this.unsaved, grades: { ...this.unsaved.grades, [area]: { value, over } } });
  }

  setPoints(section: string, points: readonly Improvement[]): void {
    tellWriting(this.id, section);
    const over = this.#unsavedList(section)?.over ?? this.#listField(section).map(({ record }) => record);
    const list = { points, over };
    if (section === 'improvements') this.#keep({ ...this.unsaved, improvements: list });
    else this.#keep({ ...this.unsaved, lists: { ...this.unsaved.lists, [section]: list } });
  }

  flush(): Promise<void> {
    return this.#journal.flush();
  }

  /** Puts what is typed on disk and says that this person writes here no more. */
  leave(): void {
    void this.flush();
    tellStopped();
  }

  /** Where something is typed and not saved. */
  get places(): readonly string[] {
    const { narratives, grades, improvements, lists } = this.unsaved;
    const all = [narratives, grades, lists ?? {}].flatMap((fields) => Object.keys(fields));
    const places = improvements === null ? all : [...all, 'improvements'];
    return places.filter((place, at) => places.indexOf(place) === at);
  }

  /** Discards what is typed in these places, and nothing else. */
  async discard(places: readonly string[]): Promise<void> {
    const rest = <T>(fields: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
      Object.fromEntries(Object.entries(fields).filter(([place]) => !places.includes(place)));
    const { narratives, grades, improvements, lists } = this.unsaved;
    const kept: Unsaved = {
      narratives: rest(narratives),
      grades: rest(grades),
      improvements: places.includes('improvements') ? null : improvements,
      lists: rest(lists ?? {}),
    };
    if (countUnsaved(kept) === 0) {
      await this.#journal.drop();
      if ((await app.attempt(() => call('clearJournal', { draft: this.id }))) === undefined) return;
      this.#forget();
    } else {
      this.#keep(kept);
      await this.flush();
      this.generation += 1;
    }
    app.done('What was typed and not saved was discarded');
  }

  async save(reason: string): Promise<boolean> {
    await this.flush();
    const { narratives, grades, improvements, lists = {} } = this.unsaved;
    const saved = await this.#draft.act('Revision saved', () =>
      call('saveRevision', {
        draft: this.id,
        reason,
        narratives: Object.entries(narratives).map(([section, { text, over }]) => ({
          section,
          text,
          over: [...over],
        })),
        grades: Object.entries(grades).map(([area, { value, over }]) => ({ area, value, over: [...over] })),
        improvements: improvements === null ? null : copied(improvements),
        ...(Object.keys(lists).length === 0
          ? {}
          : { lists: Object.entries(lists).map(([section, list]) => ({ section, ...copied(list) })) }),
      }),
    );
    if (!saved) return false;
    await this.#journal.drop();
    this.#forget();
    return true;
  }

  /** Shows what came back, unless the person asked for another section. */
  #goToUnsaved(): void {
    const [section = this.unsaved.improvements === null ? '' : 'improvements'] = [
      ...Object.keys(this.unsaved.narratives),
      ...Object.keys(this.unsaved.grades),
      ...Object.keys(this.unsaved.lists ?? {}),
    ];
    if (app.place?.screen === 'write' && app.place.area === '') app.goInDraft({ area: section });
  }

  /** Of a conflict one's own value, so that nobody's sentence stands where another's did; else the latest. */
  #stands<T>(field: Field<T> | undefined): T | null {
    const own = field?.findLast(({ author, erased }) => author === this.#draft.me && !erased);
    return own?.value ?? shown(field);
  }

  #unsavedList(section: string): UnsavedList | null {
    const { improvements, lists } = this.unsaved;
    return section === 'improvements' ? improvements : (lists?.[section] ?? null);
  }

  #listField(section: string): Field<readonly Improvement[]> {
    const state = this.#draft.state;
    return (section === 'improvements' ? state?.improvements : state?.points[section]) ?? [];
  }

  #keep(unsaved: Unsaved): void {
    this.unsaved = unsaved;
    this.safeAt = '';
    this.#journal.changed();
  }

  #forget(): void {
    tellStopped();
    this.unsaved = nothingUnsaved;
    this.safeAt = '';
    this.restored = '';
    this.generation += 1;
  }

  async #write(): Promise<void> {
    const { unsaved } = this;
    if (this.count === 0) return;
    const standing = { ...this.#standing };
    const kept = await call('writeJournal', { draft: this.id, content: JSON.stringify(unsaved), standing });
    this.#standing.over = kept.at;
    if (this.unsaved === unsaved) this.safeAt = kept.at;
  }

  /** What is unsaved, for whoever must take it elsewhere by hand. */
  #words(): readonly TypedWords[] {
    const { narratives, improvements, lists } = this.unsaved;
    const points = Object.entries({ ...lists, ...(improvements === null ? {} : { improvements }) });
    return [
      ...Object.entries(narratives).map(([section, { text }]) => ({
        title: this.#draft.placeTitle(section),
        text,
      })),
      ...points.map(([section, list]) => ({
        title: this.#draft.placeTitle(section),
        text: list.points.map((point) => `• ${point.text}`).join('\n'),
      })),
    ];
  }
}
