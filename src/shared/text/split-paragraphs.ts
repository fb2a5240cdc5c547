import { isSpace } from './shared-ends.ts';
import { countWords, splitWords, type Token } from './split-words.ts';

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

/** How a list item begins, behind white space. */
const item = /(?:[-*•◼▪–]|\d{1,3}\.|[a-z]\))\s/uy;
const unevenSpace = /[\t\r\n]| {2}/;
/** What splitWords takes for one space. */
const spaces = /[ \t\r\n]+(?!\p{M})/gu;

/** Where a line first has something that is no white space, up to `end`. */
function firstSign(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function isItem(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && (text.charCodeAt(at) === 0xfeff || isSpace(text.charCodeAt(at)))) at += 1;
  item.lastIndex = at;
  return item.test(text) && item.lastIndex <= end;
}

/**
 * Splits a text, or the stretch of it from one line to another, into paragraphs that cover it wholly; a text of spaces
 * alone is one paragraph, an empty one none.
 */
export function splitParagraphs(
  text: string,
  { from, to, number }: Pick<Paragraph, 'from' | 'to' | 'number'> = { from: 0, to: text.length, number: 1 },
): readonly Paragraph[] {
  if (from >= to) return [];
  const starts: { at: number; apart: boolean }[] = [];
  let inside = false;
  for (let offset = from; offset < to;) {
    const feed = text.indexOf('\n', offset);
    const end = feed < 0 || feed > to ? to : feed;
    const isBlank = firstSign(text, offset, end) === end;
    if (!isBlank && (!inside || isItem(text, offset, end))) starts.push({ at: offset, apart: !inside });
    inside = !isBlank;
    offset = end + 1;
  }
  const [first = { at: from, apart: true }, ...rest] = starts;
  return [{ ...first, at: from }, ...rest].map(({ at, apart }, index) =>
    paragraphAt(text, { number: number + index, from: at, to: rest[index]?.at ?? to, apart }),
  );
}

/** The paragraph that stands at a stretch of a text. */
export function paragraphAt(
  text: string,
  place: Pick<Paragraph, 'number' | 'from' | 'to' | 'apart'>,
): Paragraph {
  const { from, to } = place;
  const end = endOfWords(text, from, to);
  const start = firstSign(text, from, end);
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
  #key: string | null = null;
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
  }

  get key(): string {
    if (this.#key === null) {
      const said = this.text.slice(this.start, this.end);
      this.#key = unevenSpace.test(said) ? said.replaceAll(spaces, ' ') : said;
    }
    return this.#key;
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
  while (end > from && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return end;
}
