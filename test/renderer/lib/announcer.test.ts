import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Announcer } from '../../../src/renderer/lib/announcer.ts';

/** What stood where screen readers find it, in order, without the moments in which nothing does. */
let heard: string[];
let announcer: Announcer;

beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  announcer = new Announcer((text) => {
    if (text !== '') heard.push(text);
  });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is said to screen readers', () => {
  it.each([
    ['one text, at once', ['Undone'], ['Undone']],
    ['two of the same moment', ['First criterion', '2 records came'], ['First criterion', '2 records came']],
    ['the same twice in a moment, once', ['Undone', 'Undone'], ['Undone']],
    ['of a key that is held down, the newest three', ['1', '2', '3', '4', '5'], ['3', '4', '5']],
  ])('is %s', (_case, said, expected) => {
    for (const text of said) announcer.say(text);
    vi.advanceTimersByTime(10_000);
    expect(heard).toEqual(expected);
  });

  it('stands for a second before the next takes its place, and is said again when it happens again', () => {
    announcer.say('Descriptor: good');
    vi.advanceTimersByTime(100);
    announcer.say('2 records came');
    vi.advanceTimersByTime(900);
    expect(heard).toEqual(['Descriptor: good']);
    vi.advanceTimersByTime(200);
    announcer.say('2 records came');
    vi.advanceTimersByTime(2000);
    expect(heard).toEqual(['Descriptor: good', '2 records came', '2 records came']);
  });
});
