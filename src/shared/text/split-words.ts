import { emojiSequence } from './emoji-sequence.ts';

const token = new RegExp(
  `^(?:${emojiSequence}|[\\p{L}\\p{N}\\p{M}]+|[ \\t\\r\\n]+(?!\\p{M})|[^]\\p{M}*)`,
  'u',
);
const word = /^[\p{L}\p{N}]/u;
const space = /^[ \t\r\n]+$/u;

/** One word, run of spaces, or other character, with its place. */
export interface Token {
  readonly from: number;
  readonly to: number;
  /** What it is compared by: any run of spaces and line breaks is one space. */
  readonly key: string;
  readonly isWord: boolean;
}

/** Signs beyond ASCII that are common in prose and never part of a word or of an emoji. */
const plainSigns = new Set(
  '\u00A3\u2013\u2014\u2018\u2019\u201C\u201D\u2022\u2026'.split('').map((sign) => sign.charCodeAt(0)),
);

const [other, letter, blank] = [0, 1, 2];
/** What each ASCII character is part of. */
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const said = String.fromCharCode(code);
  return /[0-9A-Za-z]/.test(said) ? letter : /[ \t\r\n]/.test(said) ? blank : other;
});
const letters = kinds.map((kind) => (kind === letter ? 1 : 0));

/** Where the plain token at a place ends; -1 where characters beyond prose in English decide. */
function plainEnd(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at);
  if (code > 127 && !plainSigns.has(code)) return -1;
  const kind = kinds[code] ?? other;
  let end = at + 1;
  if (kind !== other) while (end < to && kinds[text.charCodeAt(end)] === kind) end += 1;
  if (end === to) return end;
  const next = text.charCodeAt(end);
  return next < 128 || plainSigns.has(next) ? end : -1;
}

/** The token at the head of a text, by the rules of Unicode. */
function tokenAt(text: string): Pick<Token, 'key' | 'isWord'> & { readonly length: number } {
  const said = token.exec(text)?.[0] ?? '';
  return { length: said.length, key: space.test(said) ? ' ' : said, isWord: word.test(said) };
}

/**
 * Splits a stretch of text into tokens that cover it wholly. A word is a run of letters, digits and the marks on them;
 * an emoji of several parts, and a sign with its marks, stay whole.
 */
export function splitWords(text: string, from = 0, to = text.length): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = from; at < to;) {
    const end = plainEnd(text, at, to);
    if (end < 0) {
      const { length, key, isWord } = tokenAt(text.slice(at, to));
      tokens.push({ from: at, to: at + length, key, isWord });
      at += length;
    } else {
      const kind = kinds[text.charCodeAt(at)] ?? other;
      tokens.push({
        from: at,
        to: end,
        key: kind === blank ? ' ' : text.slice(at, end),
        isWord: kind === letter,
      });
      at = end;
    }
  }
  return tokens;
}

/** Where each word and sign of a text begins: the tokens of splitWords but for spaces, without making any. */
export function wordStarts(text: string): Int32Array {
  const starts = new Int32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length;) {
    const plain = plainEnd(text, at, text.length);
    const odd = plain < 0 ? tokenAt(text.slice(at)) : null;
    if (odd === null ? kinds[text.charCodeAt(at)] !== blank : odd.key !== ' ') {
      starts[count] = at;
      count += 1;
    }
    at = odd === null ? plain : at + odd.length;
  }
  return starts.slice(0, count);
}

/** Where the plain token that ends before a place begins; what stands before `least` is decided. */
function plainBegin(text: string, end: number, least: number): number {
  let at = Math.max(least, end - 1);
  const kind = kinds[text.charCodeAt(at)] ?? other;
  while (kind !== other && at > least && kinds[text.charCodeAt(at - 1)] === kind) at -= 1;
  return at;
}

/** Words in a stretch of a text, as splitWords finds them, without making tokens where the text is plain. */
export function countWords(text: string, from = 0, to = text.length): number {
  let [count, isInside, decided] = [0, 0, from];
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      const isLetter = letters[code] ?? 0;
      count += isLetter & ~isInside;
      isInside = isLetter;
    } else if (plainSigns.has(code)) isInside = 0;
    else {
      // The token before goes on here, or ends otherwise than a plain one.
      const begun = plainBegin(text, at, decided);
      const { length, isWord } = tokenAt(text.slice(begun, to));
      count += (isWord ? 1 : 0) - isInside;
      decided = begun + length;
      at = decided - 1;
      isInside = 0;
    }
  }
  return count;
}
