import { splitWords } from './split-words.ts';

/** Signs beyond ASCII that are common in prose and never part of a word or of an emoji. */
const plainSigns = new Set(
  '\u00A3\u2013\u2014\u2018\u2019\u201C\u201D\u2022\u2026'.split('').map((sign) => sign.charCodeAt(0)),
);

/** Words in a stretch of a text, as splitWords finds them, without making tokens where the text is plain. */
export function countWords(text: string, from = 0, to = text.length): number {
  let count = 0;
  let inside = false;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127 && !plainSigns.has(code))
      return splitWords(text, from, to).filter((token) => token.isWord).length;
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (isLetter && !inside) count += 1;
    inside = isLetter;
  }
  return count;
}
