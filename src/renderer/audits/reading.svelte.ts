import type { Area, Criterion, Scale } from '../../shared/framework/framework-schema.ts';
import { scaleOf } from '../../shared/framework/grade-order.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { ReadingView } from '../../shared/ipc/reading-channels.ts';
import type { GradeAnswer, LodgedEntry, Sureness } from '../../shared/moderation/lodged-grades.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import type { Journalist } from '../lib/journalist.ts';
import { unkept } from '../lib/unkept.svelte.ts';

/** A drawn judgment of an audit. */
export interface ReadingPlace {
  readonly audit: string;
  readonly frame: string;
  readonly seal: string;
}

/** One's own reading of a drawn judgment: what is before the reader, what they grade, and what they make of it. */
export class OwnReading {
  readonly place: ReadingPlace;
  view = $state.raw<ReadingView | null>(null);
  answers = $state.raw<readonly LodgedEntry[]>([]);
  area = $state('');
  criterion = $state('');
  /** Whether a published grade of it was known; null while nobody said. */
  known = $state<boolean | null>(null);
  kept = $state(true);
  readonly #journalist: Journalist = unkept.journalist(
    () => this.#write(),
    () =>
      this.answers.map(({ area, rationale }) => ({
        title: `My reason: ${this.areaTitle(area)}`,
        text: rationale,
      })),
  );

  /** Puts what is typed on disk. */
  readonly store: (kept: CallInput<'keepReading'>) => Promise<unknown>;

  constructor(place: ReadingPlace, store: OwnReading['store'] = (kept) => call('keepReading', kept)) {
    this.place = place;
    this.store = store;
  }

  async load(): Promise<void> {
    const view = await app.attempt(() => call('openReading', this.place));
    if (view === undefined) return;
    const before = this.view?.step;
    this.view = view;
    if (before === view.step) return;
    // The second reading begins with what was lodged at the first.
    const begun = view.step === 'narrative' && view.typed.length === 0 ? (view.onEvidence ?? []) : view.typed;
    this.answers = begun;
    this.known = null;
    this.goTo(view.areas[0] ?? '');
  }

  get areas(): readonly Area[] {
    const wanted = this.view?.areas ?? [];
    return (this.view?.framework.areas ?? []).filter(({ id }) => wanted.includes(id));
  }

  get criteria(): readonly Criterion[] {
    return this.areas.find(({ id }) => id === this.area)?.criteria ?? [];
  }

  get scale(): Scale | undefined {
    return this.view === null ? undefined : scaleOf(this.view.framework, this.area);
  }

  areaTitle(area: string): string {
    return this.areas.find(({ id }) => id === area)?.title ?? area;
  }

  /** A grade in few words, for columns beside each other. */
  gradeTitle(area: string, answer: GradeAnswer | null): string {
    if (answer === null) return 'No grade';
    if ('notMine' in answer) return 'Not their area';
    if (!('grade' in answer)) return 'No grade';
    const scale = this.view === null ? undefined : scaleOf(this.view.framework, area);
    const found = scale?.grades.find(({ id }) => id === answer.grade);
    return found?.short ?? found?.title ?? answer.grade;
  }

  goTo(area: string): void {
    this.area = area;
    this.criterion = this.criteria[0]?.id ?? '';
  }

  /** Goes to the area after or before the one that is read. */
  step(by: number): void {
    const ids = this.areas.map(({ id }) => id);
    const next = ids[ids.indexOf(this.area) + by];
    if (next === undefined) return;
    this.goTo(next);
    app.say(this.areaTitle(next));
  }

  /** Goes to the criterion after or before. */
  turn(by: number): void {
    const ids = this.criteria.map(({ id }) => id);
    const next = ids[ids.indexOf(this.criterion) + by];
    if (next === undefined) return;
    this.criterion = next;
    app.say(this.criteria.find(({ id }) => id === next)?.title ?? '');
  }

  entry(area: string): LodgedEntry | undefined {
    return this.answers.find((entry) => entry.area === area);
  }

  grade(rank: number): void {
    const grade = this.scale?.grades[rank];
    if (grade === undefined) return;
    this.#change(this.area, { answer: { grade: grade.id } });
    app.say(grade.title);
  }

  /** The evidence does not let the area be graded: the framework's own non-grade, with the reason that is written. */
  notGraded(): void {
    const other = this.scale?.nonGrades[0];
    if (other !== undefined)
      this.#change(this.area, { answer: { notGraded: other.id, reason: other.title } });
  }

  sure(sure: Sureness): void {
    this.#change(this.area, { sure });
  }

  write(rationale: string): void {
    this.#change(this.area, { rationale });
  }

  /** Cites a note for the area's grade, or cites it no more. */
  cite(note: string): void {
    const cited = this.entry(this.area)?.evidence ?? [];
    this.#change(this.area, {
      evidence: cited.includes(note) ? cited.filter((one) => one !== note) : [...cited, note],
    });
  }

  /** Says which grade's descriptor a criterion fits best; '' for none. */
  fit(criterion: string, grade: string): void {
    const rest = (this.entry(this.area)?.fits ?? []).filter((one) => one.criterion !== criterion);
    this.#change(this.area, { fits: grade === '' ? rest : [...rest, { criterion, grade }] });
  }

  #change(area: string, part: Partial<LodgedEntry>): void {
    const known = this.entry(area);
    if (known === undefined && part.answer === undefined) {
      app.say('Give the area a grade first');
      return;
    }
    const blank = { area, rationale: '', sure: null, evidence: [] };
    const { fits = [], ...entry } = { ...blank, ...known, ...part };
    if (entry.answer === undefined) return;
    const made: LodgedEntry = { ...entry, answer: entry.answer, ...(fits.length === 0 ? {} : { fits }) };
    this.answers = this.areas.flatMap(({ id }) => (id === area ? [made] : (this.entry(id) ?? [])));
    this.kept = false;
    this.#journalist.changed();
  }

  async #write(): Promise<void> {
    const { answers } = this;
    await this.store({ ...this.place, answers: [...answers], conclusion: null });
    if (this.answers === answers) this.kept = true;
  }

  /** Puts what is typed on disk now, encrypted. */
  keep(): Promise<void> {
    return this.#journalist.flush();
  }

  /** What is still needed before the grades of this stage can be lodged; '' for nothing. */
  get needs(): string {
    const without = this.areas.find(({ id }) => this.entry(id) === undefined);
    if (without !== undefined) return `${without.title} still needs a grade.`;
    const unreasoned = this.areas.find(({ id }) => (this.entry(id)?.rationale ?? '').trim() === '');
    if (unreasoned !== undefined) return `${unreasoned.title} still needs a reason.`;
    const unsaid = this.areas.find(({ id }) => {
      const entry = this.entry(id);
      return entry !== undefined && 'grade' in entry.answer && entry.sure === null;
    });
    if (unsaid !== undefined) return `Say how sure you are of ${unsaid.title}.`;
    return this.known === null ? 'Say whether you knew a published grade of it.' : '';
  }

  /** Lodges the grades of this stage; answers whether it did. */
  async lodge(): Promise<boolean> {
    const stage = this.view?.step;
    if (this.needs !== '' || this.known === null || (stage !== 'evidence' && stage !== 'narrative')) {
      app.refuse('info', this.needs);
      return false;
    }
    await this.keep();
    const lodging = { ...this.place, stage, known: this.known, answers: [...this.answers] };
    if ((await app.attempt(() => call('lodgeReading', lodging))) === undefined) return false;
    app.done(
      stage === 'evidence'
        ? 'Your grades on the evidence are lodged. The narrative is open.'
        : 'Your grades are lodged again. Everything is open.',
    );
    await this.load();
    return true;
  }
}
