import { within } from './bounds/document-bounds.ts';
import type { EvidenceTable } from '../../shared/evidence/evidence-table.ts';
import { unchangedFile } from '../../shared/report/report-problem.ts';
import { done, refused, type Result } from '../../shared/result.ts';

/** Why a file of evidence cannot be read; says what is safe and what to do. */
export interface TableProblem {
  readonly message: string;
}

/** The refusal of a file in which there is no table. */
export const noTable: TableProblem = {
  message: `The file holds no table with a header and rows. ${unchangedFile} Choose a CSV or Excel file, a Word file with a table, or notes as text with blank lines between them.`,
};

/** The first row with words in it is the header; rows keep the number they stand on. */
export function tableOfRows(
  rows: readonly (readonly string[])[],
  lineOf: (index: number) => number,
): Result<EvidenceTable, TableProblem> {
  within('rows', rows.length - 1);
  const first = rows.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  const headers = rows[first];
  if (headers === undefined || first === rows.length - 1) return refused(noTable);
  return done({
    headers: headers.map((cell) => cell.trim()),
    rows: rows
      .slice(first + 1)
      .map((cells, at) => ({ row: lineOf(first + 1 + at), cells }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  });
}
