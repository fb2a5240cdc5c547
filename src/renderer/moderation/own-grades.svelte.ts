import type { GradeAnswer, LodgedEntry, Sureness } from '../../shared/moderation/lodged-grades.ts';
import type { OwnAnswers } from '../../shared/ipc/lodging-views.ts';
import { call } from '../lib/call.ts';
import type { Journalist } from '../lib/journalist.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import { unkept } from '../lib/unkept.svelte.ts';
import { OwnLodging } from './own-lodging.svelte.ts';

/** One's own grades while they are typed: kept a moment after each change. */
export class OwnGrades extends OwnLodging<LodgedEntry> {
  readonly #areas: readonly string[];
  protected readonly lodgedMessage = 'Your grades are lodged. Nobody can read them before the reveal.';
  kept = $state(true);
  readonly #journalist: Journalist = unkept.journalist(
    () => this.#write(),
    () =>
      this.answers.map(({ area, rationale }) => ({
        title: `My rationale: ${this.draft.placeTitle(area)}`,
        text: rationale,
      })),
  );

  constructor(draft: DraftSession, round: string, areas: readonly string[]) {
    super(draft, round);
    this.#areas = areas;
  }

  protected read(): Promise<OwnAnswers<LodgedEntry>> {
    return call('readOwnGrades', this.place);
  }

  protected send(answers: LodgedEntry[]): Promise<unknown> {
    return call('lodgeGrades', { ...this.place, answers });
  }

  entry(area: string): LodgedEntry | undefined {
    return this.answers.find((entry) => entry.area === area);
  }

  answer(area: string, answer: GradeAnswer): void {
    this.#change(area, { answer });
  }

  write(area: string, rationale: string): void {
    const answer = this.entry(area)?.answer;
    const words = rationale.trim().slice(0, 2000);
    const reasoned = answer !== undefined && 'notGraded' in answer && words !== '';
    this.#change(area, reasoned ? { rationale, answer: { ...answer, reason: words } } : { rationale });
  }

  sure(area: string, sure: Sureness): void {
    this.#change(area, { sure });
  }

  cite(area: string, note: string): void {
    const evidence = this.entry(area)?.evidence ?? [];
    const next = evidence.includes(note) ? evidence.filter((cited) => cited !== note) : [...evidence, note];
    this.#change(area, { evidence: next });
  }

  /** Cites a paragraph of the graded text, or cites it no more. */
  citePassage(area: string, section: string, paragraph: number): void {
    const all = this.entry(area)?.passages ?? [];
    const rest = all.filter((passage) => passage.section !== section || passage.paragraph !== paragraph);
    this.#change(area, {
      passages: rest.length < all.length ? rest : [...all, { section, paragraph }],
    });
  }

  /** Sets the grade whose descriptor a criterion fits best; '' for none. */
  fit(area: string, criterion: string, grade: string): void {
    const rest = (this.entry(area)?.fits ?? []).filter((fit) => fit.criterion !== criterion);
    this.#change(area, { fits: grade === '' ? rest : [...rest, { criterion, grade }] });
  }

  /** A rationale or a note without a grade cannot be kept: an entry begins with its answer. */
  #change(area: string, part: Partial<LodgedEntry>): void {
    const known = this.entry(area);
    if (known === undefined && part.answer === undefined) return;
    const blank = { area, rationale: '', sure: null, evidence: [] };
    const next = { ...blank, ...known, ...part };
    if (next.answer === undefined) return;
    const { passages = [], fits = [], ...entry } = next;
    const made: LodgedEntry = {
      ...entry,
      answer: next.answer,
      ...(passages.length === 0 ? {} : { passages }),
      ...(fits.length === 0 ? {} : { fits }),
    };
    this.answers = this.#areas.flatMap((each) => (each === area ? [made] : (this.entry(each) ?? [])));
    this.changed = true;
    this.kept = false;
    this.#journalist.changed();
  }

  /** Puts what is typed on disk now, encrypted. */
  keep(): Promise<void> {
    return this.#journalist.flush();
  }

  async #write(): Promise<void> {
    const { answers } = this;
    await call('keepOwnGrades', { ...this.place, answers: [...answers] });
    if (this.answers === answers) this.kept = true;
  }

  override async lodge(): Promise<boolean> {
    await this.keep();
    return super.lodge();
  }
}
