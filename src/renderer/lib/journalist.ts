/** Time, which a test makes itself. */
interface JournalTime {
  readonly now: () => number;
  /** Runs something after so many ms; what it answers takes that back. */
  readonly after: (ms: number, run: () => void) => () => void;
}

const ownTime: JournalTime = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** With the write that follows it, a keystroke is on disk within 250 ms. */
const delay = 200;
const firstRetry = 1000;
const mostRetry = 15_000;
const nothing = (): void => undefined;

/** What typed words stand on in the journal, said with each write: it keeps one window from writing over another. */
export interface Standing {
  /** This window; a number of its own once it was refused, so that it never passes for what is written here anew. */
  writer: string;
  /** When the entry was written that was read or written here last; null where there was none. */
  over: string | null;
}

/** One number for all that is written in this window: what is left and begun again at once does not refuse itself. */
const thisWindow = crypto.randomUUID();

/** The standing of somebody who begins to write in this window. */
export function newStanding(): Standing {
  return { writer: thisWindow, over: null };
}

/** What a journalist needs besides time. */
interface JournalistParts {
  /** Puts everything typed so far on disk; answers whether it is there. */
  readonly write: () => Promise<boolean>;
  /** Hears whenever `since` may be another. */
  readonly report?: () => void;
  readonly time?: JournalTime;
}

/**
 * Keeps what is typed: it writes at most `delay` ms after the first keystroke that is not on disk, however fast the
 * typing goes on, and never two writes at once: what comes while one is under way is written after it, the newest only.
 * A write that fails is tried again, ever less often, until it succeeds or nothing is to be kept any more.
 */
export class Journalist {
  readonly #write: () => Promise<boolean>;
  readonly #report: () => void;
  readonly #time: JournalTime;
  #typedAt: number | null = null;
  #writingFrom: number | null = null;
  #forgetTimer: (() => void) | null = null;
  #running: Promise<void> | null = null;
  #due = false;
  #retry = firstRetry;
  #failed = false;

  constructor({ write, report = nothing, time = ownTime }: JournalistParts) {
    this.#write = write;
    this.#report = report;
    this.#time = time;
  }

  /** When the oldest keystroke that is not on disk was typed; null where all are. */
  get since(): number | null {
    return this.#writingFrom ?? this.#typedAt;
  }

  /** Whether the last write failed: what is typed stands in this window only. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Says that something was typed. */
  changed(): void {
    this.#typedAt ??= this.#time.now();
    this.#plan(this.#failed ? this.#retry : delay);
    this.#report();
  }

  /** Writes at once what is not on disk; answers when it was written or could not be. */
  flush(): Promise<void> {
    this.#unplan();
    return this.since === null ? Promise.resolve() : this.#begin();
  }

  /** Nothing is to be kept any more: a write under way ends first, so that it cannot bring back what is cleared. */
  async drop(): Promise<void> {
    this.#unplan();
    this.#typedAt = null;
    this.#due = false;
    await this.#running;
    this.#unplan();
    this.#typedAt = null;
    this.#failed = false;
    this.#report();
  }

  #plan(ms: number): void {
    this.#forgetTimer ??= this.#time.after(ms, () => {
      this.#forgetTimer = null;
      void this.#begin();
    });
  }

  #unplan(): void {
    this.#forgetTimer?.();
    this.#forgetTimer = null;
  }

  #begin(): Promise<void> {
    this.#due = true;
    this.#running ??= this.#writeWhatIsDue().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #writeWhatIsDue(): Promise<void> {
    while (this.#due && this.#typedAt !== null) {
      this.#due = false;
      this.#writingFrom = this.#typedAt;
      this.#typedAt = null;
      const kept = await this.#write().catch(() => false);
      if (kept) this.#retry = firstRetry;
      else this.#tryLater();
      this.#failed = !kept;
      this.#writingFrom = null;
      this.#report();
    }
  }

  #tryLater(): void {
    this.#typedAt = this.#writingFrom;
    this.#due = false;
    this.#unplan();
    this.#plan(this.#retry);
    this.#retry = Math.min(this.#retry * 2, mostRetry);
  }
}
