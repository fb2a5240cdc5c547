import { bulletOf } from './bullet.ts';
import { mendLines } from './mend-lines.ts';
import type { PlacedLine } from './source-text.ts';

/** A line of a section, and whether a numbered paragraph begins on it. */
export interface SectionLine extends PlacedLine {
  readonly numbered: boolean;
}

/** How much of the usual width a line may leave free before it counts as ended early. */
const slack = 0.92;

/**
 * Lines of one section into paragraphs. A paragraph begins with a number or a bullet (both kept), after a blank line
 * where a sentence ended, and, in text without numbers, where a line that ends a sentence leaves room in which the next
 * line's first word would have stood.
 */
export function gatherParagraphs(lines: readonly SectionLine[]): readonly string[] {
  const width = usualWidth(lines);
  const paragraphs: string[][] = [];
  let open: string[] | null = null;
  let numbered = false;
  let blank = false;
  let before = '';
  for (const line of lines) {
    if (line.text === '') {
      blank = true;
      continue;
    }
    const marked = line.numbered || bulletOf(line.text) !== null;
    const ended =
      (endsSentence(before) && /^[\p{Lu}\p{N}‘“('"]/u.test(line.text)) || (blank && isItem(line.text));
    if (
      open === null ||
      marked ||
      (ended && (blank || (!numbered && endedEarly(before, line.text, width))))
    ) {
      open = [];
      paragraphs.push(open);
      numbered = line.numbered;
    }
    open.push(line.text);
    before = line.text;
    blank = false;
  }
  return paragraphs.map(mendLines);
}

/** "a) families", "(iv) schools": an item of a list within a paragraph. */
function isItem(line: string): boolean {
  return /^\(?(?:[a-z]{1,2}|[ivxl]{1,5})\)\s/iu.test(line);
}

/** Whether a line ends a sentence. */
export function endsSentence(line: string): boolean {
  return /[.?!:][’”)]*$/u.test(line);
}

function endedEarly(before: string, after: string, width: number): boolean {
  const word = after.split(' ', 1).join('');
  return before.length + 1 + word.length <= width * slack;
}

function usualWidth(lines: readonly SectionLine[]): number {
  const widths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.9)] ?? 0;
}
