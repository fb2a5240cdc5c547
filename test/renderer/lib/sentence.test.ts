import { describe, expect, it, vi } from 'vitest';
import { Sentence, type Press } from '../../../src/renderer/lib/sentence.ts';

function press(key: string): Press {
  const nothing = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false };
  return { ...nothing, key, defaultPrevented: false, target: null, preventDefault: vi.fn() };
}

describe('the rest of a sentence', () => {
  it('is no command after a key that asked for something to type into, until somebody pauses', () => {
    let now = 0;
    const sentence = new Sentence(() => now);
    sentence.expect();
    const swallowed = ['t', 'h', 'e', ' ', 'c', 'h', 'i', 'l', 'd'].map((letter) => {
      now += 200;
      return sentence.swallows(press(letter));
    });
    expect(swallowed).not.toContain(false);
    now += 1600;
    expect(sentence.swallows(press('j'))).toBe(false);
  });

  it.each([
    ['what was typed for it', 200, 'the'],
    ['nothing, where it comes when nobody waits for it any more', 1600, ''],
  ])('gives the field that comes late %s', (_what, later, given) => {
    let now = 0;
    const sentence = new Sentence(() => now);
    sentence.expect();
    for (const letter of 'the') sentence.swallows(press(letter));
    now += later;
    expect(sentence.takeAhead()).toBe(given);
    expect(sentence.takeAhead()).toBe('');
  });

  it('is nothing where nobody began one', () => {
    expect(new Sentence(() => 10).swallows(press('j'))).toBe(false);
  });
});
