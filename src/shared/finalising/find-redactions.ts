import { wordsOf } from './passages.ts';
import type { Redaction } from './passages.ts';

/** Words to be taken out wherever they stand, with the reason. */
export interface RedactedTerm {
  readonly term: string;
  readonly reason: string;
}

/** The words that stand between two spaces, in lower case: signs, brackets and a final possessive are no part of them. */
function parts(word: string): readonly string[] {
  return word
    .toLocaleLowerCase('en-GB')
    .replaceAll(/[’']s(?![\p{L}\p{N}])/gu, '')
    .split(/[^\p{L}\p{N}’']+/u)
    .map((part) => part.replaceAll(/^[’']+|(?<![’'])[’']+$/gu, ''))
    .filter((part) => part !== '');
}

/** A passage's words in order, each with the place, from 0, of what stands between two spaces around it. */
function placed(text: string): readonly { readonly part: string; readonly at: number }[] {
  return wordsOf(text).flatMap((word, at) => parts(word).map((part) => ({ part, at })));
}

/**
 * Everywhere that terms stand in passages, whatever their case, as words and not inside others: "Ann" is not in
 * "Annual". Whatever stands between two spaces goes as a whole: with "Ann", "Ann/Bob" and "Ann-Marie" go too. Terms of
 * several words are found across a line's end.
 */
export function findRedactions(
  passages: readonly { readonly field: string; readonly text: string }[],
  terms: readonly RedactedTerm[],
): readonly Redaction[] {
  return passages.flatMap(({ field, text }) => {
    const words = placed(text);
    return terms.flatMap(({ term, reason }) => {
      const wanted = placed(term).map(({ part }) => part);
      if (wanted.length === 0) return [];
      const found = words.flatMap(({ at: from }, place): Redaction[] => {
        const last = words[place + wanted.length - 1];
        return last !== undefined && wanted.every((part, step) => words[place + step]?.part === part)
          ? [{ field, from, words: last.at - from + 1, reason }]
          : [];
      });
      return found.filter((redaction, at) => at === 0 || redaction.from !== found[at - 1]?.from);
    });
  });
}
