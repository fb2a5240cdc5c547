import { splitSentences } from '../text/split-sentences.ts';
import { knownTerms, sentenceOpeners } from './known-terms.ts';

/** A capitalised term that may be somebody's name. */
interface PossibleName {
  readonly from: number;
  readonly to: number;
  readonly term: string;
}

/** A word with its apostrophes and hyphens: "O'Brien", "Abdul-Rahman", "N'Dour". */
const word = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;
/** Codes of notes, abbreviations in capitals of up to five letters, and what follows a numeral are no names. */
const abbreviation = /^\p{Lu}{2,5}s?$/u;

/**
 * The words of some texts, in lower case and, where they stand there with a capital, also so: what a framework says is
 * nobody's name, but one that writes only "hope" says nothing of Hope.
 */
export function vocabulary(texts: readonly string[]): ReadonlySet<string> {
  const words = texts.flatMap((text) => text.match(word) ?? []).map(withoutPossessive);
  return new Set(words.flatMap((word) => [word, word.toLowerCase()]));
}

/** Words that some texts write small: whatever is written small somewhere is an ordinary word. */
export function writtenSmall(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.match(word) ?? []).filter((word) => /^\p{Ll}/u.test(word)));
}

function withoutPossessive(text: string): string {
  return text.replace(/['’]s$/u, '');
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly opens: boolean;
}

function capitalised(text: string): readonly Found[] {
  return splitSentences(text).flatMap(([from, to]) => {
    let first = true;
    return [...text.slice(from, to).matchAll(word)].flatMap((match): Found[] => {
      const opens =
        first || /[:“"‘(]\s*$/u.test(text.slice(Math.max(0, from + match.index - 2), from + match.index));
      first = false;
      const start = from + match.index;
      const [found] = match;
      return /^\p{Lu}/u.test(found) ? [{ from: start, to: start + found.length, text: found, opens }] : [];
    });
  });
}

/**
 * Terms that may be people's names: any capitalised word inside a sentence that no framework writes with a capital and
 * that is in no gazetteer or allow-list, and at its beginning any that is not a usual one there either. Words that touch are one term ("Amina
 * Begum"). Better a question too many: in inspection evidence people appear by role or code.
 */
export function possibleNames(
  text: string,
  vocabularyOfFramework: ReadonlySet<string>,
  allowed: ReadonlySet<string>,
): readonly PossibleName[] {
  const suspects = capitalised(text).filter(({ text: term, opens }) => {
    const written = withoutPossessive(term);
    const plain = written.toLowerCase();
    if (abbreviation.test(term) || knownTerms.has(plain) || allowed.has(plain)) return false;
    if (opens && sentenceOpeners.has(plain)) return false;
    return !vocabularyOfFramework.has(opens ? plain : written);
  });
  const terms: PossibleName[] = [];
  for (const { from, to } of suspects) {
    const last = terms.at(-1);
    if (last !== undefined && /^[ \u00A0]$/u.test(text.slice(last.to, from)))
      terms[terms.length - 1] = { from: last.from, to, term: text.slice(last.from, to) };
    else terms.push({ from, to, term: text.slice(from, to) });
  }
  return terms
    .map((possible) => ({ ...possible, term: withoutPossessive(possible.term) }))
    .filter(({ term }) => !allowed.has(term.toLowerCase()));
}
