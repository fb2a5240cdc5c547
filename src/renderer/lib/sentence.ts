/** What of a pressed key says what it means. */
export type Press = Pick<
  KeyboardEvent,
  | 'key'
  | 'ctrlKey'
  | 'metaKey'
  | 'altKey'
  | 'shiftKey'
  | 'isComposing'
  | 'defaultPrevented'
  | 'target'
  | 'preventDefault'
> & {
  /** The key's place on the keyboard, where it is known. */
  readonly code?: string;
};

const presses = ['checkbox', 'radio', 'range', 'button', 'file'];

/** Whether keys pressed here are typed as text. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !presses.includes(target.type);
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/** So long nothing must be typed before a letter is a command again, in ms. */
const pause = 1500;

/**
 * The sentence that a person is in the middle of. Where the field they type into goes away under them, or a key that
 * opens one could not, the letters that follow are the rest of the sentence and no commands, until they pause, press
 * another key or click.
 */
export class Sentence {
  #until = 0;
  #typedAt = -Infinity;
  #field: Element | null = null;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Something to type into was asked for. */
  expect(): void {
    this.#until = this.#now() + pause;
  }

  /** Hears of typing, and of what ends a sentence; answers how to stop. */
  watch(): () => void {
    const typed = ({ target }: Event): void => {
      if (!isTyping(target) || !(target instanceof Element)) return;
      this.#field = target;
      this.#typedAt = this.#now();
    };
    const end = (): void => {
      this.#until = 0;
      this.#field = null;
    };
    const pressed = (event: KeyboardEvent): void => {
      if (isTyping(event.target)) this.#until = 0;
      if (!isSign(event) && !['Shift', 'Backspace', 'Delete'].includes(event.key)) end();
    };
    window.addEventListener('input', typed, true);
    window.addEventListener('keydown', pressed, true);
    window.addEventListener('pointerdown', end, true);
    return () => {
      window.removeEventListener('input', typed, true);
      window.removeEventListener('keydown', pressed, true);
      window.removeEventListener('pointerdown', end, true);
    };
  }

  /** Whether a key that is pressed outside every field is the rest of a sentence. */
  swallows(event: Press): boolean {
    const gone = this.#field?.isConnected === false || this.#field?.closest('dialog:not([open])') != null;
    if (gone && this.#now() - this.#typedAt < pause) this.expect();
    if (gone) this.#field = null;
    if (!isSign(event) || this.#now() >= this.#until) return false;
    this.expect();
    event.preventDefault();
    return true;
  }
}

function isSign(event: Press): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}
