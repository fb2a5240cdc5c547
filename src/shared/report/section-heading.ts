import { matchArea, beginsArea } from './match-area.ts';
import { mendLines } from './mend-lines.ts';
import { numberOf } from './paragraph-number.ts';
import { completesGrade, printedGradeAtEnd } from './printed-grade.ts';
import type { ReportFramework } from './report-framework.ts';
import { runsOn } from './runs-on.ts';
import type { PlacedLine } from './source-text.ts';

export type HeadingKind =
  | { readonly of: 'area'; readonly area: string; readonly grade: string | null; readonly exact: boolean }
  | { readonly of: 'improvements' }
  | { readonly of: 'other' };

/** A section's heading as printed. */
export interface SectionHeading {
  readonly kind: HeadingKind;
  /** Mended, without grade and footnote mark. */
  readonly title: string;
  /** How many lines it takes. */
  readonly lines: number;
}

const improvements = /^(what needs to improve ?\??) ?\d{0,2}$/iu;
/** A heading takes at most so many lines, and so many characters. */
const longest = 4;
const mostCharacters = 400;

/**
 * The heading that begins at `at`, or null. Headings are "What needs to improve?" (a footnote's mark may follow, on
 * the line or the next), an area's name with a colon and a grade, an area's exact name alone, and any other short line
 * that begins where no sentence runs and ends in a colon and a grade.
 */
export function headingAt(
  body: readonly PlacedLine[],
  at: number,
  framework: ReportFramework,
): SectionHeading | null {
  const first = body[at]?.text ?? '';
  const asked = improvements.exec(first)?.[1];
  if (asked !== undefined) {
    const mark = /^\d{1,2}$/u.test(body[at + 1]?.text ?? '') ? 1 : 0;
    return { kind: { of: 'improvements' }, title: asked.trim(), lines: 1 + mark };
  }
  if (beginsArea(first, framework)) return areaHeading(body, at, framework);
  return gradedHeading(first, body[at - 1]?.text ?? '', framework);
}

function areaHeading(
  body: readonly PlacedLine[],
  at: number,
  framework: ReportFramework,
): SectionHeading | null {
  for (let lines = 1; lines <= longest && at + lines <= body.length; lines += 1) {
    const text = mendLines(body.slice(at, at + lines).map((line) => line.text));
    if (text.length > mostCharacters) return null;
    const colon = text.lastIndexOf(':');
    const next = body[at + lines]?.text ?? '';
    if (colon === -1) {
      const match = matchArea(text, framework);
      if (match?.exact === true && standsAlone(next)) {
        return { kind: { of: 'area', area: match.area.id, grade: null, exact: true }, title: text, lines };
      }
      continue;
    }
    const title = text.slice(0, colon).trim();
    const match = matchArea(title, framework);
    const grade = printedGradeAtEnd(text.slice(colon + 1), framework, match?.area ?? null);
    if (match === null || grade?.before !== '') continue;
    const more = completesGrade(next) ? 1 : 0;
    const { area, exact } = match;
    return { kind: { of: 'area', area: area.id, grade: grade.id, exact }, title, lines: lines + more };
  }
  return null;
}

/** Whether the line after a heading without a grade shows that it was one: a numbered paragraph, a gap or the end. */
function standsAlone(next: string): boolean {
  return next === '' || numberOf(next) !== null;
}

function gradedHeading(text: string, previous: string, framework: ReportFramework): SectionHeading | null {
  const colon = text.lastIndexOf(':');
  if (colon < 1 || text.length > 160 || runsOn(previous) || /[.?!]\s/u.test(text)) return null;
  if (printedGradeAtEnd(text.slice(colon + 1), framework)?.before !== '') return null;
  return { kind: { of: 'other' }, title: text.slice(0, colon).trim(), lines: 1 };
}
