import type { Element } from '@xmldom/xmldom';
import { childOf, childrenOf } from './open-word.ts';
import { within } from '../bounds/document-bounds.ts';

/** Who tracked a change, and when (ISO, as the file claims; empty where it does not say). */
export interface TrackedBy {
  readonly author: string;
  readonly at: string;
}

/** A stretch of text, with who wrote it or took it out where that was tracked. */
interface WordRun {
  readonly text: string;
  readonly written: TrackedBy | null;
  readonly taken: TrackedBy | null;
  /** Ids of the comments that it lies under. */
  readonly comments: readonly string[];
}

/** One paragraph: its runs, its place in a list, and the tracked change of its end. */
export interface WordParagraph {
  readonly runs: readonly WordRun[];
  readonly list: { readonly id: string; readonly level: number } | null;
  readonly endWritten: TrackedBy | null;
  readonly endTaken: TrackedBy | null;
  /** 1 for the first cell of a table's row, counted; 0 outside tables. */
  readonly cell: number;
  /** Counts tables and rows from 1, so that cells of one row are known. */
  readonly row: number;
}

interface Around {
  readonly written: TrackedBy | null;
  readonly taken: TrackedBy | null;
}

const written = new Set(['w:ins', 'w:moveTo']);
const taken = new Set(['w:del', 'w:moveFrom']);

function trackedBy(element: Element): TrackedBy {
  return {
    author: element.getAttribute('w:author') ?? 'Someone unnamed',
    at: element.getAttribute('w:date') ?? '',
  };
}

/** All paragraphs of a body in reading order, those of table cells included; nothing that holds text is left out. */
export function wordParagraphs(body: Element): readonly WordParagraph[] {
  const found: WordParagraph[] = [];
  /** Shared by all runs under the same comments. */
  let open: readonly string[] = [];
  let rows = 0;

  const runsOf = (element: Element, around: Around, runs: WordRun[]): void => {
    for (const child of childrenOf(element)) {
      const name = child.nodeName;
      if (name === 'w:commentRangeStart') {
        open = [...new Set([...open, child.getAttribute('w:id') ?? ''])];
        within('comments', open.length);
      } else if (name === 'w:commentRangeEnd')
        open = open.filter((id) => id !== (child.getAttribute('w:id') ?? ''));
      else if (written.has(name)) runsOf(child, { ...around, written: trackedBy(child) }, runs);
      else if (taken.has(name)) runsOf(child, { ...around, taken: trackedBy(child) }, runs);
      else if (name === 'w:t' || name === 'w:delText')
        runs.push({ text: child.textContent ?? '', ...around, comments: open });
      else if (name === 'w:tab' && element.nodeName === 'w:r')
        runs.push({ text: ' ', ...around, comments: open });
      else if (name === 'w:br' || name === 'w:cr') runs.push({ text: '\n', ...around, comments: open });
      else if (name === 'w:noBreakHyphen') runs.push({ text: '\u2011', ...around, comments: open });
      else if (name !== 'w:pPr' && name !== 'w:rPr' && name !== 'w:p') runsOf(child, around, runs);
      else if (name === 'w:p') paragraph(child, 0);
    }
  };
  const paragraph = (element: Element, cell: number): void => {
    const settings = childOf(element, 'w:pPr');
    const end = childOf(settings, 'w:rPr');
    const [endWritten, endTaken] = [childOf(end, 'w:ins'), childOf(end, 'w:del')];
    const numbered = childOf(settings, 'w:numPr');
    const id = childOf(numbered, 'w:numId')?.getAttribute('w:val') ?? null;
    const level = Number(childOf(numbered, 'w:ilvl')?.getAttribute('w:val') ?? 0);
    const runs: WordRun[] = [];
    runsOf(element, { written: null, taken: null }, runs);
    found.push({
      runs,
      list: id === null || id === '0' ? null : { id, level },
      endWritten: endWritten === null ? null : trackedBy(endWritten),
      endTaken: endTaken === null ? null : trackedBy(endTaken),
      cell,
      row: cell === 0 ? 0 : rows,
    });
  };
  const blocks = (element: Element, cell: number): void => {
    for (const child of childrenOf(element)) {
      if (child.nodeName === 'w:p') paragraph(child, cell);
      else if (child.nodeName === 'w:tr') {
        rows += 1;
        childrenOf(child)
          .filter((child) => child.nodeName === 'w:tc')
          .forEach((child, at) => {
            blocks(child, at + 1);
          });
      } else blocks(child, cell);
    }
  };
  blocks(body, 0);
  return found;
}
