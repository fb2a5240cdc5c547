import type { Document } from '@xmldom/xmldom';
import { childOf, childrenOf } from './open-word.ts';
import type { WordParagraph } from './word-runs.ts';
import type { PlacedLine, SourceText } from '../../../shared/report/source-text.ts';

/** For a list's id and level, what is printed before an item: numbers, or the mark of a bullet. */
type ListFormats = (id: string, level: number) => 'number' | 'bullet';

/** Reads from numbering.xml which lists are numbered. */
export function listFormats(numbering: Document | null): ListFormats {
  const root = numbering?.documentElement ?? null;
  const formats = new Map<string, 'number' | 'bullet'>();
  for (const one of root === null ? [] : childrenOf(root)) {
    if (one.nodeName !== 'w:abstractNum') continue;
    for (const level of childrenOf(one).filter((child) => child.nodeName === 'w:lvl')) {
      const format = childOf(level, 'w:numFmt')?.getAttribute('w:val') === 'bullet' ? 'bullet' : 'number';
      formats.set(
        `${one.getAttribute('w:abstractNumId') ?? ''}/${level.getAttribute('w:ilvl') ?? '0'}`,
        format,
      );
    }
  }
  const abstracts = new Map(
    (root === null ? [] : childrenOf(root))
      .filter((child) => child.nodeName === 'w:num')
      .map((child) => [
        child.getAttribute('w:numId') ?? '',
        childOf(child, 'w:abstractNumId')?.getAttribute('w:val') ?? '',
      ]),
  );
  return (id, level) => formats.get(`${abstracts.get(id) ?? ''}/${level}`) ?? 'bullet';
}

/**
 * The lines of a document where the tracked changes of these authors are accepted and all others rejected: a line a
 * paragraph with a blank line after it, list numbers counted as Word prints them, the first row of a table joined
 * ("Judgement Grade"), other cells a line each.
 */
export function wordLines(
  paragraphs: readonly WordParagraph[],
  accepted: ReadonlySet<string>,
  formats: ListFormats,
): SourceText {
  const lines: PlacedLine[] = [];
  const counts = new Map<string, number>();
  const say = (text: string): void => {
    for (const part of text.split('\n')) lines.push({ page: 1, line: lines.length + 1, text: part.trim() });
    lines.push({ page: 1, line: lines.length + 1, text: '' });
  };
  let gathered = '';
  let header = '';
  let tables = 0;
  paragraphs.forEach((paragraph, at) => {
    const text = paragraph.runs
      .filter(
        (run) =>
          (run.written === null || accepted.has(run.written.author)) &&
          (run.taken === null || !accepted.has(run.taken.author)),
      )
      .map((run) => run.text)
      .join('');
    const runsOn =
      (paragraph.endWritten !== null && !accepted.has(paragraph.endWritten.author)) ||
      (paragraph.endTaken !== null && accepted.has(paragraph.endTaken.author));
    gathered += text;
    if (runsOn && paragraphs[at + 1] !== undefined) return;
    const whole = gathered;
    gathered = '';
    if (whole.trim() === '') return;
    if (paragraph.cell > 0) {
      if (paragraph.cell === 1 && paragraphs[at - 1]?.cell === 0) tables = paragraph.row;
      if (paragraph.row !== tables) {
        cell(whole);
        return;
      }
      header = `${header} ${whole.trim()}`.trim();
      if (paragraphs[at + 1]?.row !== paragraph.row) {
        cell(header);
        header = '';
      }
      return;
    }
    say(`${markOf(paragraph, counts, formats)}${whole}`);
  });
  return { lines };

  function cell(text: string): void {
    lines.push({ page: 1, line: lines.length + 1, text: text.replaceAll(/\s+/g, ' ').trim() });
  }
}

function markOf(paragraph: WordParagraph, counts: Map<string, number>, formats: ListFormats): string {
  const { list } = paragraph;
  if (list === null) return '';
  if (formats(list.id, list.level) === 'bullet') return '\u25FC ';
  const key = `${list.id}/${list.level}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  return `${counts.get(key) ?? 1}. `;
}
