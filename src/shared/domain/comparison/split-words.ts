const token = /[\p{L}\p{N}\p{M}]+|[ \t\r\n]+|[^]/gu;
const word = /^[\p{L}\p{N}\p{M}]/u;

/** One word, run of spaces, or other character, with its place. */
export interface Token {
  readonly from: number;
  readonly to: number;
  /** What it is compared by: any run of spaces and line breaks is one space. */
  readonly key: string;
  readonly isWord: boolean;
}

/** Splits a stretch of text into tokens that cover it wholly. A word is a run of letters, digits and marks. */
export function splitWords(text: string, from = 0, to = text.length): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(from, to).matchAll(token)) {
    const start = from + match.index;
    const [found] = match;
    const space = found.trimStart() === '' && /^[ \t\r\n]/.test(found);
    tokens.push({
      from: start,
      to: start + found.length,
      key: space ? ' ' : found,
      isWord: word.test(found),
    });
  }
  return tokens;
}
