import { describe, expect, it } from 'vitest';
import { excelOf, withSheetXml, workbookOf } from './evidence-fixtures.ts';
import { readTableFile } from '../../../src/main/documents/read-table-file.ts';
import {
  columnsAsked,
  guessMapping,
  type EvidenceTable,
} from '../../../src/shared/evidence/evidence-table.ts';
import { mapEvidenceRows, type MappedRows } from '../../../src/shared/evidence/map-evidence-rows.ts';
import { readWhen } from '../../../src/shared/evidence/read-when.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function tableOf(bytes: Uint8Array, sheet?: string): Promise<EvidenceTable> {
  const read = await readTableFile(bytes, undefined, sheet);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

async function notesOf(text: string): Promise<MappedRows> {
  const table = await tableOf(utf8(text));
  const guessed = guessMapping(table.headers);
  const otherwise = { kind: 'observation' as const, source: 'Visit', when: '2026-10-06' };
  return mapEvidenceRows(table, { ...guessed, otherwise }, null, []);
}

describe('a table as it is', () => {
  it.each([
    [
      'commas in prose between semicolons',
      'Note;Who\nOne, two, three;A\nFour, five;B',
      ['Note', 'Who'],
      'Columns are separated by semicolons.',
    ],
    [
      'commas in names between tabs',
      'Note\tWho\nOne\tHill, north\nTwo\tHill, south',
      ['Note', 'Who'],
      'Columns are separated by tabs.',
    ],
    [
      'semicolons in cells of several lines between commas',
      'Who,Note\nTeam; north,"Spoke; wrote\nat; length\nmore; so\nand; on"',
      ['Who', 'Note'],
      'Columns are separated by commas.',
    ],
    [
      'quoted words and tabs in cells of several lines between commas',
      'Who,Note\nTeam,"She said ""now\tthen"", and\tleft\nat\tonce"',
      ['Who', 'Note'],
      'Columns are separated by commas.',
    ],
    [
      'line feeds alone in cells without quotes, where rows end in both signs',
      'Who,Note\r\nTeam,Spoke; wrote\nat; length\nmore; so\r\nHill,Once; twice\r\n',
      ['Who', 'Note'],
      'Columns are separated by commas.',
    ],
    [
      'a first line for Excel',
      'sep=;\nNote;Who\nOne;A',
      ['Note', 'Who'],
      'Columns are separated by semicolons.',
    ],
    [
      'titles above the headings',
      'Evidence log\nWestmoor,\n\nNote,Who,When\nOne,A,6/10/2026',
      ['Note', 'Who', 'When'],
      '2 rows above the headings were skipped: “Evidence log / Westmoor”.',
    ],
    [
      'an error of the spreadsheet',
      'Note,Who\nOne,#N/A\nTwo,#REF!',
      ['Note', 'Who'],
      'Cells of rows 2 and 3 hold an error of the spreadsheet, such as #N/A, and were read as empty.',
    ],
  ])('says how it was read: %s', async (_name, text, headers, line) => {
    const table = await tableOf(utf8(text));
    expect(table.headers).toEqual(headers);
    expect(table.reading).toContain(line);
    expect(table.rows.every(({ cells }) => cells.every((cell) => !cell.startsWith('#')))).toBe(true);
  });

  it.each([
    ['one column of quoted notes', 'Text\n"One, with a comma."\n"Two."\n', ['One, with a comma.', 'Two.']],
    [
      'notes with commas parted by blank lines',
      'Spoke with two workers, at length.\n\nRead five plans, of which three drifted.',
      ['Spoke with two workers, at length.', 'Read five plans, of which three drifted.'],
    ],
    ['one column of plain lines', 'Notes\nOne\nTwo', ['One', 'Two']],
  ])('takes what a whole file lacks once: %s', async (_name, text, notes) => {
    const made = await notesOf(text);
    expect(made.notes.map((note) => note.text)).toEqual(notes);
    expect(made.notes.every(({ when }) => when === '2026-10-06T12:00')).toBe(true);
    expect(made.problems).toEqual([]);
  });

  it.each([
    [
      'a comma that is not quoted',
      'Who,Note\nA,Workers know children, and say so.\nB,Second.',
      'and say so.',
    ],
    ['two of them', 'Who;Note\nA;one; two; three\nB;Second.', 'two  three'],
    ['text beyond the headings', 'Who,Note\nA,One,,,far\nB,Second.', 'far'],
  ])('refuses a row with more cells than headings by number: %s', async (_name, text, lost) => {
    const made = await notesOf(text);
    expect(made.notes.map((note) => note.text)).toEqual(['Second.']);
    expect(made.problems.map(({ row }) => row)).toEqual([2]);
    expect(made.problems[0]?.message).toContain(lost);
  });

  it.each([
    [46301.430555555555, '2026-10-06T10:20'],
    [46301.4305555555, '2026-10-06T10:20'],
    [46301.99930555555, '2026-10-06T23:59'],
  ])('keeps the minute of a time in Excel: %d', async (day, expected) => {
    const table = await tableOf(
      excelOf([
        ['Note', 'When'],
        ['Seen', { day }],
      ]),
    );
    expect(table.rows[0]?.cells[1]).toBe(expected);
  });

  it('reads the first sheet that is shown and holds a table, names the others, and takes the one that is asked for', async () => {
    const rows = (note: string): string[][] => [
      ['Note', 'Who'],
      [note, 'A'],
    ];
    const bytes = workbookOf([
      { name: 'Old', state: 'hidden', rows: rows('old') },
      { name: 'Cover', rows: [['Evidence log'], ['Prepared by the team']] },
      { name: 'Notes', rows: rows('new') },
    ]);
    const table = await tableOf(bytes);
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(['new']);
    expect(table.reading).toEqual(['Sheet “Notes” was read; “Old” (hidden) and “Cover” were not.']);
    expect((await tableOf(bytes, 'Old')).rows.map(({ cells }) => cells[0])).toEqual(['old']);
  });
});

