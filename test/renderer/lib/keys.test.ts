import { usualPreferences } from '../../../src/shared/ipc/preferences.ts';
import '../window-in-node.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { keys, submitsForm, type ScreenKey } from '../../../src/renderer/lib/keys.svelte.ts';
import { madeInComponent } from '../made-in-component.svelte.ts';

/** Something on the page that keys are pressed in. */
class Part extends HTMLElement {
  override isContentEditable = false;
  override isConnected = true;
  override readonly tagName: string;

  constructor(tagName: string) {
    super();
    this.tagName = tagName;
  }

  left = false;
  current: string | null = null;
  inDialog = false;

  override closest(): never {
    return (this.inDialog ? this : null) as never;
  }

  override blur(): void {
    this.left = true;
  }

  override getAttribute(name: string): string | null {
    return name === 'aria-current' ? this.current : null;
  }
}

/** A field of a form; counts how often the form's button was pressed. */
class Field extends HTMLElement {
  pressed = 0;

  override closest(selector: string): never {
    const form = selector === 'form' ? { requestSubmit: () => (this.pressed += 1) } : null;
    return form as never;
  }
}

/** Something that happens in a part of the page, without a page that would carry it there. */
class HappensIn extends Event {
  override readonly target: EventTarget | null;

  constructor(type: string, target: EventTarget | null) {
    super(type, { cancelable: true });
    this.target = target;
  }
}

class Pressed extends HappensIn {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey = false;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;

  /** "j", "Ctrl+s", "Shift+F6", as keys are named, in a part of the page. */
  constructor(name: string, target: EventTarget | null, isComposing = false) {
    super('keydown', target);
    const held = name.split('+');
    this.key = held.at(-1) ?? '';
    this.ctrlKey = held.includes('Ctrl');
    this.altKey = held.includes('Alt');
    this.shiftKey = held.includes('Shift');
    this.isComposing = isComposing;
  }
}

let done: string[];
const key = (name: string, more: Partial<ScreenKey> = {}): ScreenKey => ({
  key: name,
  cap: name,
  label: name,
  run: () => done.push(name),
  ...more,
});

/** Presses keys one after another; answers what was done by them. */
function press(names: readonly string[], target: EventTarget | null = null): readonly string[] {
  done = [];
  for (const name of names) keys.handle(new Pressed(name, target));
  return done;
}

beforeEach(() => {
  done = [];
  keys.shell = [key('Ctrl+k'), key('g e'), key('g w'), key('?'), key('Shift+F6')];
  keys.screen = [key('j'), key('Enter'), key('e'), key('Ctrl+z')];
});
afterEach(() => {
  app.start = null;
  vi.restoreAllMocks();
});

describe('Ctrl and Enter', () => {
  const press = (name: string, target: EventTarget | null, more: object = {}): boolean =>
    submitsForm(Object.assign(new Pressed(name, target), { repeat: false }, more));

  it('in a field of a form do what its button does, once for a press', () => {
    const field = new Field();
    expect(press('Ctrl+Enter', field)).toBe(true);
    expect(press('Ctrl+Enter', field, { repeat: true })).toBe(true);
    expect(field.pressed).toBe(1);
  });

  it.each([
    ['Enter alone', 'Enter', {}],
    ['another key', 'Ctrl+s', {}],
    ['a sign that is being composed', 'Ctrl+Enter', { isComposing: true }],
    ['a key that did something already', 'Ctrl+Enter', { defaultPrevented: true }],
  ])('are not %s', (_, name, more) => {
    const field = new Field();
    const event = Object.defineProperties(
      new Pressed(name, field),
      Object.fromEntries(Object.entries({ repeat: false, ...more }).map(([key, value]) => [key, { value }])),
    );
    expect(submitsForm(event as Pressed & { repeat: boolean })).toBe(false);
    expect(field.pressed).toBe(0);
  });

  it('outside every form are left to the screen', () => {
    expect([press('Ctrl+Enter', new Part('TEXTAREA')), press('Ctrl+Enter', null)]).toEqual([false, false]);
  });
});

