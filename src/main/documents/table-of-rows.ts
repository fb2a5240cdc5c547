import { within } from './bounds/document-bounds.ts';
import type { EvidenceTable } from '../../shared/evidence/evidence-table.ts';
import { unchangedFile } from '../../shared/report/report-problem.ts';
import { done, refused, type Result } from '../../shared/result.ts';
import { count, pluralOf, rowsNamed } from '../../shared/words.ts';

/** Why a file of evidence cannot be read; says what is safe and what to do. */
export interface TableProblem {
  readonly message: string;
}

/** The refusal of a file in which there is no table. */
export const noTable: TableProblem = {
  message: `The file holds no table with a header and rows. ${unchangedFile} Choose a CSV or Excel file, a Word file with a table, or notes as text with blank lines between them.`,
};

/** Headings stand within so many rows. */
const headingRows = 40;
/** What spreadsheets write where a formula failed or looked up nothing. */
const failed = /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/u;

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

const number = /^[+-]?\d+(?:[.,]\d+)?$/u;

/**
 * The row of headings: the first with words in at least half as many cells as most rows have; titles stand above it. What
 * holds numbers alone is no title, but a row of a table without headings.
 */
function headingsAt(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex((cells) => filled(cells) > 0);
  const looked = rows.slice(first, first + headingRows).map(filled);
  const wide = looked.filter((cells) => cells > 1).toSorted((a, b) => a - b);
  const usual = wide[Math.floor(wide.length / 2)] ?? 1;
  const at = looked.findIndex((cells) => cells * 2 >= usual && (usual === 1 || cells > 1));
  const titles = rows.slice(first, first + Math.max(0, at));
  const areTitles = titles.every(
    (cells) => cells.some((cell) => cell.trim() !== '' && !number.test(cell.trim())) || filled(cells) === 0,
  );
  return at <= 0 || !areTitles || first + at === rows.length - 1 ? first : first + at;
}

/**
 * Rows as a table: title rows above the headings are skipped and said, cells in which a formula failed are empty and said,
 * and rows keep the number they stand on. A row may have more cells than there are headings: whoever uses it says so.
 */
export function tableOfRows(
  rows: readonly (readonly string[])[],
  lineOf: (index: number) => number,
  hidden: ReadonlySet<number> = new Set(),
): Result<EvidenceTable, TableProblem> {
  within('rows', rows.length - 1);
  const at = headingsAt(rows);
  const headers = rows[at];
  if (headers === undefined || at === rows.length - 1) return refused(noTable);
  const last = headers.findLastIndex((cell) => cell.trim() !== '');
  const withError: number[] = [];
  const body = rows
    .slice(at + 1)
    .map((cells, index) => {
      const row = lineOf(at + 1 + index);
      return hidden.has(row) ? { row, cells, hidden: true as const } : { row, cells };
    })
    .filter(({ cells }) => filled(cells) > 0)
    .map((row) => {
      if (!row.cells.some((cell) => failed.test(cell))) return row;
      withError.push(row.row);
      return { ...row, cells: row.cells.map((cell) => (failed.test(cell) ? '' : cell)) };
    });
  const titles = rows
    .slice(0, at)
    .filter((cells) => filled(cells) > 0)
    .map((cells) => cells.filter((cell) => cell.trim() !== '').join(' '));
  const reading = [
    ...(titles.length === 0
      ? []
      : [
          `${count(titles.length, 'row')} above the headings ${pluralOf(titles.length, 'was', 'were')} skipped: “${titles.join(' / ').slice(0, 200)}”.`,
        ]),
    ...(withError.length === 0
      ? []
      : [
          `Cells of ${rowsNamed(withError)} hold an error of the spreadsheet, such as #N/A, and were read as empty.`,
        ]),
  ];
  return done({
    headers: headers.slice(0, last + 1).map((cell) => cell.normalize('NFKC').trim()),
    headersRow: lineOf(at),
    rows: body,
    ...(reading.length === 0 ? {} : { reading }),
  });
}