describe('what a workbook hides', () => {
  const rows = [
    ['Note', 'Who', 'Checked'],
    ['First', 'A', 'yes'],
    ['Second', 'B', 'no'],
    ['Third', 'C', 'yes'],
  ];
  it.each([
    ['a row', '<row r="3">', '<row r="3" hidden="1">', [3]],
    ['a row in other words', '<row r="4">', '<row ht="0" hidden=\'true\' r="4">', [4]],
    ['nothing where it says so', '<row r="4">', '<row r="4" hidden="0">', []],
  ])('is known by number: %s', async (_name, from, to, hidden) => {
    const table = await tableOf(withSheetXml(excelOf(rows), from, to));
    expect(table.rows.filter((row) => row.hidden === true).map(({ row }) => row)).toEqual(hidden);
    expect(table.rows).toHaveLength(3);
  });

  it.each([
    [false, ['First', 'Third']],
    [true, ['First', 'Second', 'Third']],
  ])('makes notes where a person says so: %s', async (hiddenRows, notes) => {
    const table = await tableOf(withSheetXml(excelOf(rows), '<row r="3">', '<row r="3" hidden="1">'));
    const otherwise = { kind: 'observation' as const, source: '', when: '2026-10-06' };
    const made = mapEvidenceRows(table, { ...guessMapping(table.headers), hiddenRows, otherwise }, null, []);
    expect(made.notes.map(({ text }) => text)).toEqual(notes);
    expect(made.hidden).toEqual([3]);
  });

  it.each([
    ['<col min="3" max="3" width="0" hidden="1"/>', 'The workbook hides column C; it was read all the same.'],
    [
      '<col min="2" max="16384" hidden="1"/>',
      'The workbook hides columns B and C; they were read all the same.',
    ],
    ['<col min="7" max="9" hidden="1"/>', undefined],
  ])('is said of columns with something in them: %s', async (column, line) => {
    const table = await tableOf(
      withSheetXml(excelOf(rows), '<sheetData>', `<cols>${column}</cols><sheetData>`),
    );
    expect(table.reading?.[0]).toBe(line);
    expect(table.rows[0]?.cells).toEqual(['First', 'A', 'yes']);
  });
});

describe('UTF-16 without a mark', () => {
  const text = 'Note,Who\nSeen at home – twice,Zoë\nRead,Łukasz\n';
  const little = new Uint8Array(Buffer.from(text, 'utf16le'));
  it.each([
    ['as Windows writes it', little],
    ['the other way round', new Uint8Array(Buffer.from(little).swap16())],
  ])('is read and said: %s', async (_name, bytes) => {
    const table = await tableOf(bytes);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['Seen at home – twice', 'Zoë'],
      ['Read', 'Łukasz'],
    ]);
    expect(table.warnings?.[0]).toContain('UTF-16');
  });

  it.each([
    ['with its mark nothing is said', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')), true],
    ['zeros that are no text', new Uint8Array(4000), false],
    ['binary with some zeros', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256), false],
  ])('is no other file: %s', async (_name, bytes, ok) => {
    const read = await readTableFile(bytes);
    expect(read.ok).toBe(ok);
    if (read.ok) expect(read.value.warnings).toEqual([]);
  });
});

describe('columns that no heading tells', () => {
  it.each([
    ['What we saw,Person\nOne,A', ['text', 'source', 'when']],
    ['Note,Role\nOne,A', ['when']],
    ['Note,Who,When\nOne,A,6/10/2026', []],
  ])('are asked after: %s', async (text, fields) => {
    const { headers } = await tableOf(utf8(text));
    const words = { text: 'holds the notes', source: 'Who or what', when: 'On which day' };
    const asked = columnsAsked(headers, guessMapping(headers));
    expect(asked).toHaveLength(fields.length);
    for (const [at, field] of fields.entries())
      expect(asked[at]).toContain(Object.entries(words).find(([name]) => name === field)?.[1]);
  });
});

describe('a day and a time', () => {
  it.each([
    ['2026-07-06T23:30:00Z', '2026-07-07T00:30'],
    ['2026-07-06T10:20:00+01:00', '2026-07-06T10:20'],
    ['2026-12-06T10:20:00+05:30', '2026-12-06T04:50'],
    ['17-Nov-26', '2026-11-17T12:00'],
    ['17 Sept 2026', '2026-09-17T12:00'],
    ['3 Junk 2026', null],
    ['3 marsh 2026', null],
    ['6/10/26', null],
  ])('%s', (said, expected) => {
    expect(readWhen(said)).toBe(expected);
  });
});
