import { zipOf, type Hostile } from './zip-of.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetOf = (rows: string, before = '', after = ''): string =>
  `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
const cell = (at: string, text = 'a'): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (at: number | string, cells: string): string => `<row r="${at}">${cells}</row>`;
const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('');
const plain = row(1, cell('A1', 'Note') + cell('B1', 'Date')) + row(2, cell('A2') + cell('B2'));

interface Parts {
  readonly sheet?: string | Uint8Array;
  readonly strings?: string;
  readonly id?: string;
  readonly target?: string;
  readonly sheets?: number;
  readonly level?: number;
}

/** A workbook of a sheet and shared strings, written by hand. */
function book({
  sheet = sheetOf(plain),
  strings,
  id = 'r1',
  target = 'worksheets/sheet1.xml',
  sheets = 1,
  level = 1,
}: Parts): Uint8Array {
  const names = times(sheets, (at) => `<sheet name="S${at}" sheetId="${at + 1}" r:id="${id}"/>`);
  return zipOf([
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets>${names}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="${id}" Type="${rel}/worksheet" Target="${target}"/><Relationship Id="r2" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet, level },
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: strings }]),
  ]);
}

const table = (name: string, parts: () => Parts, refusal: RegExp | null): Hostile => ({
  name: `Excel: ${name}`,
  as: 'table',
  bytes: () => book(parts()),
  refusal,
});
const rows =
  (inside: string): (() => Parts) =>
  () => ({ sheet: sheetOf(inside) });

/** Workbooks that say little and mean much. */
export const hostileWorkbooks: readonly Hostile[] = [
  table(
    'a cell at its last row and column',
    rows(plain + row(1_048_576, cell('XFD1048576'))),
    /more than 100,000 rows/u,
  ),
  table(
    'a cell at its last column',
    rows(row(1, cell('A1') + cell('XFD1')) + row(90_000, cell('A90000'))),
    /more than 1,000 columns/u,
  ),
  table(
    'two cells far apart',
    rows(row(1, cell('A1')) + row(6000, cell('AHN6000'))),
    /more than 5,000,000 cells/u,
  ),
  table('empty cells and rows to its last', rows(plain + row(1_048_576, '<c r="XFD1048576" s="1"/>')), null),
  table('a row a billion rows down', rows(row(999_999_999, cell('A999999999'))), /more than 100,000 rows/u),
  table('a row at no end', rows(row('Infinity', cell('A1'))), /damaged/u),
  table('a row at 1e9', rows(row('1e9', cell('A1'))), /damaged/u),
  table('a column of ten letters', rows(row(1, cell('ZZZZZZZZZZ1'))), /damaged/u),
  table('an address that is spelt out', rows(row(1, cell('&#88;FD1'))), /damaged/u),
  table(
    'an address behind a long property',
    rows(`<row r="1"><c s="${'1'.repeat(500)}" r="XFD1048576"><v>1</v></c></row>`),
    /damaged/u,
  ),
  table(
    '100,100 rows',
    () => ({ sheet: sheetOf(times(100_100, (at) => row(at + 1, `<c r="A${at + 1}"><v>${at}</v></c>`))) }),
    /more than 100,000 rows/u,
  ),
  table(
    'a dimension of all there is',
    () => ({ sheet: sheetOf(plain, '<dimension ref="A1:XFD1048576"/>') }),
    null,
  ),
  table(
    'a merge of all there is',
    () => ({ sheet: sheetOf(plain, '', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>') }),
    null,
  ),
  table(
    'four billion shared texts, it says',
    () => ({ strings: `<sst count="4294967295" uniqueCount="4294967295"><si><t>a</t></si></sst>` }),
    null,
  ),
  table(
    'one long text said by every cell',
    () => ({
      sheet: sheetOf(times(10_000, (at) => row(at + 1, `<c r="A${at + 1}" t="s"><v>0</v></c>`))),
      strings: `<sst><si><t>${times(100_000, (at) => `word${at} `)}</t></si></sst>`,
    }),
    /more than 60,000,000 letters/u,
  ),
  table(
    'entities among its texts',
    () => ({ strings: '<!DOCTYPE s [<!ENTITY a "ha">]><sst><si><t>&a;</t></si></sst>' }),
    /XML entities/u,
  ),
  table(
    '90 MB of sheet, packed',
    () => ({ sheet: new Uint8Array(90_000_000).fill(32) }),
    /unpacks to more than 80 MB/u,
  ),
  table(
    '60 MB of sheet, packed',
    () => ({ sheet: new Uint8Array(60_000_000).fill(32), level: 6 }),
    /more than 250 times its size/u,
  ),
  table(
    'a million elements within each other',
    () => ({ sheet: sheetOf(times(1_000_000, (at) => `<row s="${at}">`)) }),
    /more than 256 deep/u,
  ),
  table(
    'a cell of 100,000 properties',
    () => ({ sheet: sheetOf(`<c ${times(100_000, (at) => `a${at}="" `)}/>`) }),
    /more than 256 properties/u,
  ),
  table('its list of sheets as its sheet', () => ({ target: 'workbook.xml' }), /damaged|no table/u),
  table('a sheet that is not there', () => ({ target: '../../../etc/passwd' }), /damaged/u),
  table('a relation called __proto__', () => ({ id: '__proto__' }), /damaged|no table/u),
  table('50,000 sheets', () => ({ sheets: 50_000 }), null),
  { name: 'Excel: cut in its middle', as: 'table', bytes: () => book({}).slice(0, 500), refusal: /damaged/u },
  { name: 'Excel: imported as a report', as: 'report', bytes: () => book({}), refusal: /not plain text/u },
];
