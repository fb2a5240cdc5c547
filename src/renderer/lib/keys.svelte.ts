import { app } from './app-state.svelte.ts';
import { whenChanged } from './when-changed.svelte.ts';

/** One key of a screen: what it is called, and what it does. */
export interface ScreenKey {
  /** As pressed: "j", "Enter", "Ctrl+s", "ArrowDown", "g e" for one after another. */
  readonly key: string;
  /** As shown. */
  readonly cap: string;
  readonly label: string;
  readonly run: () => void;
  /** Shown in the status bar. */
  readonly bar?: boolean;
}

const presses = ['checkbox', 'radio', 'range', 'button', 'file'];

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !presses.includes(target.type);
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

function pressed(event: KeyboardEvent): string {
  const ctrl = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
  const alt = event.altKey ? 'Alt+' : '';
  const shift = event.shiftKey && /^F\d/.test(event.key) ? 'Shift+' : '';
  return `${ctrl}${alt}${shift}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
}

/** The keys that work now: the shell's and the current screen's. */
class Keys {
  shell = $state<readonly ScreenKey[]>([]);
  screen = $state<readonly ScreenKey[]>([]);
  #first = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The keys of a screen while it is shown; null leaves them to a part of it. */
  use(list: () => readonly ScreenKey[] | null): void {
    whenChanged(list, (screen) => {
      if (screen !== null) this.screen = screen;
    });
  }

  handle(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const name = pressed(event);
    const plain = !name.startsWith('Ctrl+') && !name.startsWith('Alt+') && !/F\d/.test(name);
    if (document.querySelector('dialog[open]') !== null) return;
    if (plain && (isTyping(event.target) || app.start?.preferences.singleKeys === false)) return;
    if (plain && isPress(event.target) && (name === 'Enter' || name === ' ')) return;
    const all = [...this.screen, ...this.shell];
    const sequence = this.#first === '' ? '' : `${this.#first} ${name}`;
    const found = all.find((key) => key.key === sequence) ?? all.find((key) => key.key === name);
    clearTimeout(this.#timer);
    this.#first = '';
    if (found !== undefined) {
      event.preventDefault();
      found.run();
    } else if (all.some((key) => key.key.startsWith(`${name} `))) {
      this.#first = name;
      this.#timer = setTimeout(() => (this.#first = ''), 1500);
    }
  }
}

function isPress(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && ['BUTTON', 'A', 'SUMMARY'].includes(target.tagName);
}

/** The keys of this window. */
export const keys = new Keys();
