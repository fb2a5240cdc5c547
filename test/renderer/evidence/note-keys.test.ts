import { describe, expect, it } from 'vitest';
import { evidenceKindSchema } from '../../../src/shared/values/evidence-kind.ts';
import { noteKey, noteKeys } from '../../../src/renderer/evidence/note-keys.ts';

const press = (
  code: string,
  more: Partial<Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>> = {},
) => noteKey({ code, altKey: true, ctrlKey: false, metaKey: false, shiftKey: false, ...more });

describe('the keys of a note that is written', () => {
  it('are one for each kind of source, each its own, and none is that of the link, of files or of who it is from', () => {
    const letters = Object.values(noteKeys);
    expect(new Set([...letters, 'k', 'v', 'w']).size).toBe(letters.length + 3);
    for (const kind of evidenceKindSchema.options)
      expect(press(`Key${noteKeys[kind].toUpperCase()}`)).toEqual({ kind });
  });

  it.each([
    ['Digit1', { direction: 'strength' }],
    ['Digit2', { direction: 'weakness' }],
    ['Digit3', { direction: 'neutral' }],
    ['KeyK', { link: true }],
    ['KeyV', { files: true }],
    ['KeyW', { source: true }],
    ['KeyZ', null],
  ])('choose with Alt: %s', (code, chosen) => {
    expect(press(code)).toEqual(chosen);
  });

  it('save with Shift what they say a note shows, and nothing else', () => {
    expect([press('Digit2', { shiftKey: true }), press('KeyT', { shiftKey: true })]).toEqual([
      { direction: 'weakness', saves: true },
      { kind: 'case-tracking' },
    ]);
  });

  it('type as they are without Alt, and with what types another sign', () => {
    expect([
      press('KeyT', { altKey: false }),
      press('KeyT', { ctrlKey: true }),
      press('KeyT', { metaKey: true }),
    ]).toEqual([null, null, null]);
  });
});
