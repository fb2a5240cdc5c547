import type { DraftRow } from '../../shared/ipc/views.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import { Latest } from '../lib/latest.ts';
import type { ScreenName } from '../lib/route.ts';
import { waiting } from '../together/waiting.svelte.ts';

/** Of how many open drafts what waits is counted before anybody asked for it: each must be read for it. */
const mostRead = 40;

function isOpen({ draft, shelf, standing, stage, roles }: DraftRow): boolean {
  return (
    draft !== '' && shelf === 'list' && standing !== 'sealed' && stage !== 'published' && roles.length > 0
  );
}

/** How much waits on each screen of the workspace, as its bar says it. */
class Badges {
  #conflicts = $state(0);
  readonly #latest = new Latest();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What stands beside a screen's name; null where nothing does, or nobody counted yet. */
  of(screen: ScreenName): string | null {
    const number =
      screen === 'waiting'
        ? waiting.view === null
          ? 0
          : waiting.rows.length
        : screen === 'conflicts'
          ? this.#conflicts
          : 0;
    return number === 0 ? null : String(number);
  }

  /** Counts anew a little later, once for many changes: what is opened or written goes first. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.count(), app.place === null ? 1200 : 4000);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async count(): Promise<void> {
    if (app.workspace === null) return;
    const rows = await this.#latest.attempt(() => call('listedBefore', {}));
    if (rows === undefined) return;
    const open = rows.filter(isOpen);
    this.#conflicts = open.reduce((sum, { conflicts }) => sum + conflicts, 0);
    if (waiting.view !== null || open.length <= mostRead) await waiting.load();
  }
}

export const badges = new Badges();
