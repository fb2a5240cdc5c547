import type { ComparedText, Range } from './compared-text.ts';
import { countWords } from './split-words.ts';

/** Where words that somebody commented on are in a later text. */
type Anchor =
  | { readonly standing: 'there'; readonly range: Range }
  /** Half of the words or more are left; the range covers them. */
  | { readonly standing: 'changed'; readonly range: Range }
  | { readonly standing: 'gone'; readonly range: null };

const gone: Anchor = { standing: 'gone', range: null };

/** The first place of a quote in a text, whatever the spaces and line breaks between its words. */
function findQuote(text: string, quote: string): Range | null {
  const words = quote.trim().split(/\s+/u);
  if (words.length === 0 || words[0] === '') return null;
  const pattern = words.map((word) => word.replaceAll(/[\^$\\.*+?()[\]{}|/]/gu, '\\$&')).join('\\s+');
  const match = new RegExp(pattern, 'u').exec(text);
  return match === null ? null : [match.index, match.index + match[0].length];
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