describe('a key', () => {
  it.each([
    ['of the screen', ['j'], ['j']],
    ['in capitals', ['J'], ['j']],
    ['of the shell', ['Ctrl+k'], ['Ctrl+k']],
    ['with Shift where it is a function key', ['Shift+F6'], ['Shift+F6']],
    ['that nothing has', ['x', 'Alt+j', 'F6'], []],
    ['after another', ['g', 'e'], ['g e']],
    ['that begins two and does nothing else', ['g', 'j', 'e'], ['j', 'e']],
  ])('%s', (_what, pressed, happens) => {
    expect(press(pressed)).toEqual(happens);
  });

  it('is the screen’s where the shell has it too', () => {
    keys.shell = [key('j', { run: () => done.push('shell') })];
    expect(press(['j'])).toEqual(['j']);
  });

  it('does nothing further in the browser where it did something here, and is left to it otherwise', () => {
    const [used, left] = [new Pressed('Ctrl+k', null), new Pressed('Ctrl+p', null)];
    keys.handle(used);
    keys.handle(left);
    expect([used.defaultPrevented, left.defaultPrevented]).toEqual([true, false]);
  });

  it('that cannot be used now is neither offered nor does it anything', () => {
    keys.screen = [key('j', { when: () => false }), key('e')];
    expect(press(['j'])).toEqual([]);
    expect(keys.offered.map((offered) => offered.key)).not.toContain('j');
  });
});

describe('what a person types', () => {
  it.each(['TEXTAREA', 'SELECT'])('into a field (%s) is no command; keys with Ctrl are', (field) => {
    expect(press(['j', 'g', 'e', 'Enter', 'Ctrl+k'], new Part(field))).toEqual(['Ctrl+k']);
  });

  it('can be taken back in its field', () => {
    expect(press(['Ctrl+z'], new Part('TEXTAREA'))).toEqual([]);
    expect(press(['Ctrl+z'])).toEqual(['Ctrl+z']);
  });

  it('is no command while a sign is being composed', () => {
    keys.handle(new Pressed('j', null, true));
    expect(done).toEqual([]);
  });

  it('presses the button it stands on, and only that', () => {
    expect(press(['Enter', ' '], new Part('BUTTON'))).toEqual([]);
    expect(press(['j'], new Part('BUTTON'))).toEqual(['j']);
  });

  it('is the screen’s Enter on the tab that leads to where the person is', () => {
    const tab = Object.assign(new Part('BUTTON'), { current: 'page' });
    expect(press(['Enter', ' '], tab)).toEqual(['Enter']);
    const row = Object.assign(new Part('BUTTON'), { current: 'true' });
    expect(press(['Enter'], row)).toEqual([]);
  });

  it('ends with Escape, which leaves the field and does nothing else; that of a dialog is the dialog’s', () => {
    keys.screen = [key('Escape')];
    const field = new Part('TEXTAREA');
    expect([press(['Escape'], field), field.left]).toEqual([[], true]);
    const asked = Object.assign(new Part('TEXTAREA'), { inDialog: true });
    expect([press(['Escape'], asked), asked.left]).toEqual([[], false]);
    expect(press(['Escape'], new Part('BUTTON'))).toEqual(['Escape']);
  });

  it('is no command where the person has switched single keys off', () => {
    const preferences = { ...usualPreferences, singleKeys: false };
    app.start = {
      settingsSetAside: null,
      managed: null,
      version: '',
      person: null,
      keyProtection: 'file',
      backedUp: null,
      lockedBy: null,
      preferences,
      recents: [],
      workspace: null,
    };
    expect(press(['j', 'g', 'e', 'Ctrl+k', 'Shift+F6'])).toEqual(['Ctrl+k', 'Shift+F6']);
  });

  it('goes on as a sentence where a key asked for a field that did not come', () => {
    keys.screen = [key('w', { writes: true }), key('j'), key('e')];
    expect(press(['w', 'j', 'e'])).toEqual(['w']);
  });

  it('goes on as a sentence where its field went away under it, until the person presses elsewhere', () => {
    const stop = keys.watchTyping();
    const field = new Part('TEXTAREA');
    window.dispatchEvent(new HappensIn('input', field));
    field.isConnected = false;
    expect(press(['j', 'e'])).toEqual([]);
    window.dispatchEvent(new HappensIn('pointerdown', null));
    expect(press(['j', 'e'])).toEqual(['j', 'e']);
    stop();
  });
});

describe('the keys of a screen', () => {
  it('end with it, so that nothing happens that nobody sees', () => {
    const { leave } = madeInComponent(() => {
      keys.use(() => [key('x')]);
      return true;
    });
    expect(press(['x', 'j'])).toEqual(['x']);
    leave();
    expect(press(['x', 'j'])).toEqual([]);
  });

  it('stay those of the screen that came, where the last one goes after it', () => {
    const first = madeInComponent(() => {
      keys.use(() => [key('x')]);
      return true;
    });
    const second = madeInComponent(() => {
      keys.use(() => [key('y')]);
      return true;
    });
    first.leave();
    expect(press(['x', 'y'])).toEqual(['y']);
    second.leave();
  });

  it('are left to a part of it where it has none', () => {
    const part = madeInComponent(() => {
      keys.use(() => [key('x')]);
      return true;
    });
    const around = madeInComponent(() => {
      keys.use(() => null);
      return true;
    });
    expect(press(['x'])).toEqual(['x']);
    around.leave();
    expect(press(['x'])).toEqual(['x']);
    part.leave();
  });
});

