import { bulletOf } from './bullet.ts';
import { endsSentence, gatherParagraphs } from './gather-paragraphs.ts';
import type { SectionLine } from './gather-paragraphs.ts';
import { mendLines } from './mend-lines.ts';
import type { PlacedLine } from './source-text.ts';

/** The points under "What needs to improve", their bullets, and text before the first and after the last of them. */
export interface Improvements {
  readonly points: readonly string[];
  readonly marks: readonly PlacedLine[];
  readonly before: readonly string[];
  /** Prose that follows the list and is no point of it. */
  readonly after: readonly SectionLine[];
}

/**
 * Lines into points: one a bullet; where there are no bullets, one a paragraph. A list ends where prose begins: at a
 * numbered paragraph, or at a sentence that begins after a gap; what has no bullets ends at the first numbered paragraph.
 * Numbers are those of points (`numberedPoints`) only where the narrative after them begins at 1 again, or the list is headed
 * as recommendations.
 */
export function gatherImprovements(lines: readonly SectionLine[], numberedPoints: boolean): Improvements {
  const first = lines.findIndex((line) => bulletOf(line.text) !== null);
  const numbered = numberedPoints && lines.find(({ text }) => text !== '')?.numbered === true;
  if (first === -1 || numbered) return plainPoints(lines, numberedPoints);
  const points: string[][] = [];
  const marks: PlacedLine[] = [];
  let at = first;
  for (; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const bullet = bulletOf(line.text);
    if (bullet !== null) {
      marks.push({ page: line.page, line: line.line, text: bullet.mark });
      points.push([bullet.rest]);
    } else if (beginsProse(lines, at)) break;
    else points.at(-1)?.push(line.text);
  }
  return {
    points: points.map(mendLines).filter((point) => point !== ''),
    marks,
    before: gatherParagraphs(lines.slice(0, first)),
    after: lines.slice(at),
  };
}

/** Whether a line without a bullet is prose and no more of the point before it. */
function beginsProse(lines: readonly SectionLine[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || line.text === '') return false;
  if (line.numbered) return true;
  const gap = lines[at - 1]?.text === '';
  const before = lines.slice(0, at).findLast(({ text }) => text !== '')?.text ?? '';
  return /^[\p{Lu}‘“]/u.test(line.text) && gap && (endsSentence(before) || bulletOf(before) !== null);
}

function plainPoints(lines: readonly SectionLine[], numberedPoints: boolean): Improvements {
  const numbered = numberedPoints ? -1 : lines.findIndex((line) => line.numbered);
  const end = numbered === -1 ? lines.length : numbered;
  return { points: gatherParagraphs(lines.slice(0, end)), marks: [], before: [], after: lines.slice(end) };
}
