import type { ComparedPair } from '../../shared/pairwise/lodged-pairs.ts';
import { nextPair } from '../../shared/pairwise/next-pair.ts';
import type { OwnAnswers } from '../../shared/ipc/lodging-views.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';

/** One's own comparisons of a round: kept encrypted on this computer after each, lodged as one packet. */
export class OwnComparisons {
  readonly #draft: DraftSession;
  readonly id: string;
  readonly round: string;
  readonly things: number;
  texts = $state.raw<readonly (string | null)[]>([]);
  comparisons = $state.raw<readonly ComparedPair[]>([]);
  lodged = $state.raw<OwnAnswers<ComparedPair>['lodged']>(null);
  changed = $state(false);
  ready = $state(false);

  constructor(draft: DraftSession, round: string, things: number) {
    this.#draft = draft;
    this.id = draft.id;
    this.round = round;
    this.things = things;
  }

  async load(): Promise<void> {
    const place = { draft: this.id, round: this.round };
    const view = await app.attempt(() => call('readOwnPairs', place));
    if (view === undefined) return;
    this.texts = view.texts;
    this.comparisons = view.answers;
    this.lodged = view.lodged;
    this.changed = view.changed;
    this.ready = true;
  }

  /** The pair to compare next, by one's own comparisons so far; sides change in turn, so that neither is favoured. */
  get pair(): readonly [number, number] | null {
    const next = nextPair(this.things, this.comparisons);
    if (next === null || this.comparisons.length % 2 === 0) return next;
    return [next[1], next[0]];
  }

  /** Keeps a comparison; answers whether it is kept. */
  record(better: number, worse: number, why: string): Promise<boolean> {
    return this.#keep([...this.comparisons, { better, worse, why: why.trim().slice(0, 2000) }]);
  }

  /** Takes the last comparison back, its words with it, and offers them again. */
  async takeBack(): Promise<void> {
    const before = this.comparisons;
    if (before.length === 0) app.refuse('info', 'Nothing is compared yet, so nothing can be taken back.');
    else if (await this.#keep(before.slice(0, -1)))
      app.offerUndo('Your last comparison was taken back.', () => void this.#keep(before));
  }

  async #keep(comparisons: readonly ComparedPair[]): Promise<boolean> {
    const place = { draft: this.id, round: this.round };
    const kept = await app.attempt(() => call('keepOwnPairs', { ...place, answers: [...comparisons] }));
    if (kept === undefined) return false;
    this.comparisons = comparisons;
    this.changed = true;
    return true;
  }

  async lodge(): Promise<void> {
    const place = { draft: this.id, round: this.round };
    const done = await this.#draft.act(
      'Your comparisons are lodged. Nobody can read them before the reveal.',
      () => call('lodgePairs', { ...place, answers: [...this.comparisons] }),
    );
    if (done) await this.load();
  }
}
