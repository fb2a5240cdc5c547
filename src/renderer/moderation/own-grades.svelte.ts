import type { GradeAnswer, LodgedEntry, Sureness } from '../../shared/moderation/lodged-grades.ts';
import type { OwnAnswers } from '../../shared/ipc/lodging-views.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import type { Journalist } from '../lib/journalist.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import { unkept } from '../lib/unkept.svelte.ts';

/** One's own grades while they are typed: kept encrypted on this computer a moment after each change. */
export class OwnGrades {
  readonly #draft: DraftSession;
  readonly id: string;
  readonly round: string;
  readonly areas: readonly string[];
  entries = $state<LodgedEntry[]>([]);
  lodged = $state<OwnAnswers<LodgedEntry>['lodged']>(null);
  changed = $state(false);
  ready = $state(false);
  kept = $state(true);
  readonly #journalist: Journalist = unkept.journalist(
    () => this.#write(),
    () =>
      this.entries.map(({ area, rationale }) => ({
        title: `My rationale: ${this.#draft.placeTitle(area)}`,
        text: rationale,
      })),
  );

  constructor(draft: DraftSession, round: string, areas: readonly string[]) {
    this.#draft = draft;
    this.id = draft.id;
    this.round = round;
    this.areas = areas;
  }

  async load(): Promise<void> {
    const view = await app.attempt(() => call('readOwnGrades', { draft: this.id, round: this.round }));
    if (view === undefined) return;
    this.entries = [...view.answers];
    this.lodged = view.lodged;
    this.changed = view.changed;
    this.ready = true;
  }

  entry(area: string): LodgedEntry | undefined {
    return this.entries.find((one) => one.area === area);
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
    const next = evidence.includes(note) ? evidence.filter((one) => one !== note) : [...evidence, note];
    this.#change(area, { evidence: next });
  }

  /** A rationale or a note without a grade cannot be kept: an entry begins with its answer. */
  #change(area: string, part: Partial<LodgedEntry>): void {
    const known = this.entry(area);
    if (known === undefined && part.answer === undefined) return;
    const blank = { area, rationale: '', sure: 'fairly-sure' as const, evidence: [] };
    const next = { ...blank, ...known, ...part };
    if (next.answer === undefined) return;
    const made: LodgedEntry = { ...next, answer: next.answer };
    this.entries = this.areas.flatMap((one) => (one === area ? [made] : (this.entry(one) ?? [])));
    this.changed = true;
    this.kept = false;
    this.#journalist.changed();
  }

  /** Puts what is typed on disk now, encrypted. */
  keep(): Promise<void> {
    return this.#journalist.flush();
  }

  async #write(): Promise<void> {
    const { entries } = this;
    await call('keepOwnGrades', {
      draft: this.id,
      round: this.round,
      answers: $state.snapshot(entries),
    });
    if (this.entries === entries) this.kept = true;
  }

  async lodge(): Promise<boolean> {
    await this.keep();
    const entries = $state.snapshot(this.entries);
    const done = await this.#draft.act(
      'Your grades are lodged. Nobody can read them before the reveal.',
      () => call('lodgeGrades', { draft: this.id, round: this.round, answers: entries }),
    );
    if (done) await this.load();
    return done;
  }
}
