import { splitWords, type Token } from './split-words.ts';

/** One paragraph: the lines up to the next blank line or list item, with the blank lines after it. */
export interface Paragraph {
  /** 1 for the first. */
  readonly number: number;
  readonly from: number;
  /** Where its words begin, after blank lines and indentation. */
  readonly start: number;
  /** Where its words end; spaces and line breaks follow up to `to`. */
  readonly end: number;
  readonly to: number;
  /** From `start` to `end`. */
  readonly tokens: readonly Token[];
  /** Its words and signs with single spaces: equal keys are the same paragraph but for reflow. */
  readonly key: string;
  readonly words: number;
  /** Whether a blank line, and not only a list item's sign, parts it from the one before. */
  readonly apart: boolean;
}

const item = /^\s*(?:[-*•◼▪–]|\d{1,3}\.|[a-z]\))\s/u;
/** White space at either end; U+FEFF, which nobody sees, is a character like others. */
const leading = /^[^\S\uFEFF]+/u;
const onlySpace = /^[^\S\uFEFF]*$/u;

/** Splits a text into paragraphs that cover it wholly; a text of spaces alone is one paragraph, an empty one none. */
export function splitParagraphs(text: string): readonly Paragraph[] {
  const starts: { at: number; apart: boolean }[] = [];
  let offset = 0;
  let inside = false;
  for (const line of text.split('\n')) {
    const blank = onlySpace.test(line);
    if (!blank && (!inside || item.test(line))) starts.push({ at: offset, apart: !inside });
    inside = !blank;
    offset += line.length + 1;
  }
  if (text === '') return [];
  const [first = { at: 0, apart: true }, ...rest] = starts;
  return [{ ...first, at: 0 }, ...rest].map(({ at, apart }, index) =>
    paragraphAt(text, { number: index + 1, from: at, to: rest[index]?.at ?? text.length, apart }),
  );
}

/** The paragraph that stands at a stretch of a text. */
export function paragraphAt(
  text: string,
  place: Pick<Paragraph, 'number' | 'from' | 'to' | 'apart'>,
): Paragraph {
  const { from, to } = place;
  const end = endOfWords(text, from, to);
  const start = Math.min(end, from + (leading.exec(text.slice(from, to))?.[0].length ?? 0));
  const tokens = splitWords(text, start, end);
  const key = tokens.map((token) => token.key).join('');
  return { ...place, start, end, tokens, key, words: tokens.filter((token) => token.isWord).length };
}

function endOfWords(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && !/[\S\uFEFF]/u.test(text.charAt(end - 1))) end -= 1;
  return end;
}
