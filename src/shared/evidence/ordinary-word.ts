import { ordinaryStems } from './ordinary-stems.ts';
import { knownTerms, sentenceOpeners } from './known-terms.ts';

/** Names that look like an ordinary word with an ending. */
const names = new Set(
  `billings browning canning childs cushing downing evens everly fielding golding grieves harding harkness mads manning
meeks mendes morales stallings waverly wilding withers`.split(/\s+/),
);
/** First parts of a word with a hyphen that stand for no word of their own. */
const prefixes = new Set([
  're',
  'co',
  'un',
  'non',
  'pre',
  'post',
  'ex',
  'e',
  'x',
  'sub',
  'semi',
  'anti',
  'mid',
]);
const noun = /^\p{L}{3,}(?:tion|sion)s?$/u;
/** An ending, what stands in its place in the stem, and how long the stem is at least. */
const endings: readonly (readonly [ending: string, stem: string, least: number])[] = [
  ['ies', 'y', 4],
  ['ied', 'y', 4],
  ['ily', 'y', 4],
  ['es', '', 4],
  ['s', '', 3],
  ['ed', '', 3],
  ['ed', 'e', 4],
  ['ing', '', 4],
  ['ing', 'e', 4],
  ['ly', '', 4],
  ['ness', '', 4],
];
const beginnings = ['un', 're', 'non', 'mis', 'dis'] as const;

function isKnown(word: string): boolean {
  return ordinaryStems.has(word) || sentenceOpeners.has(word) || knownTerms.has(word) || noun.test(word);
}

function* stemsOf(word: string, depth = 0): Generator<string> {
  for (const [ending, stem, least] of endings) {
    if (!word.endsWith(ending) || (ending.length < 3 && word.endsWith('ss'))) continue;
    const begun = word.slice(0, -ending.length);
    if (begun.length + stem.length >= least) yield begun + stem;
    // "planning", "referred"
    if ((ending === 'ing' || ending === 'ed') && stem === '' && /(.)\1$/u.test(begun))
      yield begun.slice(0, -1);
  }
  for (const beginning of beginnings)
    if (depth === 0 && word.startsWith(beginning) && word.length - beginning.length >= 4) {
      const rest = word.slice(beginning.length);
      yield rest;
      yield* stemsOf(rest, 1);
    }
}

function isOrdinaryPart(word: string): boolean {
  if (names.has(word)) return false;
  if (isKnown(word)) return true;
  for (const stem of stemsOf(word)) if (isKnown(stem)) return true;
  return false;
}

/**
 * Whether a word that begins a sentence is an ordinary one of English, by its stem; with hyphens, all parts. Words that
 * are names too ("Grace", "Mark", "Baker") are not.
 */
export function isOrdinaryWord(word: string): boolean {
  const parts = word.toLowerCase().split('-');
  return parts.every((part, at) => isOrdinaryPart(part) || (at < parts.length - 1 && prefixes.has(part)));
}
