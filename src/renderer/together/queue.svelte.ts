import type { ConflictsView, OpenConflict } from '../../shared/ipc/together-views.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';

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

  async load(): Promise<void> {
    const view = await app.attempt(() => call('listConflicts', { draft: this.only }));
    if (view === undefined) return;
    this.view = view;
    const { wanted } = this;
    const found = view.open.findIndex((one) => one.draft === wanted?.draft && one.field === wanted.field);
    this.wanted = null;
    this.at = found >= 0 ? found : Math.max(0, Math.min(this.at, view.open.length - 1));
  }

  step(by: number): void {
    const last = (this.view?.open.length ?? 1) - 1;
    this.at = Math.max(0, Math.min(last, this.at + by));
  }
}

/** The queue of this window: it keeps its place while other screens are looked at. */
export const queue = new ConflictQueue();
