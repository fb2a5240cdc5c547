import { strFromU8 } from 'fflate';
import { readingProblem, within } from './bounds/document-bounds.ts';
import { unzip } from './bounds/unzip.ts';
import { evidenceText } from './evidence-text.ts';
import { readCsv, type HearReading } from './read-csv.ts';
import { readWorkbook, sheetsOf } from './read-workbook.ts';
import { noTable, tableOfRows, type TableProblem } from './table-of-rows.ts';
import { openWord } from './word/open-word.ts';
import { wordTables } from './word/word-tables.ts';
import { evidenceBaseTable } from '../../shared/documents/evidence-base-document.ts';
import { guessMapping, type EvidenceTable } from '../../shared/evidence/evidence-table.ts';
import { listOf, pluralOf } from '../../shared/words.ts';
import { done, refused, type Result } from '../../shared/result.ts';

/** A cell as text: days as ISO local date-times, numbers as they are, nothing as ''. */
function cellText(value: unknown): string {
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? ''
      : // Excel's fractions of a day fall a little short of the second that they mean.
        new Date(Math.round(value.getTime() / 1000) * 1000)
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

async function readZip(
  bytes: Uint8Array,
  sheet: string | null,
): Promise<Result<EvidenceTable, TableProblem>> {
  if (!unzip(bytes, (name) => name === 'xl/workbook.xml').has('xl/workbook.xml')) {
    const opened = openWord(bytes);
    if (!opened.ok) return refused(opened.error.code === 'binary' ? noTable : opened.error);
    const table = tableOfRows(wordTables(opened.value), (index) => index + 1);
    return table.ok ? done(evidenceBaseTable(table.value)) : table;
  }
  return readSheetOf(bytes, sheet);
}

/** A table has more than one column, or the one that holds notes. */
function isTable(table: Result<EvidenceTable, TableProblem>): boolean {
  return table.ok && (table.value.headers.length > 1 || guessMapping(table.value.headers).text !== null);
}

const letter = (column: number): string =>
  column > 26
    ? `${letter(Math.floor((column - 1) / 26))}${letter(((column - 1) % 26) + 1)}`
    : String.fromCharCode(64 + column);

/** Says which columns with something in them the sheet hides; they are read. */
function withHiddenColumns(
  table: Result<EvidenceTable, TableProblem>,
  rows: readonly (readonly string[])[],
  hidden: ReadonlySet<number>,
): Result<EvidenceTable, TableProblem> {
  const named = [...hidden]
    .filter((column) => rows.some((cells) => (cells[column - 1] ?? '').trim() !== ''))
    .map(letter);
  if (!table.ok || named.length === 0) return table;
  const columns = `${pluralOf(named.length, 'column', 'columns')} ${listOf(named)}`;
  const line = `The workbook hides ${columns}; ${pluralOf(named.length, 'it was', 'they were')} read all the same.`;
  return done({ ...table.value, reading: [...(table.value.reading ?? []), line] });
}

/** The table of the sheet that was asked for, else of the first that is shown and holds one: a cover or a hidden sheet is none. */
async function readSheetOf(
  bytes: Uint8Array,
  asked: string | null,
): Promise<Result<EvidenceTable, TableProblem>> {
  const sheets = sheetsOf(bytes);
  const shown = sheets.filter(({ name, hidden }) => (asked === null ? !hidden : name === asked));
  let first: { readonly name: string; readonly table: Result<EvidenceTable, TableProblem> } | null = null;
  for (const sheet of shown) {
    const { rows, hidden } = await readWorkbook(bytes, sheet);
    const text = textOfRows(rows);
    const table = tableOfRows(text, (index) => index + 1, hidden.rows);
    const found = { name: sheet.name, table: withHiddenColumns(table, text, hidden.columns) };
    first ??= found;
    if (!isTable(found.table)) continue;
    first = found;
    break;
  }
  if (first?.table.ok !== true) return first?.table ?? refused(noTable);
  const { name, table } = first;
  const others = sheets.filter((sheet) => sheet.name !== name);
  const named = others.map((sheet) => `“${sheet.name}”${sheet.hidden ? ' (hidden)' : ''}`);
  const reading =
    others.length === 0
      ? []
      : [`Sheet “${name}” was read; ${listOf(named)} ${pluralOf(others.length, 'was', 'were')} not.`];
  return done({
    ...table.value,
    reading: [...reading, ...(table.value.reading ?? [])],
    sheets: sheets.map((sheet) => ({ name: sheet.name, hidden: sheet.hidden, read: sheet.name === name })),
  });
}

/**
 * A table of evidence from CSV, Excel, the tables of a Word file, or plain notes; told apart by what the file holds. Of a workbook
 * the sheet that is asked for, else the first that is shown and holds a table.
 */
export async function readTableFile(
  bytes: Uint8Array,
  hear: HearReading = () => undefined,
  sheet: string | null = null,
): Promise<Result<EvidenceTable, TableProblem>> {
  try {
    if (strFromU8(bytes.subarray(0, 4)) === 'PK\u0003\u0004') return await readZip(bytes, sheet);
    const read = evidenceText(bytes);
    if (!read.ok) return refused(read.error);
    const { text, warnings } = read.value;
    const table = readCsv(text, hear);
    return table.ok ? done({ ...table.value, warnings }) : table;
  } catch (error) {
    return refused(readingProblem(error));
  }
}
