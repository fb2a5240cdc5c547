import { strFromU8 } from 'fflate';
import { readingProblem, within } from './bounds/document-bounds.ts';
import { unzip } from './bounds/unzip.ts';
import { evidenceText } from './evidence-text.ts';
import { readCsv, type HearReading } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { noTable, tableOfRows, type TableProblem } from './table-of-rows.ts';
import { openWord } from './word/open-word.ts';
import { wordTables } from './word/word-tables.ts';
import type { EvidenceTable } from '../../shared/evidence/evidence-table.ts';
import { done, refused, type Result } from '../../shared/result.ts';

/** A cell as text: days as ISO local date-times, numbers as they are, nothing as ''. */
function cellText(value: unknown): string {
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? ''
      : value
          .toISOString()
          .slice(0, 16)
          .replace(/T00:00$/u, '');
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value.replaceAll('\u0000', '') : '';
}

/** A workbook may say one text in all its cells: what is handed on is counted cell by cell. */
function textOfRows(rows: readonly (readonly unknown[])[]): readonly (readonly string[])[] {
  let characters = 0;
  return rows.map((cells) =>
    cells.map((cell) => {
      const text = cellText(cell);
      characters += text.length;
      within('characters', characters);
      return text;
    }),
  );
}

async function readZip(bytes: Uint8Array): Promise<Result<EvidenceTable, TableProblem>> {
  const main = ['word/document.xml', 'xl/workbook.xml'];
  const names = unzip(bytes, (name) => main.includes(name));
  if (names.has('word/document.xml')) {
    const opened = openWord(bytes);
    return opened.ok
      ? tableOfRows(wordTables(opened.value.body), (index) => index + 1)
      : refused(opened.error);
  }
  if (!names.has('xl/workbook.xml')) return refused(noTable);
  return tableOfRows(textOfRows(await readWorkbook(bytes)), (index) => index + 1);
}

/** A table of evidence from CSV, Excel, the tables of a Word file, or plain notes; told apart by what the file holds. */
export async function readEvidenceTable(
  bytes: Uint8Array,
  hear: HearReading = () => undefined,
): Promise<Result<EvidenceTable, TableProblem>> {
  try {
    if (strFromU8(bytes.subarray(0, 4)) === 'PK\u0003\u0004') return await readZip(bytes);
    const read = evidenceText(bytes);
    if (!read.ok) return refused(read.error);
    const { text, warnings } = read.value;
    const table = readCsv(text, hear);
    return table.ok ? done({ ...table.value, warnings }) : table;
  } catch (error) {
    return refused(readingProblem(error));
  }
}
