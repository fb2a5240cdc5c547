/**
 * Writes at most `delay` ms after the first change that is not yet written, never sliding with further typing, and one
 * at a time; `flush` writes at once.
 */
export class Journalist {
  readonly #write: () => Promise<void>;
  readonly #delay: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(write: () => Promise<void>, delay = 200) {
    this.#write = write;
    this.#delay = delay;
  }

  changed(): void {
    this.#timer ??= setTimeout(() => void this.flush(), this.#delay);
  }

  flush(): Promise<void> {
    if (this.#timer === undefined) return this.#running;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = this.#running.then(this.#write, this.#write);
    return this.#running;
  }
}