describe('a key that a person changed', () => {
  const start = app.start;
  const changedTo = (changed: Readonly<Record<string, string>>): void => {
    app.start = {
      settingsSetAside: null,
      managed: null,
      version: '',
      person: null,
      keyProtection: 'file',
      backedUp: null,
      lockedBy: null,
      preferences: { ...usualPreferences, keys: { ...changed } },
      recents: [],
      workspace: null,
    };
  };
  beforeEach(() => {
    app.route = { screen: 'waiting' };
    keys.screen = [key('n', { cap: 'N' }), key('j'), key('1', { barCap: '1 2' })];
    keys.shell = [key('?'), key('g e')];
  });
  afterEach(() => {
    app.start = start;
    app.route = { screen: 'inspections' };
    keys.shell = [];
  });

  it('does what the other did, which does nothing any more, on its own screen alone', () => {
    changedTo({ 'waiting n': 'b' });
    expect([press(['n', 'b']), keys.capNow('N'), keys.capNow('J')]).toEqual([['n'], 'B', 'J']);
    app.route = { screen: 'happened' };
    expect(press(['n', 'b'])).toEqual(['n']);
  });

  it('may take the place of one that was changed away', () => {
    changedTo({ 'waiting n': 'j', 'waiting j': 'n' });
    expect(press(['n', 'j'])).toEqual(['j', 'n']);
  });

  it('stays as it was where two would be one', () => {
    changedTo({ 'waiting n': 'j' });
    expect(press(['n', 'j'])).toEqual(['n', 'j']);
  });

  it.each([
    ['b', null],
    ['n', null],
    ['F5', 'F5 loads the window anew.'],
    ['F4', null],
    ['Shift+F4', null],
    ['Alt+b', null],
    ['Ctrl+Alt+Shift+b', null],
    ['Ctrl+c', 'Ctrl C copies.'],
    ['j', 'J stands for “j” already.'],
    ['?', '? stands for “?” already.'],
    ['g', 'G stands for “g e” already.'],
    ['Enter', 'Press a letter, number or sign, a function key, or one of them with Ctrl or Alt.'],
    [' ', 'Press a letter, number or sign, a function key, or one of them with Ctrl or Alt.'],
  ])('of a screen can be “%s”, or why not', (wanted, why) => {
    changedTo({});
    const [own] = keys.here;
    expect(own === undefined ? 'no key' : keys.whyNot(own, wanted)).toBe(why);
  });

  it.each([
    ['g x', null],
    ['Alt+j', null],
    ['x', 'Single letters belong to screens: what works everywhere needs a function key, Ctrl or Alt.'],
    ['Ctrl+s', 'Ctrl S has a meaning of its own on a screen.'],
    ['F4', 'F4 is a key that you changed elsewhere.'],
  ])('that works everywhere can be “%s”, or why not', (wanted, why) => {
    changedTo({ 'happened n': 'F4' });
    const own = keys.everywhere.find((known) => known.key === 'g e');
    expect(own === undefined ? 'no key' : keys.whyNot(own, wanted)).toBe(why);
  });

  it('works everywhere where it did, by itself or after another, and is shown so', () => {
    keys.shell = [key('Ctrl+k', { cap: 'Ctrl K' }), key('g e', { cap: 'G E' })];
    changedTo({ 'everywhere Ctrl+k': 'Alt+Shift+p', 'everywhere g e': 'g z' });
    expect(press(['Ctrl+k', 'Alt+Shift+p', 'Alt+p'])).toEqual(['Ctrl+k']);
    app.route = { screen: 'happened' };
    expect(press(['g', 'e', 'g', 'z'])).toEqual(['g e']);
    expect([keys.capNow('Ctrl K'), keys.capNow('G E'), keys.capNow('F1')]).toEqual([
      'Alt Shift P',
      'G Z',
      'F1',
    ]);
  });

  it('is kept beside the others, and forgotten where it is what it was', () => {
    changedTo({ 'happened x': 'y', 'waiting n': 'b' });
    const [own] = keys.here;
    const [, shell] = keys.everywhere;
    if (own === undefined || shell === undefined) throw new Error('there is no key');
    expect(keys.withChanged(own, 'c')).toEqual({ 'happened x': 'y', 'waiting n': 'c' });
    expect(keys.withChanged(own, 'n')).toEqual({ 'happened x': 'y' });
    expect(keys.withChanged(shell, 'g q')).toMatchObject({ 'everywhere g e': 'g q' });
  });
});
