import { z } from 'zod';
import type { Ratings } from './ratings.ts';
import { hiddenRowsLine, type EvidenceTable } from '../evidence/evidence-table.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { done, refused, type Result } from '../result.ts';

/** Grades read from a file: one row a unit, one column a rater. */
interface RatingTable {
  readonly ratings: Ratings;
  readonly raters: readonly string[];
  /** What each number stands for where the file has words; in the order of the numbers 1, 2, ... */
  readonly words: readonly string[];
  /** Whether the words have an order: false where no known scale holds them all. */
  readonly ordered: boolean;
  /** How the file was read, in words: the sign between cells, decimal commas, a column of labels. */
  readonly reading: readonly string[];
}

/** Why a file holds no grades, in words. */
interface RatingsProblem {
  readonly message: string;
}

const missing = /^(?:|na|n\/a|nan|null|none|\.|-|\*|#(?:n\/a|ref!|div\/0!|value!|name\?|num!|null!))$/iu;
/** Headings of a column that names units: whole words, as in "URN", "Case number", "Local authority". */
const labelled =
  /^$|(?:^|[\s_.-])(?:units?|ids?|urn|items?|subjects?|cases?|inspections?|areas?|drafts?|ref|reference|number|no|code|provider|authority|school|name)(?:$|[\s_.-])/iu;
const decimalComma = /^[+-]?\d+,\d+$/u;
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/iu;
const matrix = z.array(z.array(z.union([z.number(), z.string(), z.null()])));
const jsonSchema = z.union([
  matrix,
  z.object({ units: matrix }).transform((file) => file.units),
  z
    .object({ raters: matrix })
    .transform(({ raters }) =>
      Array.from({ length: Math.max(0, ...raters.map((row) => row.length)) }, (_unit, at) =>
        raters.map((row) => row[at] ?? null),
      ),
    ),
]);

/** Rows of grades, the row each stands on (1 for the first), and how the file was read. */
interface Cells {
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly reading: readonly string[];
  /** Nothing but grades: no headings, no labels. */
  readonly isMatrix: boolean;
}

function matrixIn(text: string): Result<Cells, RatingsProblem> {
  try {
    const units = jsonSchema.parse(JSON.parse(text));
    const rows = units.map((cells, at) => ({ row: at + 1, cells: cells.map((cell) => String(cell ?? '')) }));
    return done({ rows, reading: [], isMatrix: true });
  } catch {
    return refused(noMatrix);
  }
}

const noMatrix: RatingsProblem = {
  message:
    'This is no JSON matrix with one row a unit and one column a rater, nor a table of that form. Nothing was changed.',
};

/** Reads a table from a file's bytes. */
type ReadTable<E> = (bytes: Uint8Array) => Promise<Result<EvidenceTable, E>>;

async function cellsOf<E>(
  bytes: Uint8Array,
  readTable: ReadTable<E>,
): Promise<Result<Cells, E | RatingsProblem>> {
  // The decoder leaves a byte order mark out.
  const text = (some: Uint8Array): string => new TextDecoder().decode(some);
  const begin = text(bytes.subarray(0, 100)).trimStart().slice(0, 1);
  if (begin === '[' || begin === '{') return matrixIn(text(bytes));
  const table = await readTable(bytes);
  if (!table.ok) return table;
  const { headers, headersRow = 1, rows, reading = [], warnings = [] } = table.value;
  const plain = (cells: readonly string[]): readonly string[] =>
    cells.map((cell) => cell.normalize('NFKC').trim());
  return done({
    rows: [{ row: headersRow, cells: headers }, ...rows].map(({ row, cells }) => ({
      row,
      cells: plain(cells),
    })),
    reading: [...warnings, ...reading, ...hiddenRowsLine(table.value)],
    isMatrix: false,
  });
}

/** "2,5" as "2.5" where every such cell of a table is a number so written. */
function withPoints(rows: readonly (readonly string[])[]): {
  readonly rows: string[][];
  readonly decimalCommas: boolean;
} {
  const decimalCommas = rows.flat().some((cell) => decimalComma.test(cell));
  return {
    rows: rows.map((row) => row.map((cell) => (decimalComma.test(cell) ? cell.replace(',', '.') : cell))),
    decimalCommas,
  };
}

/** Whether numbers of a first column name units: all different, none missing, and none of them given as a grade. */
function areIds(column: readonly string[], others: readonly string[]): boolean {
  const grades = new Set(others);
  return (
    column.length > 2 &&
    new Set(column).size === column.length &&
    column.every((cell) => /^\d+$/u.test(cell)) &&
    !column.some((cell) => grades.has(cell))
  );
}

function withoutLabels(rows: readonly string[][]): {
  head: readonly string[] | null;
  body: string[][];
  labels: string | null;
} {
  const rest = rows.slice(1);
  const numeric = rest.flat().some((cell) => number.test(cell));
  const first = rows[0] ?? [];
  const isHead = numeric
    ? first.some((cell) => !missing.test(cell) && !number.test(cell))
    : first.slice(1).every((cell, at) => rest.every((row) => row[at + 1] !== cell));
  const body = isHead ? rest : [...rows];
  const column = body.map((row) => row[0] ?? '');
  const others = body.flatMap((row) => row.slice(1));
  const named = isHead && labelled.test(first[0] ?? 'x');
  const names = numeric && column.every((cell) => !number.test(cell) && !missing.test(cell));
  const isLabel = named || names || areIds(column, others);
  const from = isLabel ? 1 : 0;
  const labels = isLabel ? (isHead ? (first[0] ?? '') : '') : null;
  return { head: isHead ? first.slice(from) : null, body: body.map((row) => row.slice(from)), labels };
}

/** A grade's words for telling spellings apart: case, spaces, hyphens, a full stop and "to be good" do not. */
function gradeKey(cell: string): string {
  return cell
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, ' ')
    .replace(/\.$/u, '')
    .replace(/^(requires improvement) to be good$/u, '$1')
    .trim();
}

