import { splitWords, type Token } from './split-words.ts';

/** One paragraph: the lines up to the next blank line or list item, with the blank lines after it. */
export interface Paragraph {
  /** 1 for the first. */
  readonly number: number;
  readonly from: number;
  /** Where its words end; spaces and line breaks follow up to `to`. */
  readonly end: number;
  readonly to: number;
  readonly tokens: readonly Token[];
  /** Its words and signs with single spaces: equal keys are the same paragraph but for reflow. */
  readonly key: string;
  readonly words: number;
}

const item = /^\s*(?:[-*•◼▪–]|\d{1,3}\.|[a-z]\))\s/u;

/** Splits a text into paragraphs that cover it wholly; a text of spaces alone is one paragraph, an empty one none. */
export function splitParagraphs(text: string): readonly Paragraph[] {
  const starts: number[] = [];
  let offset = 0;
  let inside = false;
  for (const line of text.split('\n')) {
    const blank = line.trim() === '';
    if (!blank && (!inside || item.test(line))) starts.push(offset);
    inside = !blank;
    offset += line.length + 1;
  }
  if (text === '') return [];
  if (starts.length === 0) starts.push(0);
  starts[0] = 0;
  return starts.map((from, index) => paragraph(text, index + 1, from, starts[index + 1] ?? text.length));
}

function paragraph(text: string, number: number, from: number, to: number): Paragraph {
  const end = from + text.slice(from, to).trimEnd().length;
  const tokens = splitWords(text, from, end);
  const key = tokens
    .map((token) => token.key)
    .join('')
    .trim();
  return { number, from, end, to, tokens, key, words: tokens.filter((token) => token.isWord).length };
}
