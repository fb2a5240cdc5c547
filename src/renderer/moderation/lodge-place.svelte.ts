import { tick } from 'svelte';
import type { Criterion } from '../../shared/framework/framework-schema.ts';
import { scaleOf } from '../../shared/framework/grade-order.ts';
import type { Round } from '../../shared/moderation/round.ts';
import type { Sureness } from '../../shared/moderation/lodged-grades.ts';
import { app } from '../lib/app-state.svelte.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import { linkedEvidence, type LinkedNote } from './linked-notes.ts';
import type { OwnGrades } from './own-grades.svelte.ts';

/** A paragraph of the graded text. */
export interface GradedParagraph {
  readonly section: string;
  readonly paragraph: number;
  readonly text: string;
}

const firstAGrade = 'Give the area a grade first.';

/** Where a member reads while they grade: an area, one of its criteria, and a note or paragraph of it. */
export class LodgePlace {
  readonly #draft: DraftSession;
  readonly #round: Round;
  readonly #own: OwnGrades;
  readonly #text: () => readonly GradedParagraph[];
  #area = $state('');
  #criterion = $state('');
  #looked = $state({ area: '', chosen: '', grade: '' });
  /** Whether the notes of all criteria stand there, and not those of the one that is read alone. */
  all = $state(false);
  /** The note, or the paragraph ("¶ 3"), that is cited next; '' for none. */
  here = $state('');

  constructor(draft: DraftSession, round: Round, own: OwnGrades, text: () => readonly GradedParagraph[]) {
    this.#draft = draft;
    this.#round = round;
    this.#own = own;
    this.#text = text;
    this.#area = round.areas[0] ?? '';
  }

  get area(): string {
    return this.#area;
  }

  /** The area's place among those that the round grades, counted from 0. */
  get at(): number {
    return this.#round.areas.indexOf(this.#area);
  }

  get entry(): ReturnType<OwnGrades['entry']> {
    return this.#own.entry(this.#area);
  }

