import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  capOf,
  combinationsOfScreens,
  pressedName,
  shiftedDigit,
} from '../../../src/renderer/lib/key-names.ts';
import type { Press } from '../../../src/renderer/lib/sentence.ts';

const root = join(import.meta.dirname, '..', '..', '..', 'src', 'renderer');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(?:ts|svelte)$/u.test(name))
  .map((name) => [name, readFileSync(join(root, name), 'utf8')] as const);

const press = (more: Partial<Press>): Press => ({
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  defaultPrevented: false,
  target: null,
  preventDefault: () => undefined,
  ...more,
});

describe('a pressed key', () => {
  it.each<readonly [string, Partial<Press>, string]>([
    ['J', { key: 'J', shiftKey: true }, 'j'],
    ['?', { key: '?', shiftKey: true }, '?'],
    ['Ctrl Shift U', { key: 'U', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+u'],
    ['Shift F6', { key: 'F6', shiftKey: true }, 'Shift+F6'],
    ['Alt R of a keyboard that types ®', { key: '®', altKey: true, code: 'KeyR' }, 'Alt+r'],
    ['Alt R of one that types it where Q lies', { key: 'r', altKey: true, code: 'KeyQ' }, 'Alt+r'],
    ['Cmd S', { key: 's', metaKey: true }, 'Ctrl+s'],
    ['Alt ↓', { key: 'ArrowDown', altKey: true }, 'Alt+ArrowDown'],
  ])('is called what it is: %s', (_what, pressed, name) => {
    expect(pressedName(press(pressed))).toBe(name);
  });

  it.each([
    [{ key: '"', code: 'Digit2', shiftKey: true }, 'Shift+2'],
    [{ key: '2', code: 'Digit2' }, null],
    [{ key: '@', code: 'Quote', shiftKey: true }, null],
    [{ key: '!', code: 'Digit1', shiftKey: true, ctrlKey: true }, null],
  ])('of %o the digit’s place with Shift alone is %s', (pressed, name) => {
    expect(shiftedDigit(press(pressed))).toBe(name);
  });

  it.each([
    ['j', 'J'],
    ['g e', 'G E'],
    ['Ctrl+s', 'Ctrl S'],
    ['Ctrl++', 'Ctrl +'],
    ['+', '+'],
    ['Alt+Shift+ArrowUp', 'Alt Shift ↑'],
    ['F9', 'F9'],
  ])('“%s” is shown as %s', (name, cap) => {
    expect(capOf(name)).toBe(cap);
  });
});

describe('keys in the window', () => {
  it('that a screen combines with Ctrl, Alt or a function key are kept from what works everywhere', () => {
    const found = sources.flatMap(([name, text]) =>
      name === 'shell/App.svelte'
        ? []
        : [...text.matchAll(/\bkey: '((?:Ctrl|Alt|Shift)\+[^']+|F\d+)'/gu)].map(([, key = '']) => key),
    );
    expect([...new Set(found)].toSorted()).toEqual(combinationsOfScreens.toSorted());
  });

  it('are shown as they are now, but for those of a form and of a list', () => {
    const own = new Set([
      'evidence/CorrectNote.svelte',
      'evidence/NewNote.svelte',
      'evidence/NoteFields.svelte',
      'lib/ui/KeyCap.svelte',
      'shell/KeyboardHelp.svelte',
      'shell/Palette.svelte',
      'shell/PalettePreview.svelte',
    ]);
    const fixed = sources.flatMap(([name, text]) => {
      const caps = [...text.matchAll(/<kbd[^>]*>([^<]*)/gu)].filter(([, cap]) => cap !== 'Esc');
      return caps.length === 0 || own.has(name) ? [] : [name];
    });
    expect(fixed).toEqual([]);
  });
});
