import type { RenderProcessGoneDetails } from 'electron';

/** As often as a page is loaded again within a minute; one that ends more often would go on ending. */
const mostInAMinute = 3;
/** The page was ended on purpose: by whoever closed the window, or by the system's own means. */
const onPurpose: ReadonlySet<RenderProcessGoneDetails['reason']> = new Set(['clean-exit', 'killed']);

/** What to do with a window whose page ended while the program lives: what was typed is in the journal of the profile. */
export class WindowRecovery {
  readonly #now: () => number;
  #ends: readonly number[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether the page is loaded again, left as it is, or given up with its window. */
  afterEnd(reason: RenderProcessGoneDetails['reason']): 'load-again' | 'leave' | 'give-up' {
    if (onPurpose.has(reason)) return 'leave';
    const now = this.#now();
    this.#ends = [...this.#ends.filter((ended) => now - ended < 60_000), now];
    return this.#ends.length > mostInAMinute ? 'give-up' : 'load-again';
  }
}

/** What a person is told where the page is given up. */
export const givenUp = {
  title: 'Plumbline’s window ended several times',
  message:
    'What you typed is safe on this computer, and nothing that was saved has changed. Open Plumbline again; if it ends again, restart the computer or ask whoever looks after it.',
} as const;