  get grades(): readonly {
    readonly id: string;
    readonly title: string;
    readonly short?: string | undefined;
  }[] {
    const { framework } = this.#draft;
    return (framework === null ? undefined : scaleOf(framework, this.#area))?.grades ?? [];
  }

  readonly criteria: readonly Criterion[] = $derived.by(
    () => this.#draft.areas.find(({ id }) => id === this.#area)?.criteria ?? [],
  );

  get criterion(): Criterion | undefined {
    return this.criteria.find(({ id }) => id === this.#criterion) ?? this.criteria[0];
  }

  /** The criterion's number, counted from 1; 0 where the area has none. */
  get number(): number {
    return this.criteria.findIndex(({ id }) => id === this.criterion?.id) + 1;
  }

  /** The grade whose descriptors are read: the one that is given, until another is looked at. */
  get looked(): string {
    const answer = this.entry?.answer ?? null;
    const chosen = answer !== null && 'grade' in answer ? answer.grade : '';
    const { area, chosen: was, grade } = this.#looked;
    if (area === this.#area && was === chosen) return grade;
    return chosen === '' ? (this.grades[0]?.id ?? '') : chosen;
  }

  readonly notes: readonly LinkedNote[] = $derived.by(() =>
    linkedEvidence(this.#draft, this.#area, this.all ? '' : (this.criterion?.id ?? '')),
  );
  readonly paragraphs: readonly GradedParagraph[] = $derived.by(() =>
    this.#text().filter(({ section }) => section === this.#area),
  );

  /** Parts of an overall judgment that are graded before it, and are not yet. */
  get before(): readonly string[] {
    const after = this.#draft.areas.find(({ id }) => id === this.#area)?.after ?? [];
    return after.filter((part) => this.#round.areas.includes(part) && this.#own.entry(part) === undefined);
  }

  goTo(area: string): void {
    this.#area = area;
    this.#criterion = '';
    this.here = '';
  }

  step(by: number): void {
    const next = this.#round.areas[this.at + by];
    if (next === undefined) return;
    this.goTo(next);
    app.say(this.#draft.placeTitle(next));
  }

  read(criterion: string): void {
    this.#criterion = criterion;
    this.all = false;
    this.here = '';
    void this.#show(`criterion-${criterion}`);
  }

  stepCriterion(by: number): void {
    const next = this.criteria[this.number - 1 + by];
    if (next === undefined) return;
    this.read(next.id);
    app.say(next.title);
  }

  /** Shows the descriptors of another grade. */
  look(grade: string): void {
    const answer = this.entry?.answer ?? null;
    this.#looked = {
      area: this.#area,
      chosen: answer !== null && 'grade' in answer ? answer.grade : '',
      grade,
    };
  }

  stepLook(by: number): void {
    const next = this.grades[this.grades.findIndex(({ id }) => id === this.looked) + by];
    if (next === undefined) return;
    this.look(next.id);
    app.say(next.title);
  }

  /** Goes to the next note or paragraph, or to the one before. */
  stepHere(by: number): void {
    const all = [
      ...this.notes.map((note) => ({ id: note.id, said: `${note.code}: ${note.text}` })),
      ...this.paragraphs.map(({ paragraph, text }) => ({ id: `¶ ${paragraph}`, said: text })),
    ];
    const at = all.findIndex(({ id }) => id === this.here);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (next === undefined) return;
    this.here = next.id;
    app.say(next.said);
    void this.#show(`read-${next.id}`);
  }

  /** Cites the note or paragraph that one is at, or cites it no more; answers whether one is at any. */
  citeHere(): boolean {
    const note = this.notes.find(({ id }) => id === this.here);
    const part = this.paragraphs.find(({ paragraph }) => `¶ ${paragraph}` === this.here);
    if (note === undefined && part === undefined) return false;
    if (this.entry === undefined) app.refuse('info', firstAGrade);
    else if (note !== undefined) this.#own.cite(this.#area, note.id);
    else if (part !== undefined) this.#own.citePassage(this.#area, part.section, part.paragraph);
    return true;
  }

  isCited(paragraph: number): boolean {
    return (
      this.entry?.passages?.some(
        (passage) => passage.section === this.#area && passage.paragraph === paragraph,
      ) === true
    );
  }

  fitOf(criterion: string): string {
    return this.entry?.fits?.find((fit) => fit.criterion === criterion)?.grade ?? '';
  }

  /** Sets the grade whose descriptor a criterion fits best, or takes it back where it is that one. */
  fit(criterion: string, grade: string): void {
    if (this.entry === undefined) app.refuse('info', firstAGrade);
    else this.#own.fit(this.#area, criterion, this.fitOf(criterion) === grade ? '' : grade);
  }

  fitHere(rank: number): void {
    const grade = this.grades[rank];
    if (grade === undefined || this.criterion === undefined) return;
    this.fit(this.criterion.id, grade.id);
    if (this.entry !== undefined)
      app.say(this.fitOf(this.criterion.id) === '' ? 'No best fit' : `Best fit: ${grade.title}`);
  }

  give(rank: number): void {
    const grade = this.grades[rank];
    if (grade === undefined || this.before.length > 0 || !this.#own.ready) return;
    this.#own.answer(this.#area, { grade: grade.id });
    app.say(grade.title);
  }

  /** Gives no grade: the first reason of the scale, and with each further time the next. */
  giveNone(): void {
    const { framework } = this.#draft;
    const reasons = (framework === null ? undefined : scaleOf(framework, this.#area))?.nonGrades ?? [];
    if (this.before.length > 0 || !this.#own.ready) return;
    const answer = this.entry?.answer ?? null;
    const given = answer !== null && 'notGraded' in answer ? answer.notGraded : '';
    const next = reasons[(reasons.findIndex(({ id }) => id === given) + 1) % reasons.length];
    if (next === undefined) return;
    this.#own.answer(this.#area, { notGraded: next.id, reason: next.title });
    app.say(`No grade: ${next.title}`);
  }

  sure(sure: Sureness): void {
    if (this.entry === undefined) app.refuse('info', firstAGrade);
    else this.#own.sure(this.#area, sure);
  }

  async #show(id: string): Promise<void> {
    await tick();
    document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }
}
