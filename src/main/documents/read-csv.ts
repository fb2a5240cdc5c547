import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { chooseDelimiter } from './choose-delimiter.ts';
import { within } from './bounds/document-bounds.ts';
import { noTable, tableOfRows, type TableProblem } from './table-of-rows.ts';
import type { EvidenceTable } from '../../shared/evidence/evidence-table.ts';
import { done, refused, type Result } from '../../shared/result.ts';
import { count } from '../../shared/words.ts';

/** Hears how far reading is: so much of so much, in characters or pages. */
export type HearReading = (done: number, total: number) => void;

const lineEnd = /\r\n|\n|\r/gu;
const quote = 0x22;
/** What `tableAsCsv` and other programs put before a cell that could be taken for a formula. */
const guard = /^'+[=+\-@\t\r]/u;

function* linesOf(text: string): Generator<string> {
  let start = 0;
  for (const found of text.matchAll(lineEnd)) {
    yield text.slice(start, found.index);
    start = found.index + found[0].length;
  }
  yield text.slice(start);
}

/**
 * Refuses a table whose records are too long or too wide before the library collects one of them. A quotation mark opens
 * a cell at its beginning only, and the first line end outside quotes is that of all records, as the library has it.
 */
function checkRecords(text: string, delimiter: string): void {
  const between = delimiter.charCodeAt(0);
  let ending = '';
  let [start, cellStart, cells, allCells, records] = [0, 0, 1, 0, 0];
  let quoted = false;
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code !== quote) continue;
      if (text.charCodeAt(at + 1) === quote) at += 1;
      else quoted = false;
      continue;
    }
    if (code === quote && at === cellStart) quoted = true;
    else if (code === between) {
      cells += 1;
      cellStart = at + 1;
      within('columns', cells);
    } else if (at === text.length || code === 0x0a || code === 0x0d) {
      if (ending === '') ending = text.startsWith('\r\n', at) ? '\r\n' : (text[at] ?? '');
      if (at < text.length && !text.startsWith(ending, at)) continue;
      within('rowCharacters', at - start);
      allCells += cells;
      within('cells', allCells);
      if (at > start || at < text.length) records += 1;
      within('rows', records - 1);
      [start, cellStart, cells] = [at + ending.length, at + ending.length, 1];
      at += Math.max(0, ending.length - 1);
    }
  }
  within('rowCharacters', text.length - start);
}

/** What the parser gives with `info`: the cells, and the line on which the record ends. */
const csvRecords = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));

function readRecords(
  text: string,
  delimiter: string,
  hear: HearReading,
  skipped: number,
): Result<EvidenceTable, TableProblem> {
  checkRecords(text, delimiter);
  const found: unknown = parse(text, {
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    on_record: (record, { bytes, records }) => {
      if (records % 2000 === 0) hear(bytes, text.length);
      return record;
    },
  });
  const records = csvRecords.parse(found);
  const starts = records.map(({ record, info }) => info.lines - record.join('').split('\n').length + 1);
  let guarded = 0;
  const cells = records.map(({ record }) =>
    record.map((cell) => {
      if (!guard.test(cell)) return cell;
      guarded += 1;
      return cell.slice(1);
    }),
  );
  const table = tableOfRows(cells, (index) => (starts[index] ?? index + 1) + skipped);
  if (!table.ok || guarded === 0) return table;
  const line = `${count(guarded, 'cell')} began with the apostrophe that keeps programs from taking text for a formula; it was taken off.`;
  return done({ ...table.value, reading: [...(table.value.reading ?? []), line] });
}

/** Notes parted by blank lines: a table of one column. */
function readPlainNotes(text: string): Result<EvidenceTable, TableProblem> {
  const rows: { row: number; cells: readonly string[] }[] = [];
  let open: { row: number; lines: string[]; length: number } | null = null;
  const close = (): void => {
    if (open === null) return;
    rows.push({ row: open.row, cells: [open.lines.join(' ')] });
    within('rows', rows.length);
    open = null;
  };
  let at = 0;
  for (const line of linesOf(text)) {
    at += 1;
    const words = line.trim();
    if (words === '') close();
    else {
      open ??= { row: at, lines: [], length: 0 };
      open.lines.push(words);
      open.length += words.length + 1;
      within('rowCharacters', open.length);
    }
  }
  close();
  return rows.length === 0 ? refused(noTable) : done({ headers: ['Note'], rows });
}

const called: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

/** A table of text: cells between one sign, which is said, and else notes parted by blank lines. */
export function readCsv(text: string, hear: HearReading): Result<EvidenceTable, TableProblem> {
  const chosen = chooseDelimiter(text);
  if (chosen === null) {
    const notes = readPlainNotes(text);
    return notes.ok ? done({ ...notes.value, reading: ['Notes are separated by blank lines.'] }) : notes;
  }
  const skipped = text.slice(0, text.length - chosen.text.length).split('\n').length - 1;
  const table = readRecords(chosen.text, chosen.delimiter, hear, skipped);
  if (!table.ok) return table;
  if (table.value.headers.length === 1) return table;
  const sign = called[chosen.delimiter] ?? `“${chosen.delimiter}”`;
  return done({
    ...table.value,
    reading: [`Columns are separated by ${sign}.`, ...(table.value.reading ?? [])],
  });
}
