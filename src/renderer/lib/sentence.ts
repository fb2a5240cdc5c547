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
 * another key or click. Where the field that a key opens takes a moment to come, it begins with what was typed meanwhile.
 */
export class Sentence {
  #until = 0;
  #typedAt = -Infinity;
  #field: Element | null = null;
  /** What was typed for a field that was asked for and is not there yet; null where none was. */
  #ahead: string | null = null;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Something to type into was asked for. */
  expect(): void {
    this.#wait();
    this.#ahead = '';
  }

  /** What was typed ahead of the field that has come, once; '' where it was nothing, or too long ago. */
  takeAhead(): string {
    const ahead = this.#now() < this.#until ? (this.#ahead ?? '') : '';
    this.#ahead = null;
    return ahead;
  }

  #wait(): void {
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
      this.#ahead = null;
    };
    const came = ({ target }: FocusEvent): void => {
      if (!isTyping(target) || !(target instanceof HTMLElement)) return;
      const ahead = this.takeAhead();
      // Once the field has put its caret.
      if (ahead !== '') setTimeout(() => insertText(target, ahead));
    };
    const pressed = (event: KeyboardEvent): void => {
      // The field is there: what is typed ahead from now on is for another one.
      if (isTyping(event.target)) [this.#until, this.#ahead] = [0, null];
      else if (event.key === 'Backspace') this.#ahead = this.#ahead?.slice(0, -1) ?? null;
      if (!isSign(event) && !['Shift', 'Backspace', 'Delete'].includes(event.key)) end();
    };
    window.addEventListener('input', typed, true);
    window.addEventListener('keydown', pressed, true);
    window.addEventListener('pointerdown', end, true);
    window.addEventListener('focusin', came, true);
    return () => {
      window.removeEventListener('input', typed, true);
      window.removeEventListener('keydown', pressed, true);
      window.removeEventListener('pointerdown', end, true);
      window.removeEventListener('focusin', came, true);
    };
  }

  /** Whether a key that is pressed outside every field is the rest of a sentence. */
  swallows(event: Press): boolean {
    const gone = this.#field?.isConnected === false || this.#field?.closest('dialog:not([open])') != null;
    if (gone && this.#now() - this.#typedAt < pause) this.#wait();
    if (gone) this.#field = null;
    if (!isSign(event) || this.#now() >= this.#until) return false;
    this.#wait();
    if (this.#ahead !== null) this.#ahead += event.key;
    event.preventDefault();
    return true;
  }
}

/** Puts words where the caret stands, and lets whoever listens to the field hear of it. */
function insertText(field: HTMLElement, words: string): void {
  if (
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && field.selectionEnd !== null)
  ) {
    field.setRangeText(words, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: words }));
  } else if (field.isContentEditable) {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }
}

function isSign(event: Press): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}
