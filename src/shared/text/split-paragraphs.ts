import { countWords } from './count-words.ts';
import { splitWords, type Token } from './split-words.ts';

/** One paragraph: the lines up to the next blank line or list item, with the blank lines after it. */
export interface Paragraph {
  /** The text that it stands in. */
  readonly text: string;
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

const unevenSpace = /[\t\r\n]| {2}/;
/** What splitWords takes for one space. */
const spaces = /[ \t\r\n]+(?!\p{M})/gu;

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
  return new PlacedParagraph(text, place, start, end);
}

/** Most paragraphs of two revisions are the same: their words are cut only where somebody asks for them. */
class PlacedParagraph implements Paragraph {
  readonly text: string;
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly apart: boolean;
  readonly start: number;
  readonly end: number;
  readonly key: string;
  #tokens: readonly Token[] | null = null;
  #words: number | null = null;

  constructor(
    text: string,
    place: Pick<Paragraph, 'number' | 'from' | 'to' | 'apart'>,
    start: number,
    end: number,
  ) {
    this.number = place.number;
    this.from = place.from;
    this.to = place.to;
    this.apart = place.apart;
    this.start = start;
    this.end = end;
    this.text = text;
    const said = text.slice(start, end);
    this.key = unevenSpace.test(said) ? said.replaceAll(spaces, ' ') : said;
  }

  get tokens(): readonly Token[] {
    return (this.#tokens ??= splitWords(this.text, this.start, this.end));
  }

  get words(): number {
    return (this.#words ??= countWords(this.text, this.start, this.end));
  }
}

function endOfWords(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && !/[\S\uFEFF]/u.test(text.charAt(end - 1))) end -= 1;
  return end;
}
