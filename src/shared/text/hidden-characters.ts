import { emojiSequence } from './emoji-sequence.ts';

/** A character that a reader cannot see, with its place. */
interface HiddenCharacter {
  readonly at: number;
  /** "U+200B". */
  readonly code: string;
  readonly name: string;
}

/** First and last code point of each, by the name that people read. */
const hidden: readonly (readonly [first: number, last: number, name: string])[] = [
  [0x00, 0x08, 'control character'],
  [0x0b, 0x0c, 'control character'],
  [0x0e, 0x1f, 'control character'],
  [0x7f, 0x9f, 'control character'],
  [0xad, 0xad, 'soft hyphen'],
  [0x034f, 0x034f, 'combining grapheme joiner'],
  [0x061c, 0x061c, 'Arabic letter mark'],
  [0x115f, 0x1160, 'Hangul filler'],
  [0x180e, 0x180e, 'Mongolian vowel separator'],
  [0x200b, 0x200b, 'zero-width space'],
  [0x200c, 0x200c, 'zero-width non-joiner'],
  [0x200d, 0x200d, 'zero-width joiner'],
  [0x200e, 0x200e, 'left-to-right mark'],
  [0x200f, 0x200f, 'right-to-left mark'],
  [0x202a, 0x202a, 'left-to-right embedding'],
  [0x202b, 0x202b, 'right-to-left embedding'],
  [0x202c, 0x202c, 'pop directional formatting'],
  [0x202d, 0x202d, 'left-to-right override'],
  [0x202e, 0x202e, 'right-to-left override'],
  [0x2060, 0x2060, 'word joiner'],
  [0x2061, 0x2064, 'hidden mathematical sign'],
  [0x2066, 0x2066, 'left-to-right isolate'],
  [0x2067, 0x2067, 'right-to-left isolate'],
  [0x2068, 0x2068, 'first strong isolate'],
  [0x2069, 0x2069, 'pop directional isolate'],
  [0x206a, 0x206f, 'hidden formatting character'],
  [0x3164, 0x3164, 'Hangul filler'],
  [0xfeff, 0xfeff, 'zero-width no-break space'],
  [0xffa0, 0xffa0, 'Hangul filler'],
  [0xfff9, 0xfffb, 'hidden annotation character'],
  [0xe0000, 0xe007f, 'hidden tag character'],
];
const anyEmoji = new RegExp(emojiSequence, 'u');
const emojiOrCharacter = new RegExp(`${emojiSequence}|[^]`, 'gu');

/** Hidden and direction-changing characters in a text; a joiner or tag inside an emoji is no secret. */
export function hiddenCharacters(text: string): readonly HiddenCharacter[] {
  return [...text.matchAll(emojiOrCharacter)].flatMap((match): HiddenCharacter[] => {
    const [sign] = match;
    const point = sign.codePointAt(0) ?? 0;
    const known = hidden.find(([first, last]) => point >= first && point <= last);
    if (known === undefined || anyEmoji.test(sign)) return [];
    const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
    return [{ at: match.index, code, name: known[2] }];
  });
}
