import fc from 'fast-check';
import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook, sheetsOf } from '../../../src/main/documents/read-workbook.ts';
import { slicesOf } from '../../../src/main/documents/sheet-slices.ts';
import { excelOf, withSheetXml, workbookOf, type SheetCell } from './evidence-fixtures.ts';

async function rowsOf(workbook: Uint8Array, inPiece?: number): Promise<readonly (readonly unknown[])[]> {
  const [sheet] = sheetsOf(workbook);
  if (sheet === undefined) throw new Error('The workbook has no sheet.');
  return (await readWorkbook(workbook, sheet, inPiece)).rows;
}

const cell: fc.Arbitrary<SheetCell> = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.integer({ min: -9, max: 99_999 }),
  fc.record({ day: fc.integer({ min: 1, max: 60_000 }) }),
);
const table = fc.array(fc.array(cell, { maxLength: 4 }), { minLength: 1, maxLength: 24 });

describe('a sheet that is read in pieces', () => {
  it('says the same as the sheet in one piece, empty rows between included', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, inPiece) => {
        const workbook = excelOf(rows);
        expect(await rowsOf(workbook, inPiece)).toEqual(await rowsOf(workbook, 1_000));
      }),
    );
  });

  it.each([
    ['rows that nobody numbered', / r="\d+"(?=>)/g, ''],
    ['prefixed names', /(<\/?)(?=[a-z])/g, '$1x:'],
    ['single quotation marks', /"/g, "'"],
    ['spaces where nobody writes any', / r="/g, ' \n r = "'],
  ])('has as many rows: %s', (_, from, to) => {
    const sheet = '<worksheet><cols/><sheetData>'.concat(
      ...['A', 'B', 'C', 'D', 'E'].map(
        (text, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${text}</v></c></row>`,
      ),
      '</sheetData><mergeCells/></worksheet>',
    );
    const slices = slicesOf(strToU8(sheet.replaceAll(from, to)), 2);
    expect(slices.map(({ before }) => before)).toEqual([0, 2, 4]);
    const texts = slices.map(({ bytes }) => strFromU8(bytes));
    expect(texts.map((text) => /[A-E](?=<)/g.exec(text)?.[0])).toEqual(['A', 'C', 'E']);
    for (const text of texts) {
      expect(text.match(/A1/g)).toHaveLength(1);
      expect(text.match(/<\/(?:x:)?sheetData/g)).toHaveLength(1);
      expect(text).toMatch(/<\/(?:x:)?worksheet>$/);
    }
  });

  it.each([
    ['a row before the one it follows', '<row r="3">', '<row r="1">'],
    ['a cell of an earlier row', 'r="A3"', 'r="A1"'],
  ])('is refused: %s', async (_, from, to) => {
    const workbook = withSheetXml(excelOf([['a'], ['b'], ['c']]), from, to);
    await expect(rowsOf(workbook, 1)).rejects.toThrow();
    await expect(rowsOf(workbook, 1_000)).rejects.toThrow();
  });
});

describe('a workbook', () => {
  it.each([
    ['nothing', '<sheets>', 2026],
    ['1', '<workbookPr date1904="1"/><sheets>', 2030],
    ['true', '<workbookPr date1904="true"/><sheets>', 2030],
    ['0, and 1 later', '<workbookPr date1904="0"/><workbookPr date1904="1"/><sheets>', 2026],
  ])('whose days are counted from 1904, by %s', async (_, to, year) => {
    const [[day] = []] = await rowsOf(
      withSheetXml(excelOf([[{ day: 46_113 }]]), '<sheets>', to, 'xl/workbook.xml'),
    );
    expect(day instanceof Date && day.getUTCFullYear()).toBe(year);
  });

  it('has sheets of any name', () => {
    const names = ['Évidence & more', 'Dŵr <2>', '数据'];
    const workbook = workbookOf(names.map((name) => ({ name, rows: [['a']] })));
    expect(sheetsOf(workbook).map(({ name }) => name)).toEqual(names);
  });
});
