import { beginsArea, matchArea } from './match-area.ts';
import { mendLines } from './mend-lines.ts';
import { plainWords } from './plain-words.ts';
import { completesGrade, printedGradeAtEnd } from './printed-grade.ts';
import type { ReportFramework } from './report-framework.ts';
import type { PlacedLine } from './source-text.ts';
import type { ImportWarning } from './import-warning.ts';

/** One row of the printed table of grades. */
export interface GradeRow {
  readonly area: string;
  /** The area's name as printed. */
  readonly title: string;
  readonly grade: string;
  readonly line: number;
}

/** The table of grades, its lines, and what comes before and after it. */
interface GradeTable {
  readonly rows: readonly GradeRow[];
  readonly facts: readonly PlacedLine[];
  readonly before: readonly PlacedLine[];
  readonly after: readonly PlacedLine[];
  readonly warnings: readonly ImportWarning[];
}

/** The table's header stands within so many lines; a row takes at most `rowLines` and holds at most `rowLength`. */
const within = 80;
const rowLines = 5;
const rowLength = 400;
/** Between rows of a table laid out as text stand at most so many blank lines. */
const gap = 4;
/** Reports up to 2018 number the rows. */
const rowNumber = /^\d{1,2}(?:\.\d{1,2})?\.?\s+(?=\p{L})/u;

/** Reads the table of grades ("Judgement Grade", then name and grade over one or more lines); null where none is. */
export function readGradeTable(body: readonly PlacedLine[], framework: ReportFramework): GradeTable | null {
  const header = body.slice(0, within).findIndex((line) => /^judge?ments?\s+grades?$/iu.test(line.text));
  if (header === -1) return readNumberedTable(body, framework);
  const read = readRows(body, header + 1, framework);
  const facts = body.slice(header, read.at).filter((line) => line.text !== '');
  return { ...read, facts, before: body.slice(0, header), after: body.slice(read.at) };
}

/**
 * A table without a header, whose rows are numbered ("2.1 Adoption performance Good"), below a sentence that says the overall
 * judgment ("Children's services in Aldermoor are inadequate"). What stands above it beside that sentence stays narrative.
 */
function readNumberedTable(body: readonly PlacedLine[], framework: ReportFramework): GradeTable | null {
  const start = body
    .slice(0, within)
    .findIndex((line, at) => rowNumber.test(line.text) && readRow(body, at, framework) !== null);
  const first = body[start];
  if (first === undefined) return null;
  const read = readRows(body, start, framework);
  if (read.rows.length < 2) return null;
  const above = body.slice(0, start);
  const said = saidOverall(above, framework);
  const facts = [...above.slice(said.from, said.to), ...body.slice(start, read.at)];
  return {
    rows: said.row === null ? read.rows : [...read.rows, said.row],
    warnings: read.warnings,
    facts: facts.filter((line) => line.text !== ''),
    before: [],
    after: [...above.slice(0, said.from), ...above.slice(said.to), ...body.slice(read.at)],
  };
}

/** The lines of the sentence that says the overall judgment, and what it says. */
function saidOverall(
  above: readonly PlacedLine[],
  framework: ReportFramework,
): { readonly row: GradeRow | null; readonly from: number; readonly to: number } {
  const area = framework.areas.find(({ kind }) => kind === 'overall');
  const from = above.findIndex((line) =>
    /^(?:The overall judge?ment is|Services for children|Children[’']s services)\b/iu.test(line.text),
  );
  for (let to = from + 1; area !== undefined && from !== -1 && to <= from + rowLines; to += 1) {
    const text = mendLines(above.slice(from, to).map((line) => line.text));
    const grade = printedGradeAtEnd(text.replace(/\.$/u, ''), framework, area);
    if (grade === null) continue;
    const more = completesGrade(above[to]?.text ?? '') ? 1 : 0;
    const row = { area: area.id, title: area.title, grade: grade.id, line: above[from]?.line ?? 1 };
    return { row, from, to: to + more };
  }
  return { row: null, from: 0, to: 0 };
}

/** The rows from a line on, and where they end. */
function readRows(
  body: readonly PlacedLine[],
  start: number,
  framework: ReportFramework,
): { readonly rows: readonly GradeRow[]; readonly warnings: readonly ImportWarning[]; readonly at: number } {
  const rows: GradeRow[] = [];
  const warnings: ImportWarning[] = [];
  let at = start;
  for (;;) {
    const blank = body.slice(at, at + gap).findIndex((line) => line.text !== '');
    const from = at + Math.max(0, blank);
    const row = readRow(body, from, framework);
    const first = body[from];
    if (row === null || first === undefined) break;
    const match = matchArea(row.title, framework);
    const known = rows.some((known) => known.area === match?.area.id);
    if (isProse(row, match === null || known)) break;
    const printed = mendLines(body.slice(from, row.to).map((line) => line.text));
    if (match === null || known) {
      warnings.push({
        code: 'heading-not-known',
        message: `The table of grades has a row that is no area of ${framework.title}, or comes twice: “${printed}”. It was not used; check the grades.`,
        line: first.line,
        text: null,
      });
    } else {
      rows.push({ area: match.area.id, title: row.title, grade: row.grade, line: first.line });
      if (!match.exact) {
        warnings.push({
          code: 'area-name-differs',
          message: `The table of grades prints “${printed}”; it was taken as “${match.area.title}”. Check that this is meant.`,
          line: first.line,
          text: null,
        });
      }
    }
    at = row.to;
  }
  return { rows, warnings, at };
}

interface TableRow {
  readonly title: string;
  readonly grade: string;
  readonly to: number;
  /** The line below it. */
  readonly next: string;
}

function readRow(body: readonly PlacedLine[], from: number, framework: ReportFramework): TableRow | null {
  const unnumbered = (body[from]?.text ?? '').replace(rowNumber, '');
  if (!beginsArea(plainWords(unnumbered), framework)) return null;
  for (let to = from + 1; to <= Math.min(from + rowLines, body.length); to += 1) {
    const lines = [unnumbered, ...body.slice(from + 1, to).map((line) => line.text)];
    const text = mendLines(lines).replaceAll(/\s+/gu, ' ');
    if (text.length > rowLength) return null;
    const grade = printedGradeAtEnd(text, framework);
    if (grade === null || grade.before === '') continue;
    const more = completesGrade(body[to]?.text ?? '') ? 1 : 0;
    const next = body[to + more]?.text ?? '';
    return { title: text.slice(0, grade.before.length), grade: grade.id, to: to + more, next };
  }
  return null;
}

/**
 * Whether what begins like a row is the first line of prose below the table ("The experiences and progress of children in
 * Aldermoor are good / across ..."): it says its grade with a verb, or holds a sentence's end; or it names no area or one
 * that has its row, and goes on in lower case.
 */
function isProse({ title, next }: TableRow, spare: boolean): boolean {
  if (/[.?!] /u.test(title) || /\s(?:is|are|was|were|remains?|(?:has|have) been)(?: \S+){0,2}$/iu.test(title))
    return true;
  return spare && /^\p{Ll}/u.test(next);
}
