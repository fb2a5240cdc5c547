import { compareTexts } from './compare-texts.ts';
import { countWords } from './count-words.ts';
import type { Range, Segment } from './segment.ts';

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
  const found = new RegExp(pattern, 'u').exec(text);
  return found === null ? null : [found.index, found.index + found[0].length];
}

function overlap([from, to]: Range, [start, end]: Range): Range | null {
  const both: Range = [Math.max(from, start), Math.min(to, end)];
  return both[0] < both[1] ? both : null;
}

/** Stretches of the text after that hold what stands in a stretch of the text before, moved paragraphs included. */
function kept(segments: readonly Segment[], before: string, after: string, at: Range): readonly Range[] {
  const origins = new Map(
    segments.filter((one) => one.kind === 'moved-from').map((one) => [one.pair, one.before]),
  );
  return segments.flatMap((one): readonly Range[] => {
    if (one.edits !== undefined) return kept(one.edits, before, after, at);
    const origin = one.kind === 'moved-to' ? (origins.get(one.pair) ?? null) : one.before;
    if (origin === null || one.after === null || (one.kind !== 'equal' && one.kind !== 'moved-to')) return [];
    const both = overlap(origin, at);
    if (both === null) return [];
    const found = findQuote(after.slice(...one.after), before.slice(...both));
    return found === null ? [] : [[one.after[0] + found[0], one.after[0] + found[1]]];
  });
}

/** Follows words of one text into a later one along their comparison. */
export function findAnchor(quote: string, before: string, after: string): Anchor {
  const at = findQuote(before, quote);
  const { segments } = compareTexts(before, after);
  const pieces = at === null ? [] : kept(segments, before, after, at);
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
