import type { ConflictsView, OpenConflict } from '../../shared/ipc/together-views.ts';
import { call } from '../lib/call.ts';
import { Latest } from '../lib/latest.ts';

/** The conflicts to step through: of one draft, or of the workspace. */
class ConflictQueue {
  view = $state.raw<ConflictsView | null>(null);
  /** Only this draft's; null for the whole workspace. */
  only = $state<string | null>(null);
  at = $state(0);
  /** The conflict that a screen was left for. */
  wanted: { readonly draft: string; readonly field: string } | null = null;

  get current(): OpenConflict | null {
    return this.view?.open[this.at] ?? null;
  }

  readonly #latest = new Latest();

  /**
   * Reads the conflicts anew and stays at the one that is shown, wherever it stands now; where it is settled, at its
   * place. An answer that a later question overtook is not shown.
   */
  async load(): Promise<void> {
    const view = await this.#latest.attempt(() => call('listConflicts', { draft: this.only }));
    if (view === undefined) return;
    const wanted = this.wanted ?? this.current;
    const at = view.open.findIndex(({ draft, field }) => draft === wanted?.draft && field === wanted.field);
    this.view = view;
    this.wanted = null;
    this.at = at >= 0 ? at : Math.max(0, Math.min(this.at, view.open.length - 1));
  }

  step(by: number): void {
    const last = (this.view?.open.length ?? 1) - 1;
    this.at = Math.max(0, Math.min(last, this.at + by));
  }
}

/** The queue of this window: it keeps its place while other screens are looked at. */
export const queue = new ConflictQueue();
