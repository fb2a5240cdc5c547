/** A reader of the screen takes a text up once it stands alone in its place for a moment, in ms. */
const gap = 50;
/** So long a text stands before the next one takes its place, in ms. */
const stands = 1000;
/** So many wait their turn; where more come, as under a key that is held down, the oldest are passed over. */
const mostWaiting = 3;

/** Says one thing after another, so that what is said in the same moment as something else is heard too. */
export class Announcer {
  #waiting: string[] = [];
  #speaking = false;
  readonly #speak: (text: string) => void;

  /** `speak` puts a text where screen readers find it, in place of the last one. */
  constructor(speak: (text: string) => void) {
    this.#speak = speak;
  }

  say(text: string): void {
    if (this.#waiting.at(-1) === text) return;
    this.#waiting = [...this.#waiting, text].slice(-mostWaiting);
    if (!this.#speaking) this.#next();
  }

  #next(): void {
    this.#speaking = this.#waiting.length > 0;
    if (!this.#speaking) return;
    this.#speak('');
    setTimeout(() => {
      this.#speak(this.#waiting.shift() ?? '');
      setTimeout(() => {
        this.#next();
      }, stands);
    }, gap);
  }
}