/**
 * Reads grades from a table (CSV, Excel or Word) or a JSON matrix; words are numbered by the first of `scales` that holds
 * them all.
 */
export async function readRatings<E>(
  bytes: Uint8Array,
  scales: readonly (readonly string[])[],
  readTable: ReadTable<E>,
): Promise<Result<RatingTable, E | RatingsProblem>> {
  const cells = await cellsOf(bytes, readTable);
  if (!cells.ok) return cells;
  const { rows, decimalCommas } = withPoints(cells.value.rows.map(({ cells }) => cells));
  const { head, body, labels } = cells.value.isMatrix
    ? { head: null, body: rows, labels: null }
    : withoutLabels(rows);
  const width = head?.length ?? body.reduce((most, row) => Math.max(most, row.length), 0);
  const beyond = body.findIndex((row) => row.length > width && row.slice(width).some((cell) => cell !== ''));
  if (beyond >= 0)
    return refused({
      message: `Row ${cells.value.rows[beyond + (head === null ? 0 : 1)]?.row ?? 0} has more cells than there are headings, so it is not known which grades are whose. Nothing was changed. Put quotation marks around text that holds the sign between cells.`,
    });
  const raters = Array.from({ length: width }, (_rater, at) => head?.[at] ?? `Rater ${at + 1}`);
  const given = body.flat().filter((cell) => !missing.test(cell));
  const words = given.every((cell) => number.test(cell)) ? [] : [...new Set(given.map(gradeKey))];
  if (given.length === 0 || width < 2)
    return refused({
      message: 'At least two columns of grades are needed, and these are not there. Nothing was changed.',
    });
  if (words.some((word) => number.test(word)))
    return refused({
      message: `Numbers and words stand among the grades (“${words.find((word) => !number.test(word)) ?? ''}”). Write all of them one way. Nothing was changed.`,
    });
  const scale = scales.find((scale) =>
    words.every((word) => scale.some((grade) => gradeKey(grade) === word)),
  );
  const order = scale?.map(gradeKey) ?? words.toSorted();
  const place = new Map(order.toReversed().map((word, at) => [word, order.length - 1 - at]));
  const numberOf = (cell: string): number | null =>
    missing.test(cell) ? null : words.length === 0 ? Number(cell) : (place.get(gradeKey(cell)) ?? -1) + 1;
  return done({
    ratings: body.map((row) => raters.map((_rater, at) => numberOf(row[at] ?? ''))),
    raters,
    words: words.length === 0 ? [] : (scale ?? order).map((word) => word.toLowerCase()),
    ordered: words.length === 0 || scale !== undefined,
    reading: [
      ...cells.value.reading,
      ...(decimalCommas ? ['Commas in numbers were read as decimal points.'] : []),
      ...(labels === null
        ? []
        : [`${labels === '' ? 'The first column' : `“${labels}”`} names the units and is no rater.`]),
    ],
  });
}

/** The grades of every scale of a framework, best first, once by title, once by id and once in words. */
export function gradesOfScales({ scales }: Framework): readonly (readonly string[])[] {
  return scales.flatMap(({ grades }) => [
    grades.map((grade) => grade.title),
    grades.map((grade) => grade.id),
    grades.map((grade) => grade.words ?? grade.title),
  ]);
}
