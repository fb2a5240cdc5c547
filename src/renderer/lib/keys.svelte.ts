import { app } from './app-state.svelte.ts';
import { isTyping, Sentence, type Press } from './sentence.ts';
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
  /** The cap that stands in the status bar for this key and its siblings: "1 2 3 4". */
  readonly barCap?: string;
  /** What the palette and the list of keys call it, where the label of the status bar is short. */
  readonly name?: string;
  /** Whether it can be done now; where not, neither the key nor the palette offers it. */
  readonly when?: () => boolean;
  /** The key that it was, where the person changed it. */
  readonly was?: string;
  /** It opens something to type into: should that fail, the letters that follow are no commands. */
  readonly writes?: boolean;
}

function pressed(event: Press): string {
  const ctrl = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
  const alt = event.altKey ? 'Alt+' : '';
  const shift = event.shiftKey && /^F\d/.test(event.key) ? 'Shift+' : '';
  return `${ctrl}${alt}${shift}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
}

/** Whether a person may change a screen's key: one sign that stands for itself, and no part of a row of signs. */
export function isChangeable({ key, barCap }: ScreenKey): boolean {
  return /^\S$/u.test(key) && barCap === undefined;
}

/** A screen's keys as a person changed them; a change under which two of them would be one key is left out. */
function asChanged(list: readonly ScreenKey[], place: string): readonly ScreenKey[] {
  const wanted = app.start?.preferences.keys ?? {};
  const changed = ({ key }: ScreenKey): string | undefined => wanted[`${place} ${key}`];
  const taken = list.flatMap((own) => (changed(own) === undefined ? [own.key] : []));
  return list.map((own) => {
    const key = changed(own);
    if (key === undefined || taken.includes(key)) return own;
    taken.push(key);
    return { ...own, key, cap: key.toUpperCase(), was: own.key };
  });
}

/** The keys that work now: the shell's and the current screen's. */
class Keys {
  shell = $state.raw<readonly ScreenKey[]>([]);
  screen = $state.raw<readonly ScreenKey[]>([]);
  readonly #sentence = new Sentence();
  #first = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * The keys of a screen while it is shown, and no longer: what a key of a screen that went would do, nobody would see.
   * Null leaves them to a part of it.
   */
  use(list: () => readonly ScreenKey[] | null): void {
    whenChanged(list, (screen) => {
      if (screen === null) return;
      this.screen = screen;
      return () => {
        if (this.screen === screen) this.screen = [];
      };
    });
  }

  /** The screen's keys that do something now. */
  get here(): readonly ScreenKey[] {
    return asChanged(this.screen, app.route.screen).filter((key) => key.when?.() !== false);
  }

  /** The keys of every screen that do something now. */
  get everywhere(): readonly ScreenKey[] {
    return this.shell.filter((key) => key.when?.() !== false);
  }

  /** What can be done now, the screen's keys first. */
  get offered(): readonly ScreenKey[] {
    return [...this.here, ...this.everywhere];
  }

  /** The cap of a key of the screen as it is now, by the one that it has where nobody changed it. */
  capNow(cap: string): string {
    return this.here.find(({ was }) => was?.toUpperCase() === cap)?.cap ?? cap;
  }

  /** Why a key cannot stand for another one; null where it can. */
  whyNot(own: ScreenKey, wanted: string): string | null {
    if (!/^[^\s\p{C}]$/u.test(wanted)) return 'One letter, number or sign, without Ctrl or Alt.';
    const other = this.offered.find(
      ({ key }) => key !== own.key && (key === wanted || key.startsWith(`${wanted} `)),
    );
    if (other === undefined) return null;
    return `${wanted.toUpperCase()} stands for “${other.name ?? other.label}” already.`;
  }

  /** The person's changed keys with one more of them, or without it where it is what it was. */
  withChanged(own: ScreenKey, wanted: string): { readonly [name: string]: string } {
    const was = own.was ?? own.key;
    const name = `${app.route.screen} ${was}`;
    const others = Object.entries(app.start?.preferences.keys ?? {}).filter(([known]) => known !== name);
    return Object.fromEntries(wanted === was ? others : [...others, [name, wanted]]);
  }

  /** Watches where people type, so that the rest of a sentence whose field went away is no command. */
  watchTyping(): () => void {
    return this.#sentence.watch();
  }

  handle(event: Press): void {
    if (event.defaultPrevented || event.isComposing) return;
    const name = pressed(event);
    const plain = !name.startsWith('Ctrl+') && !name.startsWith('Alt+') && !/F\d/.test(name);
    if (plain && (isTyping(event.target) || app.start?.preferences.singleKeys === false)) return;
    if (plain && isPress(event.target) && (name === 'Enter' || name === ' ')) return;
    if (name === 'Ctrl+z' && isTyping(event.target)) return;
    if (this.#sentence.swallows(event)) return;
    const all = this.offered;
    const sequence = this.#first === '' ? '' : `${this.#first} ${name}`;
    const found = all.find((key) => key.key === sequence) ?? all.find((key) => key.key === name);
    clearTimeout(this.#timer);
    this.#first = '';
    if (found !== undefined) {
      event.preventDefault();
      found.run();
      if (found.writes === true) this.#sentence.expect();
    } else if (all.some((key) => key.key.startsWith(`${name} `))) {
      this.#first = name;
      this.#timer = setTimeout(() => (this.#first = ''), 1500);
    }
  }
}

/**
 * Ctrl or Cmd with Enter in any field of a form does what the form's button does, once for a press: what is still needed
 * is said in place. Answers whether the key was meant for a form.
 */
export function submitsForm(event: Press & Pick<KeyboardEvent, 'repeat'>): boolean {
  if (pressed(event) !== 'Ctrl+Enter' || event.defaultPrevented || event.isComposing) return false;
  const form = event.target instanceof Element ? event.target.closest('form') : null;
  if (form === null) return false;
  event.preventDefault();
  if (!event.repeat) form.requestSubmit();
  return true;
}

function isPress(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && ['BUTTON', 'A', 'SUMMARY'].includes(target.tagName);
}

export const keys = new Keys();
