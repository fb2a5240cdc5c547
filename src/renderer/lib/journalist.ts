/** Time, which a test makes itself. */
export interface JournalTime {
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

/** What a journalist needs besides time. */
export interface JournalistParts {
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
