import { emojiSequence } from './emoji-sequence.ts';

const token = new RegExp(`${emojiSequence}|[\\p{L}\\p{N}\\p{M}]+|[ \\t\\r\\n]+(?!\\p{M})|[^]\\p{M}*`, 'gu');
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

/**
 * Splits a stretch of text into tokens that cover it wholly. A word is a run of letters, digits and the marks on them;
 * an emoji of several parts, and a sign with its marks, stay whole.
 */
export function splitWords(text: string, from = 0, to = text.length): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(from, to).matchAll(token)) {
    const start = from + match.index;
    const [said] = match;
    tokens.push({
      from: start,
      to: start + said.length,
      key: space.test(said) ? ' ' : said,
      isWord: word.test(said),
    });
  }
  return tokens;
}
