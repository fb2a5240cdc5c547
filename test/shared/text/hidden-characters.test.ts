import { describe, expect, test } from 'vitest';
import { hiddenCharacters } from '../../../src/shared/text/hidden-characters.ts';

describe('hiddenCharacters', () => {
  test.each([
    ['a soft hyphen', 'co\u00ADoperate', 2, 'U+00AD', 'soft hyphen'],
    ['a zero-width space', 'a\u200Bb', 1, 'U+200B', 'zero-width space'],
    ['a zero-width joiner between letters', 'a\u200Db', 1, 'U+200D', 'zero-width joiner'],
    ['a right-to-left override', 'ab\u202Ecd', 2, 'U+202E', 'right-to-left override'],
    ['an isolate', '\u2066ab', 0, 'U+2066', 'left-to-right isolate'],
    ['a byte order mark at the end', 'ab\uFEFF', 2, 'U+FEFF', 'zero-width no-break space'],
    ['a control character', 'a\u0000b', 1, 'U+0000', 'control character'],
    ['a filler that looks like nothing', 'a\u3164b', 1, 'U+3164', 'Hangul filler'],
    ['a tag after an emoji that is no flag', '😀\u{E0041}', 2, 'U+E0041', 'hidden tag character'],
  ])('finds %s at its place', (_, text, at, code, name) => {
    expect(hiddenCharacters(text)).toEqual([{ at, code, name }]);
  });

  test('finds each of several', () => {
    expect(hiddenCharacters('\u200B😀\u200Ba\u200B').map((character) => character.at)).toEqual([0, 3, 5]);
  });

  test.each([
    ['plain prose on two lines', 'Good help.\r\n\tFor all: “yes” – now.'],
    ['non-breaking spaces and accents', 'na\u00EFve cafe\u0301 10\u00A0%'],
    ['right-to-left words', 'שלום مرحبا'],
    ['a family', '👨‍👩‍👧‍👦'],
    ['a person with a skin tone and red hair', '👩🏽‍🦰'],
    ['a heart on fire', '❤️‍🔥'],
    ['the flag of England', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
  ])('finds none in %s', (_, text) => {
    expect(hiddenCharacters(text)).toEqual([]);
  });
});
