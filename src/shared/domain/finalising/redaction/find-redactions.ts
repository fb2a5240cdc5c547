import { wordsOf } from '../passages.ts';
import type { Redaction } from './redacted-copy.ts';

/** Words to be taken out wherever they stand, with the reason. */
export interface RedactedTerm {
  readonly term: string;
  readonly reason: string;
}

/** A word without what surrounds it: quotes, stops, brackets and a final possessive. */
function bare(word: string): string {
  return word
    .toLocaleLowerCase('en-GB')
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/[’']s$/u, '');
}

/**
 * Everywhere that terms stand in passages, whatever their case, as words and not inside others: "Ann" is not in
 * "Annual". Terms of several words are found across a line's end.
 */
export function findRedactions(
  passages: readonly { readonly field: string; readonly text: string }[],
  terms: readonly RedactedTerm[],
): readonly Redaction[] {
  return passages.flatMap(({ field, text }) => {
    const words = wordsOf(text).map(bare);
    return terms.flatMap(({ term, reason }) => {
      const wanted = wordsOf(term.trim()).map(bare);
      if (wanted.every((word) => word === '')) return [];
      return words.flatMap((_word, from): Redaction[] =>
        wanted.every((word, at) => words[from + at] === word)
          ? [{ field, from, words: wanted.length, reason }]
          : [],
      );
    });
  });
}
