import type { ComparedText, Range } from './compared-text.ts';
import { isSpace } from './shared-ends.ts';
import { countWords } from './split-words.ts';

/** Where words that somebody commented on are in a later text. */
type Anchor =
  | { readonly standing: 'there'; readonly range: Range }
  /** Half of the words or more are left; the range covers them. */
  | { readonly standing: 'changed'; readonly range: Range }
  | { readonly standing: 'gone'; readonly range: null };

const gone: Anchor = { standing: 'gone', range: null };

/** What a regular expression takes for white space. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0xfeff || isSpace(code);
}

/** For each sign of a quote, how many of those up to it the quote begins with again (Knuth, Morris and Pratt 1977). */
function bordersOf(quote: string): Int32Array {
  const borders = new Int32Array(quote.length);
  for (let at = 1, length = 0; at < quote.length; at += 1) {
    while (length > 0 && quote[at] !== quote[length]) length = borders[length - 1] ?? 0;
    if (quote[at] === quote[length]) length += 1;
    borders[at] = length;
  }
  return borders;
}

/**
 * The first place of a quote in a text, whatever the spaces and line breaks between its words. Reads each sign of the
 * text once, also where the quote nearly stands in many places.
 */
export function findQuote(text: string, quote: string): Range | null {
  const said = quote.trim().replaceAll(/\s+/gu, ' ');
  if (said === '') return null;
  const borders = bordersOf(said);
  let matched = 0;
  const starts: number[] = [];
  for (let at = 0; at < text.length;) {
    starts.push(at);
    const sign = isBlank(text, at) ? ' ' : text[at];
    at += 1;
    while (sign === ' ' && isBlank(text, at)) at += 1;
    while (matched > 0 && sign !== said[matched]) matched = borders[matched - 1] ?? 0;
    if (sign === said[matched]) matched += 1;
    if (matched === said.length) return [starts.at(-matched) ?? 0, at];
  }
  return null;
}

function overlap([from, to]: Range, [start, end]: Range): Range | null {
  const both: Range = [Math.max(from, start), Math.min(to, end)];
  return both[0] < both[1] ? both : null;
}

/** Where the text after has what stands in a stretch of the text before, in moved paragraphs too. */
function remaining(compared: ComparedText, before: string, after: string, at: Range): readonly Range[] {
  return compared.paragraphs
    .flatMap(({ words }) => words)
    .flatMap((words): readonly Range[] => {
      if (words.kind !== 'same' || words.before === null || words.after === null) return [];
      const both = overlap(words.before, at);
      if (both === null) return [];
      const place = findQuote(after.slice(...words.after), before.slice(...both));
      return place === null ? [] : [[words.after[0] + place[0], words.after[0] + place[1]]];
    });
}

/** Follows words of one text into a later one along the comparison of the two. */
export function findAnchor(quote: string, before: string, after: string, compared: ComparedText): Anchor {
  const at = findQuote(before, quote);
  const pieces = at === null ? [] : remaining(compared, before, after, at);
  const left = pieces.reduce((sum, range) => sum + countWords(after, ...range), 0);
  const words = countWords(quote);
  const [from, to] = [
    Math.min(...pieces.map((piece) => piece[0])),
    Math.max(...pieces.map((piece) => piece[1])),
  ];
  if (pieces.length === 0 || left < words / 2) {
    const elsewhere = findQuote(after, quote);
    return elsewhere === null ? gone : { standing: 'there', range: elsewhere };
  }
  const same = findQuote(after.slice(from, to), quote) !== null && left >= words;
  return { standing: same ? 'there' : 'changed', range: [from, to] };
}
