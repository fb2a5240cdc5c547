import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { excelOf } from './evidence-fixtures.ts';
import { readEvidenceTable } from '../../../src/main/documents/read-evidence-table.ts';
import { readRatings } from '../../../src/main/documents/read-ratings.ts';
import { guessMapping, type EvidenceTable } from '../../../src/shared/evidence/evidence-table.ts';
import { mapEvidenceRows, type MappedRows } from '../../../src/shared/evidence/map-evidence-rows.ts';
import { readWhen } from '../../../src/shared/evidence/read-when.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function tableOf(bytes: Uint8Array, sheet?: string): Promise<EvidenceTable> {
  const read = await readEvidenceTable(bytes, undefined, sheet);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

async function notesOf(text: string): Promise<MappedRows> {
  const table = await tableOf(utf8(text));
  const guessed = guessMapping(table.headers);
  const otherwise = { kind: 'observation' as const, source: 'Visit', when: '2026-10-06' };
  return mapEvidenceRows(table, { ...guessed, otherwise }, null, []);
}

/** A workbook with these sheets, each with its rows. */
function workbookOf(
  sheets: readonly { readonly name: string; readonly state?: string; readonly rows: readonly string[][] }[],
): Uint8Array {
  const files = unzipSync(excelOf([['']]));
  const put = (name: string, from: string, to: string): void => {
    files[name] = strToU8(strFromU8(files[name] ?? new Uint8Array()).replace(from, to));
  };
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  sheets.forEach(({ rows }, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      unzipSync(excelOf(rows))['xl/worksheets/sheet1.xml'] ?? new Uint8Array();
  });
  put(
    'xl/workbook.xml',
    '<sheet name="Evidence" sheetId="1" r:id="r1"/>',
    sheets
      .map(
        ({ name, state = 'visible' }, at) =>
          `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="s${at + 1}"/>`,
      )
      .join(''),
  );
  put(
    'xl/_rels/workbook.xml.rels',
    `<Relationship Id="r1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/>`,
    sheets
      .map(
        (_sheet, at) =>
          `<Relationship Id="s${at + 1}" Type="${rel}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join(''),
  );
  return zipSync(files);
}

describe('a table as it is', () => {
  it.each([
    [
      'commas in prose between semicolons',
      'Note;Who\nOne, two, three;A\nFour, five;B',
      ['Note', 'Who'],
      'Cells parted by semicolons.',
    ],
    [
      'commas in names between tabs',
      'Note\tWho\nOne\tHill, north\nTwo\tHill, south',
      ['Note', 'Who'],
      'Cells parted by tabs.',
    ],
    ['a first line for Excel', 'sep=;\nNote;Who\nOne;A', ['Note', 'Who'], 'Cells parted by semicolons.'],
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

describe('ratings from a file', () => {
  const scales = [['Outstanding', 'Good', 'Requires improvement to be good', 'Inadequate']];
  function ratingsOf(text: string): {
    raters: readonly string[];
    ratings: unknown;
    reading: readonly string[];
  } {
    const read = readRatings(text, scales);
    if (!read.ok) throw new Error(read.error.message);
    return read.value;
  }
  it.each([
    ['URN,A,B\n80418,2,2\n80419,2,3\n80426,3,3', ['A', 'B']],
    ['Case number,A,B\n1,2,2\n2,2,3\n3,3,3', ['A', 'B']],
    ['80418,2,2\n80419,2,3\n80426,3,3', ['Rater 1', 'Rater 2']],
    ['Local authority,A,B\nHill,2,2\nDale,2,3\nVale,3,3', ['A', 'B']],
  ])('takes no column that names units for a rater: %s', (text, raters) => {
    const read = ratingsOf(text);
    expect(read.raters).toEqual(raters);
    expect(read.ratings).toEqual([
      [2, 2],
      [2, 3],
      [3, 3],
    ]);
    expect(read.reading).toHaveLength(1);
  });

  it.each([
    [
      'unit;A;B\nx;2,5;2,5\ny;3,0;3,5',
      [
        [2.5, 2.5],
        [3, 3.5],
      ],
    ],
    [
      'unit\tA\tB\nHill, north\t2\t2\nHill, south\t3\t2',
      [
        [2, 2],
        [3, 2],
      ],
    ],
    [
      'unit,A,B\nx,Good,#N/A\ny,Good,Good',
      [
        [2, null],
        [2, 2],
      ],
    ],
    [
      'unit,A,B\nx,Requires improvement,requires-improvement\ny,Requires improvement to be good.,Good',
      [
        [3, 3],
        [3, 2],
      ],
    ],
  ])('takes a cell for what it says: %s', (text, expected) => {
    expect(ratingsOf(text).ratings).toEqual(expected);
  });

  it('refuses a row with more cells than headings by number', () => {
    const read = readRatings('unit,A,B\nx,1,2\ny,1,2,3', scales);
    expect(read).toMatchObject({ ok: false, error: { message: expect.stringContaining('Row 3') as string } });
  });
});
