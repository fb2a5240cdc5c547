import { describe, expect, it } from 'vitest';
import { evidenceKindSchema } from '../../../src/shared/values/evidence-kind.ts';
import { noteKey, noteKeys } from '../../../src/renderer/evidence/note-keys.ts';

const press = (code: string, more: Partial<Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey'>> = {}) =>
  noteKey({ code, altKey: true, ctrlKey: false, metaKey: false, ...more });

describe('the keys of a note that is written', () => {
  it('are one for each kind of source, each its own, and none is that of the link', () => {
    const letters = Object.values(noteKeys);
    expect(new Set([...letters, 'k']).size).toBe(letters.length + 1);
    for (const kind of evidenceKindSchema.options)
      expect(press(`Key${noteKeys[kind].toUpperCase()}`)).toEqual({ kind });
  });

  it.each([
    ['Digit1', { direction: 'strength' }],
    ['Digit2', { direction: 'weakness' }],
    ['Digit3', { direction: 'neutral' }],
    ['KeyK', { link: true }],
    ['KeyZ', null],
  ])('choose with Alt: %s', (code, chosen) => {
    expect(press(code)).toEqual(chosen);
  });

  it('type as they are without Alt, and with what types another sign', () => {
    expect([
      press('KeyT', { altKey: false }),
      press('KeyT', { ctrlKey: true }),
      press('KeyT', { metaKey: true }),
    ]).toEqual([null, null, null]);
  });
});
