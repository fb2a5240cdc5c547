import { bulletOf } from './bullet.ts';
import { gatherParagraphs } from './gather-paragraphs.ts';
import type { SectionLine } from './gather-paragraphs.ts';
import { mendLines } from './mend-lines.ts';
import type { PlacedLine } from './source-text.ts';

/** The points under "What needs to improve", their bullets, and text before the first of them. */
export interface Improvements {
  readonly points: readonly string[];
  readonly marks: readonly PlacedLine[];
  readonly before: readonly string[];
}

/** Lines into points: one a bullet; where there are no bullets, one a paragraph. */
export function gatherImprovements(lines: readonly SectionLine[]): Improvements {
  const first = lines.findIndex((line) => bulletOf(line.text) !== null);
  if (first === -1) return { points: gatherParagraphs(lines), marks: [], before: [] };
  const points: string[][] = [];
  const marks: PlacedLine[] = [];
  for (const line of lines.slice(first)) {
    const bullet = bulletOf(line.text);
    if (bullet !== null) {
      marks.push({ page: line.page, line: line.line, text: bullet.mark });
      points.push([bullet.rest]);
    } else if (line.numbered) points.push([line.text]);
    else points.at(-1)?.push(line.text);
  }
  return {
    points: points.map(mendLines).filter((point) => point !== ''),
    marks,
    before: gatherParagraphs(lines.slice(0, first)),
  };
}
