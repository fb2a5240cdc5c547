import type { Element } from '@xmldom/xmldom';
import { childrenOf } from './open-word.ts';
import { wordParagraphs } from './word-runs.ts';

/**
 * The rows of all tables of a Word file, tracked changes accepted. A cell that spans columns is followed by empty ones,
 * so that columns stay in their place; one merged downwards is empty below its first row.
 */
export function wordTables(body: Element): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const walk = (element: Element): void => {
    for (const child of childrenOf(element)) {
      if (child.nodeName === 'w:tr') rows.push(cellsOf(child));
      else walk(child);
    }
  };
  walk(body);
  return rows;
}

function cellsOf(row: Element): string[] {
  return childrenOf(row)
    .filter((child) => child.nodeName === 'w:tc')
    .flatMap((cell) => {
      const text = wordParagraphs(cell)
        .map(({ runs }) =>
          runs
            .filter((run) => run.taken === null)
            .map((run) => run.text)
            .join(''),
        )
        .join('\n')
        .trim();
      const span = Number(cell.getElementsByTagName('w:gridSpan').item(0)?.getAttribute('w:val') ?? 1);
      return [text, ...Array.from({ length: Math.min(50, Math.max(1, span)) - 1 }, () => '')];
    });
}
