import { app } from './app-state.svelte.ts';
import { capOf, pressedName, shiftedDigit, whyNoKey } from './key-names.ts';
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
  /** The cap that it was, likewise. */
  readonly wasCap?: string;
  /** It opens something to type into: should that fail, the letters that follow are no commands. */
  readonly writes?: boolean;
}

/** Where the keys of the shell stand among those that a person changed, as a screen's do under its name. */
const everywhere = 'everywhere';

/** Keys as a person changed them; a change under which two of them would be one key is left out. */
function asChanged(list: readonly ScreenKey[], place: string): readonly ScreenKey[] {
  const wanted = app.start?.preferences.keys ?? {};
  const changed = ({ key }: ScreenKey): string | undefined => wanted[`${place} ${key}`];
  const taken = list.flatMap((own) => (changed(own) === undefined ? [own.key] : []));
  return list.map((own) => {
    const key = changed(own);
    if (key === undefined || taken.includes(key)) return own;
    taken.push(key);
    return { ...own, key, cap: capOf(key), was: own.key, wasCap: own.cap };
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

  get #screenNow(): readonly ScreenKey[] {
    return asChanged(this.screen, app.route.screen);
  }

  get #shellNow(): readonly ScreenKey[] {
    return asChanged(this.shell, everywhere);
  }

  /** The screen's keys that do something now. */
  get here(): readonly ScreenKey[] {
    return this.#screenNow.filter((key) => key.when?.() !== false);
  }

  /** The keys of every screen that do something now. */
  get everywhere(): readonly ScreenKey[] {
    return this.#shellNow.filter((key) => key.when?.() !== false);
  }

  /** What can be done now, the screen's keys first. */
  get offered(): readonly ScreenKey[] {
    return [...this.here, ...this.everywhere];
  }

  /** The cap of a key of the screen or the shell as it is now, by the one that it has where nobody changed it. */
  capNow(cap: string): string {
    if (Object.keys(app.start?.preferences.keys ?? {}).length === 0) return cap;
    return [...this.#screenNow, ...this.#shellNow].find(({ wasCap }) => wasCap === cap)?.cap ?? cap;
  }

  #isOfShell(own: ScreenKey): boolean {
    return this.#shellNow.some(({ key, run }) => key === own.key && run === own.run);
  }

  /** Why a key cannot stand for another one; null where it can. */
  whyNot(own: ScreenKey, wanted: string): string | null {
    if (wanted === (own.was ?? own.key)) return null;
    const isOfShell = this.#isOfShell(own);
    const unfit = whyNoKey(wanted, isOfShell);
    if (unfit !== null) return unfit;
    const other = [...this.#screenNow, ...this.#shellNow].find(
      ({ key, run }) =>
        (key !== own.key || run !== own.run) && (key === wanted || key.startsWith(`${wanted} `)),
    );
    if (other !== undefined) return `${capOf(wanted)} stands for “${other.name ?? other.label}” already.`;
    const elsewhere = Object.entries(app.start?.preferences.keys ?? {}).some(
      ([name, key]) => key === wanted && (isOfShell || name.startsWith(`${everywhere} `)),
    );
    return elsewhere ? `${capOf(wanted)} is a key that you changed elsewhere.` : null;
  }

  /** The person's changed keys with one more of them, or without it where it is what it was. */
  withChanged(own: ScreenKey, wanted: string): { readonly [name: string]: string } {
    const was = own.was ?? own.key;
    const name = `${this.#isOfShell(own) ? everywhere : app.route.screen} ${was}`;
    const others = Object.entries(app.start?.preferences.keys ?? {}).filter(([known]) => known !== name);
    return Object.fromEntries(wanted === was ? others : [...others, [name, wanted]]);
  }

  /** Watches where people type, so that the rest of a sentence whose field went away is no command. */
  watchTyping(): () => void {
    return this.#sentence.watch();
  }

  handle(event: Press): void {
    if (event.defaultPrevented || event.isComposing) return;
    const name = pressedName(event);
    const plain = !name.startsWith('Ctrl+') && !name.startsWith('Alt+') && !/F\d/.test(name);
    if (name === 'Escape' && leaves(event.target)) return;
    if (plain && (isTyping(event.target) || app.start?.preferences.singleKeys === false)) return;
    if (name === 'Ctrl+z' && isTyping(event.target)) return;
    // A space between two words presses no button either.
    if (this.#sentence.swallows(event)) return;
    if (plain && isPress(event.target) && (name === ' ' || (name === 'Enter' && !isHere(event.target))))
      return;
    const all = this.offered;
    const sequence = this.#first === '' ? '' : `${this.#first} ${name}`;
    const place = shiftedDigit(event);
    const found =
      all.find((key) => key.key === sequence) ??
      all.find((key) => key.key === name) ??
      all.find((key) => key.key === place);
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
  if (pressedName(event) !== 'Ctrl+Enter' || event.defaultPrevented || event.isComposing) return false;
  const form = event.target instanceof Element ? event.target.closest('form') : null;
  if (form === null) return false;
  event.preventDefault();
  if (!event.repeat) form.requestSubmit();
  return true;
}

function isPress(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && ['BUTTON', 'A', 'SUMMARY'].includes(target.tagName);
}

/** Whether a tab leads to the screen that is shown: Enter on it is the screen's, or whoever came by it cannot go on. */
function isHere(tab: HTMLElement): boolean {
  return tab.getAttribute('aria-current') === 'page';
}

/**
 * Leaves a field of the screen that is typed in, so that the screen's keys work again; Tab goes on from where it was.
 * A search that holds words is emptied first, as everywhere.
 */
function leaves(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || !isTyping(target) || target.closest('dialog') !== null)
    return false;
  if (target instanceof HTMLInputElement && target.type === 'search' && target.value !== '') return false;
  target.blur();
  return true;
}

export const keys = new Keys();
