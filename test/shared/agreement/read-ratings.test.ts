import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excelOf } from '../../main/documents/evidence-fixtures.ts';
import { readTableFile } from '../../../src/main/documents/read-table-file.ts';
import { readRatings } from '../../../src/shared/agreement/read-ratings.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('ratings from a file', () => {
  const scales = [['Outstanding', 'Good', 'Requires improvement to be good', 'Inadequate']];
  type Read = Extract<Awaited<ReturnType<typeof readRatings>>, { readonly ok: true }>['value'];
  async function ratingsOf(text: string | Uint8Array): Promise<Read> {
    const read = await readRatings(typeof text === 'string' ? utf8(text) : text, scales, readTableFile);
    if (!read.ok) throw new Error(read.error.message);
    return read.value;
  }
  it.each([
    ['URN,A,B\n80418,2,2\n80419,2,3\n80426,3,3', ['A', 'B']],
    ['Case number,A,B\n1,2,2\n2,2,3\n3,3,3', ['A', 'B']],
    ['80418,2,2\n80419,2,3\n80426,3,3', ['Rater 1', 'Rater 2']],
    ['Local authority,A,B\nHill,2,2\nDale,2,3\nVale,3,3', ['A', 'B']],
  ])('takes no column that names units for a rater: %s', async (text, raters) => {
    const read = await ratingsOf(text);
    expect(read.raters).toEqual(raters);
    expect(read.ratings).toEqual([
      [2, 2],
      [2, 3],
      [3, 3],
    ]);
    expect(read.reading).toHaveLength(2);
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
  ])('takes a cell for what it says: %s', async (text, expected) => {
    expect((await ratingsOf(text)).ratings).toEqual(expected);
  });

  it('refuses a row with more cells than headings by number', async () => {
    const read = await readRatings(utf8('unit,A,B\nx,1,2\n\ny,1,2,3'), scales, readTableFile);
    expect(read).toMatchObject({ ok: false, error: { message: expect.stringContaining('Row 4') as string } });
  });

  it.each([
    [
      'a workbook',
      excelOf([
        ['Unit', 'A', 'B'],
        ['x', 1, 2],
        ['y', 2, 2],
      ]),
    ],
    ['titles above the headings', utf8('Round of 6 October\n\nUnit,A,B\nx,1,2\ny,2,2')],
    ['UTF-16', new Uint8Array(Buffer.from('Unit;A;B\nx;1;2\ny;2;2', 'utf16le'))],
    ['a JSON matrix', utf8('[[1,2],[2,2]]')],
    ['rows without headings, of which the first has a gap', utf8('1,2\n2,2')],
  ])('are read as other tables are: %s', async (_name, bytes) => {
    const read = await ratingsOf(bytes);
    expect(read.ratings).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('takes a first row of numbers with gaps for no title', async () => {
    const read = await ratingsOf(',,,1\n1,2,2,1\n2,2,2,3');
    expect(read.ratings).toEqual([
      [null, null, null, 1],
      [1, 2, 2, 1],
      [2, 2, 2, 3],
    ]);
  });

  it.each([
    '[[null, 0], [null, null]]',
    '[[1, 2], [null, null]]',
    '[["good", "inadequate"], ["good", "good"]]',
  ])('have no headings in a matrix: %s', async (json) => {
    const { ratings, raters } = await ratingsOf(json);
    expect([ratings.length, raters]).toEqual([2, ['Rater 1', 'Rater 2']]);
  });

  it('come back as they were written, between any sign and as JSON', async () => {
    const grade = fc.option(
      fc.integer({ min: -20, max: 99 }).map((tenths) => tenths / 10),
      { nil: null },
    );
    const table = fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 8 }))
      .chain(([raters, units]) =>
        fc.array(fc.array(grade, { minLength: raters, maxLength: raters }), {
          minLength: units,
          maxLength: units,
        }),
      )
      .filter((units) => units.flat().some((cell) => cell !== null));
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(',', ';', '\t'), fc.boolean(), async (units, sign, comma) => {
        const written = (cell: number | null): string =>
          cell === null ? '' : comma && sign !== ',' ? String(cell).replace('.', ',') : String(cell);
        const head = ['Unit', ...(units[0] ?? []).map((_cell, at) => `Rater ${at + 1}`)];
        const lines = units.map((cells, at) => [`Unit ${at + 1}`, ...cells.map(written)]);
        const read = await ratingsOf([head, ...lines].map((cells) => cells.join(sign)).join('\r\n'));
        expect(read.ratings).toEqual(units);
        expect(read.raters).toEqual(head.slice(1));
        expect((await ratingsOf(JSON.stringify(units))).ratings).toEqual(units);
      }),
    );
  });
});
