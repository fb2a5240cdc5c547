import { strToU8, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { checkXml } from './bounds/check-xml.ts';
import { BoundMet, documentBounds, within } from './bounds/document-bounds.ts';
import { unzip } from './bounds/unzip.ts';
import { slicesOf } from './sheet-slices.ts';

/** Rows of a sheet at most, as Excel itself has them; those beyond `rows` may be empty. */
const mostRowsOfExcel = 1_048_576;
const local = /^(?:[^\s:/>]+:)?([^\s:/>]+)/u;
const addresses = /(?:^|\s)(?:[^\s:="']+:)?r\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** The one address of a row or cell; every property of that name must be one, so that no reader sees another. */
function addressOf(tag: string): { readonly row: number; readonly column: number } | null {
  let found = null;
  for (const [, double, single] of tag.matchAll(addresses)) {
    const [, letters, digits] = /^([A-Z]{0,3})(\d{1,9})$/u.exec(double ?? single ?? '') ?? [];
    if (digits === undefined || tag.length > 390) throw new Error('A cell has no address that can be read.');
    let column = 0;
    for (const letter of letters ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
    found = { row: Number(digits), column };
  }
  return found;
}

/** What a sheet hides, by number, 1 for the first: rows that a filter or a person hid, and columns. */
interface Hidden {
  readonly rows: Set<number>;
  readonly columns: Set<number>;
}

function isHidden(tag: string): boolean {
  return tag.includes('hidden') && /^(?:1|true)$/u.test(propertyOf(tag, 'hidden'));
}

/**
 * Refuses a part of a workbook whose cells reach too far: the library fills every row up to the last column that has
 * something in it, whatever lies between. Cells and rows with nothing in them may stand anywhere.
 */
function checkCells(bytes: Uint8Array): Hidden {
  const hidden: Hidden = { rows: new Set(), columns: new Set() };
  let [row, column, lastRow, lastColumn, filled] = [0, 0, 0, 0, 0];
  checkXml(bytes, (tag) => {
    const name = local.exec(tag)?.[1];
    if (name === 'row') {
      row = addressOf(tag)?.row ?? row + 1;
      column = 0;
      if (row > mostRowsOfExcel) throw new BoundMet('rows');
      if (isHidden(tag)) hidden.rows.add(row);
    } else if (name === 'col' && isHidden(tag)) {
      const last = Math.min(Number(propertyOf(tag, 'max')), documentBounds.columns.most);
      for (let at = Number(propertyOf(tag, 'min')); at <= last; at += 1) hidden.columns.add(at);
    } else if (name === 'c') {
      const address = addressOf(tag);
      column = address?.column ?? column + 1;
      row = address?.row ?? row;
      if (row > mostRowsOfExcel) throw new BoundMet('rows');
    } else if (name === 'v' || name === 'is') {
      filled += 1;
      lastRow = Math.max(lastRow, row);
      lastColumn = Math.max(lastColumn, column);
    }
  });
  within('rows', lastRow - 1);
  within('columns', lastColumn);
  within('cells', Math.max(filled, lastRow * lastColumn));
  return hidden;
}

/** The value of an element's property, whatever prefix it has; '' where it has none of that name. */
function propertyOf(tag: string, name: string): string {
  const value = new RegExp(`\\s(?:[^\\s:="']+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag);
  return value?.[1] ?? value?.[2] ?? '';
}

const listed = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'] as const;

/** A sheet of a workbook: its name, whether it is hidden, and the id of the relation to its part. */
interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
  /** 1 for the first. */
  readonly at: number;
}

/** What a property says: its bytes as text, and its signs as they are meant. */
function unescaped(text: string): string {
  return Buffer.from(text, 'latin1')
    .toString('utf8')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** The sheets of a workbook in their order. */
export function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  const lists = unzip(bytes, (name) => name === listed[0]);
  const sheets: Sheet[] = [];
  checkXml(lists.get(listed[0]) ?? new Uint8Array(), (tag) => {
    if (local.exec(tag)?.[1] !== 'sheet') return;
    sheets.push({
      name: unescaped(propertyOf(tag, 'name')),
      hidden: /^(?:hidden|veryHidden)$/u.test(propertyOf(tag, 'state')),
      relation: propertyOf(tag, 'id'),
      at: sheets.length + 1,
    });
  });
  return sheets;
}

/** The names of the parts that a sheet is read from; a workbook may hold much else, and larger sheets. */
interface SheetParts {
  readonly sheet: string;
  readonly strings: string;
  readonly styles: string;
  /** Whether its days are counted from 1904, as Excel for the Mac once did. */
  readonly from1904: boolean;
}

function partsOf(bytes: Uint8Array, { relation }: Sheet): SheetParts {
  const lists = unzip(bytes, (name) => listed.some((list) => list === name));
  const [book, relations] = listed.map((name) => lists.get(name) ?? new Uint8Array());
  // Where no relation names them they stand there.
  const names = { sheet: '', strings: 'xl/sharedStrings.xml', styles: 'xl/styles.xml' };
  checkXml(relations ?? new Uint8Array(), (tag) => {
    const [, kind = ''] = /\/(sharedStrings|styles)$/u.exec(propertyOf(tag, 'Type')) ?? [];
    const target = unescaped(propertyOf(tag, 'Target'));
    const name = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    if (kind === 'sharedStrings') names.strings = name;
    else if (kind === 'styles') names.styles = name;
    else if (propertyOf(tag, 'Id') === relation) names.sheet = name;
  });
  // Where it is said more than once, as it is said first.
  const counted: string[] = [];
  checkXml(book ?? new Uint8Array(), (tag) => {
    if (local.exec(tag)?.[1] === 'workbookPr') counted.push(propertyOf(tag, 'date1904'));
  });
  return { ...names, from1904: /^(?:1|true)$/u.test(counted[0] ?? '') };
}

const xmlns = 'http://schemas.openxmlformats.org';
const related = `${xmlns}/officeDocument/2006/relationships`;

/** A workbook whose sheets are these, with the texts and styles that they share, where there are any. */
function workbookOf(
  sheets: readonly Uint8Array[],
  { strings, styles }: { readonly strings: Uint8Array | undefined; readonly styles: Uint8Array | undefined },
  from1904: boolean,
): ArrayBuffer {
  const each = (make: (at: number) => string): string => sheets.map((_, at) => make(at + 1)).join('');
  const parts: Record<string, Uint8Array> = {
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${xmlns}/spreadsheetml/2006/main" xmlns:r="${related}"><workbookPr date1904="${from1904 ? 1 : 0}"/>` +
        `<sheets>${each((at) => `<sheet name="${at}" sheetId="${at}" r:id="s${at}"/>`)}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${xmlns}/package/2006/relationships">` +
        `${each((at) => `<Relationship Id="s${at}" Type="${related}/worksheet" Target="worksheets/sheet${at}.xml"/>`)}</Relationships>`,
    ),
  };
  if (strings !== undefined) parts['xl/sharedStrings.xml'] = strings;
  if (styles !== undefined) parts['xl/styles.xml'] = styles;
  for (const [at, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${at + 1}.xml`] = sheet;
  return zipSync(parts, { level: 0 }).buffer;
}

/** Rows that the library reads in one piece: some 1 MB of XML. */
const rowsInPiece = 2_000;

/**
 * The rows of one sheet of a workbook, and which of its rows and columns it hides. The library gets an archive of checked
 * parts and nothing else (it would unpack whatever the file holds), and long sheets in pieces.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  sheet: Sheet,
  inPiece = rowsInPiece,
): Promise<{ readonly rows: readonly (readonly unknown[])[]; readonly hidden: Hidden }> {
  const names = partsOf(bytes, sheet);
  const wanted = new Set([names.sheet, names.strings, names.styles]);
  const parts = unzip(bytes, (name) => wanted.has(name));
  const cells = parts.get(names.sheet);
  if (cells === undefined) throw new Error('The workbook does not hold the sheet that it names.');
  const hidden = checkCells(cells);
  const shared = { strings: parts.get(names.strings), styles: parts.get(names.styles) };
  for (const part of Object.values(shared)) checkXml(part ?? new Uint8Array());
  const slices = slicesOf(cells, inPiece);
  const archive = workbookOf(
    slices.map((slice) => slice.bytes),
    shared,
    names.from1904,
  );
  const read = await readXlsxFile(archive);
  const columns = Math.max(0, ...read.map(({ data }) => data[0]?.length ?? 0));
  const rows: unknown[][] = [];
  for (const [at, { before }] of slices.entries()) {
    const { data } = read[at] ?? { data: [] };
    while (data.length > 0 && rows.length < before) rows.push([]);
    for (const row of data) rows.push(row);
  }
  for (const row of rows) while (row.length < columns) row.push(null);
  return { rows, hidden };
}
