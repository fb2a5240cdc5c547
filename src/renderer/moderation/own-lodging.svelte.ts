import type { OwnAnswers } from '../../shared/ipc/lodging-views.ts';
import { app } from '../lib/app-state.svelte.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';

/** One's own answers in a round: kept encrypted on this computer after each change, lodged as one packet. */
export abstract class OwnLodging<A> {
  protected readonly draft: DraftSession;
  protected readonly place: { readonly draft: string; readonly round: string };
  answers = $state.raw<readonly A[]>([]);
  lodged = $state.raw<OwnAnswers<A>['lodged']>(null);
  /** Whether what is kept differs from what was lodged last. */
  changed = $state(false);
  ready = $state(false);

  constructor(draft: DraftSession, round: string) {
    this.draft = draft;
    this.place = { draft: draft.id, round };
  }

  /** What is said once the answers are lodged. */
  protected abstract readonly lodgedMessage: string;
  protected abstract read(): Promise<OwnAnswers<A>>;
  protected abstract send(answers: A[]): Promise<unknown>;

  async load(): Promise<void> {
    const own = await app.attempt(() => this.read());
    if (own === undefined) return;
    this.answers = own.answers;
    this.lodged = own.lodged;
    this.changed = own.changed;
    this.ready = true;
  }

  /** Lodges all answers as they stand; answers whether they are lodged. */
  async lodge(): Promise<boolean> {
    const done = await this.draft.act(this.lodgedMessage, () => this.send([...this.answers]));
    if (done) await this.load();
    return done;
  }
}
