import type { Element } from '@xmldom/xmldom';
import type { WordFile } from './open-word.ts';
import { wordParagraphs, type WordSurroundings } from './word-paragraphs.ts';
import { shownOf } from './word-runs.ts';
import { surroundingsOf } from './word-surroundings.ts';
import { childOf, childrenOf, nameOf, valueIn } from './word-xml.ts';

/** No table of evidence spans so many columns by one cell. */
const mostSpanned = 50;

/**
 * The rows of all tables of a Word file, tracked changes accepted. A cell that spans columns is followed by empty ones,
 * so that columns stay in their place; one merged downwards is empty below its first row. A table within a cell is text
 * of that cell.
 */
export function wordTables(file: WordFile): readonly (readonly string[])[] {
  const { surroundings } = surroundingsOf(file);
  const rows: string[][] = [];
  const walk = (element: Element): void => {
    for (const child of childrenOf(element)) {
      if (nameOf(child) === 'w:tr') {
        if (childOf(childOf(child, 'w:trPr'), 'w:del') === null) rows.push(cellsOf(child, surroundings));
      } else if (nameOf(child) === 'mc:AlternateContent') shownOf(child).forEach(walk);
      else walk(child);
    }
  };
  walk(file.body);
  return rows;
}

function empty(columns: string | null, but = 0): readonly string[] {
  const count = Math.min(mostSpanned, Math.max(0, Number(columns ?? 0) - but));
  return Array.from({ length: Number.isInteger(count) ? count : 0 }, () => '');
}

function cellsIn(element: Element): readonly Element[] {
  return childrenOf(element).flatMap((child) => {
    const name = nameOf(child);
    if (name === 'w:tc') return [child];
    return name === 'w:trPr' || name === 'w:tblPrEx' ? [] : cellsIn(child);
  });
}

function cellsOf(row: Element, surroundings: WordSurroundings): string[] {
  const before = empty(valueIn(childOf(row, 'w:trPr'), 'w:gridBefore'));
  const cells = cellsIn(row).flatMap((cell) => {
    const text = wordParagraphs(cell, surroundings)
      .map(({ runs }) =>
        runs
          .filter((run) => run.taken === null && !run.hidden)
          .map((run) => run.text)
          .join(''),
      )
      .join('\n')
      .trim();
    return [text, ...empty(valueIn(childOf(cell, 'w:tcPr'), 'w:gridSpan'), 1)];
  });
  return [...before, ...cells];
}
