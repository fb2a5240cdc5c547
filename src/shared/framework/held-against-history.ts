import { aggregateGrades } from './aggregate-grades.ts';
import type { Area, Framework, Scale } from './framework-schema.ts';
import { scaleOf } from './grade-order.ts';
import { evaluateLimiters } from './limiting-rules.ts';
import { statedDay } from './stated-day.ts';
import { withoutAreas } from './without-areas.ts';

/** One published inspection: its cells in the order of the columns, and the row of the table it stands on. */
interface OutcomeRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** One inspection that a rule or the aggregation does not explain. */
export interface HistoryFinding {
  /** The row of the table, 1 for the first. */
  readonly row: number;
  /** The provider and the day as printed. */
  readonly inspection: string;
  readonly told: string;
}

/** A framework's rules held against published outcomes. */
export interface HeldAgainstHistory {
  readonly ok: boolean;
  /** Inspections with a grade for every area that they judged. */
  readonly inspections: number;
  /** How many others began on a day on which the framework was not in force. */
  readonly otherTimes: number;
  readonly hardBroken: readonly HistoryFinding[];
  readonly softDeparted: readonly HistoryFinding[];
  /** For how many of them the aggregation points to the grade that was given; null where the framework aggregates nothing. */
  readonly agree: number | null;
  readonly advisoryDiffers: readonly HistoryFinding[];
  /** Which column was read for which area; null where the table has none. */
  readonly columns: { readonly [area: string]: string | null };
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim();

/** The first column called "<words>_grade" whose words stand together in the area's title, or in a name it is printed under. */
function columnOf(area: Area, columns: readonly string[]): string | null {
  const names = [area.title, ...area.printed].map((name) => ` ${plain(name)} `);
  return (
    columns.find((column) => {
      const words = plain(column.replace(/_grade$/u, ''));
      return column.endsWith('_grade') && names.some((name) => name.includes(` ${words} `));
    }) ?? null
  );
}

/** The grade that a cell states, by title, words or id; "to requires improvement" is one, "data unreadable" is none. */
function gradeIn(scale: Scale, cell: string): string | null {
  const stated = plain(cell).replace(/^to /u, '');
  const found = scale.grades.find((grade) =>
    [grade.id, grade.title, grade.words ?? grade.id].some((name) => plain(name) === stated),
  );
  return found?.id ?? null;
}

interface Read {
  readonly row: number;
  readonly inspection: string;
  /** Its first day; null where the table states none. */
  readonly start: string | null;
  readonly grades: { readonly [area: string]: string };
  readonly notJudged: ReadonlySet<string>;
}

function readRow(
  framework: Framework,
  columns: HeldAgainstHistory['columns'],
  headers: readonly string[],
  { row, cells: values }: OutcomeRow,
): Read | null {
  const cells = Object.fromEntries(headers.map((header, at) => [header, values[at] ?? '']));
  const grades: Record<string, string> = {};
  const notJudged = new Set<string>();
  for (const { id } of framework.areas) {
    const scale = scaleOf(framework, id);
    const column = columns[id] ?? null;
    if (scale === undefined || column === null) continue;
    const cell = cells[column] ?? '';
    const grade = gradeIn(scale, cell);
    if (grade !== null) grades[id] = grade;
    else if (plain(cell).includes('pre dates')) notJudged.add(id);
    else return null;
  }
  const named = (part: RegExp): string =>
    Object.entries(cells).find(([column]) => part.test(column))?.[1] ?? '';
  const inspection = `${named(/authority|provider|service/u)} ${named(/start_date/u)}`.trim();
  const start = statedDay(named(/start_date|start date|first day/iu));
  return Object.keys(grades).length === 0 ? null : { row, inspection, start, grades, notJudged };
}

function isInForce({ valid }: Framework, day: string): boolean {
  return valid.from <= day && (valid.to === null || day <= valid.to);
}

/**
 * Holds a framework's rules against published outcomes: every row that states a grade for every area it judged and whose
 * inspection began while the framework was in force, as far as the table says when. An area
 * whose cell says that the inspection pre-dates the judgment is left out of the rules for that row.
 */
export function heldAgainstHistory(
  framework: Framework,
  headers: readonly string[],
  rows: readonly OutcomeRow[],
): HeldAgainstHistory {
  const columns = Object.fromEntries(framework.areas.map((area) => [area.id, columnOf(area, headers)]));
  const all = rows.flatMap((row) => readRow(framework, columns, headers, row) ?? []);
  const read = all.filter(({ start }) => start === null || isInForce(framework, start));
  const hardBroken: HistoryFinding[] = [];
  const softDeparted: HistoryFinding[] = [];
  const advisoryDiffers: HistoryFinding[] = [];
  let agree = 0;
  let spoken = false;
  for (const { row, inspection, grades, notJudged } of read) {
    const judged = withoutAreas(framework, notJudged);
    for (const { holds, force, detail } of evaluateLimiters(judged, grades))
      if (!holds) (force === 'hard' ? hardBroken : softDeparted).push({ row, inspection, told: detail });
    const advice = aggregateGrades(judged, grades).filter((grade) => grade.grade !== null);
    const differs = advice.filter(({ area, grade }) => grades[area] !== grade);
    spoken ||= advice.length > 0;
    if (advice.length > 0 && differs.length === 0) agree += 1;
    for (const one of differs) advisoryDiffers.push({ row, inspection, told: one.sentence });
  }
  return {
    ok: hardBroken.length === 0,
    inspections: read.length,
    otherTimes: all.length - read.length,
    hardBroken,
    softDeparted,
    agree: spoken ? agree : null,
    advisoryDiffers,
    columns,
  };
}
