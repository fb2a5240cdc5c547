import { longestWhy, type ComparedPair } from '../../shared/pairwise/lodged-pairs.ts';
import { nextPair } from '../../shared/pairwise/next-pair.ts';
import type { PairwiseRound } from '../../shared/pairwise/pairwise-round.ts';
import type { OwnAnswers } from '../../shared/ipc/lodging-views.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import { count } from '../../shared/words.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import { OwnLodging } from './own-lodging.svelte.ts';

/** One's own pairs of a round, each kept before the next is shown. */
export class OwnPairs extends OwnLodging<ComparedPair> {
  readonly #things: number;
  /** How many pairs are asked of a member. */
  readonly asked: number;
  protected readonly lodgedMessage = 'Your comparisons are lodged. Nobody can read them before the reveal.';
  /** Of each thing; null where its draft has not arrived here. */
  texts = $state.raw<readonly (string | null)[]>([]);

  constructor(
    draft: DraftSession,
    { id, items, pairsAsked }: Pick<PairwiseRound, 'id' | 'items' | 'pairsAsked'>,
  ) {
    super(draft, id);
    this.#things = items.length;
    this.asked = pairsAsked;
  }

  protected async read(): Promise<OwnAnswers<ComparedPair>> {
    const own = await call('readOwnPairs', this.place);
    this.texts = own.texts;
    return own;
  }

  protected send(answers: ComparedPair[]): Promise<unknown> {
    return call('lodgePairs', { ...this.place, answers });
  }

  /** The pair to compare next, by one's own pairs so far; sides change in turn, so that neither is favoured. */
  get pair(): readonly [number, number] | null {
    const next = nextPair(this.#things, this.answers, this.asked);
    if (next === null || this.answers.length % 2 === 0) return next;
    return [next[1], next[0]];
  }

  /** Whether all that are asked are compared; a member may go on. */
  get finished(): boolean {
    return this.ready && this.answers.length >= this.asked;
  }

  /** Keeps a compared pair; answers whether it is kept. A reason too long for the record is refused as it is typed. */
  async record(better: number, worse: number, why: string, tie = false): Promise<boolean> {
    const words = why.trim();
    const pair = { better, worse, why: words, ...(tie ? { tie: true as const } : {}) };
    if (words.length <= longestWhy) return this.#keep([...this.answers, pair]);
    const over = count(words.length - longestWhy, 'character');
    app.refuse('warn', `Your reason is ${over} too long, so this pair is not recorded yet. Shorten it.`);
    return false;
  }

  /** Takes the last pair back, its words with it, and offers them again. */
  async takeBack(): Promise<void> {
    const before = this.answers;
    if (before.length === 0) app.refuse('info', 'Nothing is compared yet, so nothing can be taken back.');
    else if (await this.#keep(before.slice(0, -1)))
      app.offerUndo('Your last comparison was taken back.', () => void this.#keep(before));
  }

  async #keep(pairs: readonly ComparedPair[]): Promise<boolean> {
    const kept = await app.attempt(() => call('keepOwnPairs', { ...this.place, answers: [...pairs] }));
    if (kept === undefined) return false;
    this.answers = pairs;
    this.changed = true;
    return true;
  }
}
