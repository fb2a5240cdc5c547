import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { z } from 'zod';
import { evidenceText } from './evidence-text.ts';
import { openWord } from './word/open-word.ts';
import { wordTables } from './word/word-tables.ts';
import type { EvidenceTable } from '../../shared/domain/evidence/evidence-table.ts';
import { reportProblem } from '../../shared/domain/report/report-problem.ts';
import { done, refused, type Result } from '../../shared/domain/result.ts';

/** Why a file of evidence cannot be read; says what is safe and what to do. */
interface TableProblem {
  readonly message: string;
}

/** More rows than this under the header are refused: no inspection gathers so much, and each becomes a signed record. */
const mostRows = 100_000;
const none: TableProblem = {
  message:
    'The file holds no table with a header and rows. Nothing was imported and the file is unchanged. Choose a CSV or Excel file, a Word file with a table, or notes as text with blank lines between them.',
};
const tooMany: TableProblem = {
  message: `The file has more than ${mostRows} rows. Nothing was imported and the file is unchanged. Split it, one inspection a file.`,
};
const unreadable: TableProblem = { message: reportProblem('damaged').message };

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

/** The first row with words in it is the header; rows keep the number they stand on. */
function tableOf(
  rows: readonly (readonly string[])[],
  lineOf: (index: number) => number,
): Result<EvidenceTable, TableProblem> {
  if (rows.length > mostRows + 1) return refused(tooMany);
  const first = rows.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  const headers = rows[first];
  if (headers === undefined || first === rows.length - 1) return refused(none);
  return done({
    headers: headers.map((cell) => cell.trim()),
    rows: rows
      .slice(first + 1)
      .map((cells, at) => ({ row: lineOf(first + 1 + at), cells }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  });
}

/** The sign between cells that the first lines agree on, or null where the text is no table. */
function delimiterOf(text: string): string | null {
  const [header = ''] = text.split(/\r\n|\n|\r/u, 1);
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: header.split(sign).length - 1 }));
  const best = counts.sort((a, b) => b.count - a.count)[0];
  return best === undefined || best.count === 0 ? null : best.sign;
}

/** What the parser gives with `info`: the cells, and the line on which the record ends. */
const csvRecords = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));

/** Hears how far reading is: so much of so much, in characters. */
export type HearReading = (done: number, total: number) => void;

function readCsv(text: string, delimiter: string, hear: HearReading): Result<EvidenceTable, TableProblem> {
  const found: unknown = parse(text, {
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    to: mostRows + 2,
    on_record: (record, { bytes, records }) => {
      if (records % 2000 === 0) hear(bytes, text.length);
      return record;
    },
  });
  const records = csvRecords.parse(found);
  const starts = records.map(({ record, info }) => info.lines - record.join('').split('\n').length + 1);
  return tableOf(
    records.map(({ record }) => record),
    (index) => starts[index] ?? index + 1,
  );
}

/** Notes parted by blank lines: a table of one column. */
function readPlainNotes(text: string): Result<EvidenceTable, TableProblem> {
  const rows: { row: number; cells: readonly string[] }[] = [];
  let open: { row: number; lines: string[] } | null = null;
  for (const [at, line] of [...text.split(/\r\n|\n|\r/u), ''].entries()) {
    if (line.trim() !== '') (open ??= { row: at + 1, lines: [] }).lines.push(line.trim());
    else if (open !== null) {
      rows.push({ row: open.row, cells: [open.lines.join(' ')] });
      open = null;
    }
  }
  if (rows.length > mostRows) return refused(tooMany);
  return rows.length === 0 ? refused(none) : done({ headers: ['Note'], rows });
}

async function readZip(bytes: Uint8Array): Promise<Result<EvidenceTable, TableProblem>> {
  const names = Object.keys(
    unzipSync(bytes, {
      filter: ({ name }) =>
        name === '[Content_Types].xml' || name === 'word/document.xml' || name === 'xl/workbook.xml',
    }),
  );
  if (names.includes('word/document.xml')) {
    const opened = openWord(bytes);
    return opened.ok ? tableOf(wordTables(opened.value.body), (index) => index + 1) : refused(opened.error);
  }
  if (!names.includes('xl/workbook.xml')) return refused(none);
  const unpacked = unzipSync(bytes, {
    filter: ({ name, originalSize }) => name.startsWith('xl/') && originalSize > 400_000_000,
  });
  if (Object.keys(unpacked).length > 0) return refused(tooMany);
  const [sheet] = await readXlsxFile(Buffer.from(bytes));
  const rows = (sheet?.data ?? []).map((cells) => cells.map(cellText));
  return tableOf(rows, (index) => index + 1);
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
    const delimiter = delimiterOf(text.trimStart());
    const table = delimiter === null ? readPlainNotes(text) : readCsv(text, delimiter, hear);
    return table.ok ? done({ ...table.value, warnings }) : table;
  } catch {
    return refused(unreadable);
  }
}
