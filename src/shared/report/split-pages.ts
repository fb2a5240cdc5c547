import type { PlacedLine, SourceText } from './source-text.ts';

/**
 * Text into placed lines: LF, CR LF and CR end a line, a form feed ends a page. Blank lines are kept, as ''.
 * Time is linear in the text.
 */
export function splitPages(text: string): SourceText {
  const lines: PlacedLine[] = [];
  let page = 1;
  for (const [index, whole] of text.split(/\r\n|\n|\r/u).entries()) {
    for (const [part, piece] of whole.split('\f').entries()) {
      if (part > 0) page += 1;
      const kept = piece.trim();
      if (part === 0 || kept !== '') lines.push({ page, line: index + 1, text: kept });
    }
  }
  return { lines };
}
