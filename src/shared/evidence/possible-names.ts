import { splitSentences } from '../text/split-sentences.ts';
import { knownTerms } from './known-terms.ts';
import { isOrdinaryWord } from './ordinary-word.ts';

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

/** Initials with their stops, alone or before a surname: "A.B.", "J. K. Patel". */
const initials =
  /(?<![\p{L}\p{N}.])(?:\p{Lu}\.[ \u00A0]?)*\p{Lu}\.(?:[ \u00A0]?\p{Lu}[\p{L}\p{M}]+(?:['’-]\p{L}+)*)?/gu;
/** Short forms that are written with stops too. */
const shortForms = new Set([
  'eg',
  'ie',
  'nb',
  'uk',
  'us',
  'am',
  'pm',
  'pa',
  'ps',
  'cv',
  'gp',
  'gps',
  ...knownTerms,
]);
/** What somebody is called, also written small: "known as smiley", "calls himself ‘jj’". */
const nickname =
  /\b(?:known as|nicknamed|nickname (?:is|was)|goes by|answers to|(?:is|was) called|calls? (?:him|her|them)(?:self|selves)?|call me)[ \u00A0]+[“"‘']?(\p{Ll}[\p{L}\p{M}]*(?:['’-]\p{L}+)*)/giu;
/** Before a single letter: what children, adults and teams without a name are called by. */
const coded =
  /\b(?:child|children|young person|sibling|family|parent|mother|father|carer|worker|team|case|group|section|part|appendix|annex|category|grade|level|option|plan|year|class|type|unit|room|site|home|school|vitamin|hepatitis)s?[ \u00A0]+(?:\p{Lu}(?:,[ \u00A0]| and | or ))*$/iu;
/** Given names that are ordinary words, which what a person does makes a name again: "Hope said". */
const named = new Set(
  `amber april autumn bill chance charity dawn daisy dean drew eve faith frank gene grace grant guy harmony hazel heather holly
hope iris ivy jack jade june joy lily mark max may miles olive pat patience pearl pepper poppy precious ray rob robin rose ruby
sandy scarlet sky star storm sue summer victor violet will`.split(/\s+/),
);
/** Titles before a term make it a person's name, whatever else it is. */
export const titled = /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Sir|Dame)\.?\s+$/u;
const acts =
  /^[ \u00A0]+(?:said|says|told|tells|asked|asks|felt|feels|knows|knew|thinks|thought|wants|wanted|likes|liked|loves|loved|lives|lived|goes|went|came|comes|spoke|speaks|explained|described|who|and \p{Lu}\p{Ll})\b/u;

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
      const start = from + match.index;
      const opens = first || /(?:[:“"(]\s*|(?:^|\s)['‘])$/u.test(text.slice(Math.max(0, start - 3), start));
      first = false;
      const [found] = match;
      return /^\p{Lu}/u.test(found) ? [{ from: start, to: start + found.length, text: found, opens }] : [];
    });
  });
}

/** Initials, and what somebody is called by where that is no ordinary word; a short form is one with no term. */
function otherwiseCalled(text: string, frameworkWords: ReadonlySet<string>): readonly PossibleName[] {
  const letters = [...text.matchAll(initials)].flatMap(({ index, 0: found }) => {
    const letters = found.replaceAll(/[^\p{L}]/gu, '').toLowerCase();
    const endsSentence =
      /^\p{Lu}\.$/u.test(found) && !/^[ \u00A0]\p{Ll}/u.test(text.slice(index + found.length));
    if (endsSentence || coded.test(text.slice(Math.max(0, index - 40), index))) return [];
    return [{ from: index, to: index + found.length, term: shortForms.has(letters) ? '' : found.trim() }];
  });
  const nicknames = [...text.matchAll(nickname)].flatMap(({ index, 0: found, 1: term = '' }) =>
    isOrdinaryWord(term) || frameworkWords.has(term.toLowerCase())
      ? []
      : [{ from: index + found.length - term.length, to: index + found.length, term }],
  );
  return [...letters, ...nicknames];
}

/**
 * Terms that may be people's names: any capitalised word inside a sentence that no framework writes with a capital and
 * that is in no gazetteer or allow-list; at its beginning any that is no ordinary word of English, and a given name that is
 * one where a person's doing follows ("Hope said"); initials; and what somebody is called. Words that touch are one term
 * ("Amina Begum"). Better a question too many: in inspection evidence people appear by role or code.
 */
export function possibleNames(
  text: string,
  vocabularyOfFramework: ReadonlySet<string>,
  allowed: ReadonlySet<string>,
): readonly PossibleName[] {
  const called = otherwiseCalled(text, vocabularyOfFramework);
  const suspects = capitalised(text).filter(({ text: term, opens, from, to }) => {
    const written = withoutPossessive(term);
    const plain = written.toLowerCase();
    if (called.some((other) => other.from <= from && to <= other.to)) return false;
    if (titled.test(text.slice(Math.max(0, from - 12), from))) return !allowed.has(plain);
    if (opens && named.has(plain) && acts.test(text.slice(to))) return !allowed.has(plain);
    if (abbreviation.test(term) || allowed.has(plain)) return false;
    if (knownTerms.has(plain) || knownTerms.has(plain.replace(/s$/u, ''))) return false;
    if (/^\p{Lu}$/u.test(term) && coded.test(text.slice(Math.max(0, from - 40), from))) return false;
    if (opens && isOrdinaryWord(plain)) return false;
    return !vocabularyOfFramework.has(opens ? plain : written);
  });
  const terms: PossibleName[] = [];
  for (const { from, to } of suspects) {
    const last = terms.at(-1);
    if (last !== undefined && /^[ \u00A0]$/u.test(text.slice(last.to, from)))
      terms[terms.length - 1] = { from: last.from, to, term: text.slice(last.from, to) };
    else terms.push({ from, to, term: text.slice(from, to) });
  }
  return [...terms, ...called]
    .toSorted((a, b) => a.from - b.from)
    .map((possible) => ({ ...possible, term: withoutPossessive(possible.term) }))
    .filter(({ term }) => term !== '' && !allowed.has(term.toLowerCase()));
}
