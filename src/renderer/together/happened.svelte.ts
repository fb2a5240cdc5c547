import type { HappenedView } from '../../shared/ipc/together-views.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import { Latest } from '../lib/latest.ts';

/** What happened in the workspace, or in one draft, since a day or since this person last looked. */
class Happened {
  view = $state.raw<HappenedView | null>(null);
  /** A day, or empty for what came in since this person last looked. */
  since = $state('');
  only = $state<string | null>(null);

  readonly #latest = new Latest();

  /** Reads it anew; an answer that a later question overtook is not shown. */
  async load(): Promise<void> {
    const since = this.since === '' ? null : this.since;
    const view = await this.#latest.attempt(() => call('whatHappened', { draft: this.only, since }));
    this.view = view ?? this.view;
  }

  async looked(): Promise<void> {
    await app.attempt(() => call('haveLooked', { draft: this.only }));
    await this.load();
  }
}

/** The choice of this window: it stays while other screens are looked at. */
export const happened = new Happened();
