import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { checkXml } from './bounds/check-xml.ts';
import { BoundMet, documentBounds, within } from './bounds/document-bounds.ts';
import { unzip } from './bounds/unzip.ts';

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

function unescaped(text: string): string {
  return text
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
function partsOf(bytes: Uint8Array, { relation }: Sheet): ReadonlySet<string> {
  const lists = unzip(bytes, (name) => listed.some((list) => list === name));
  const names = new Set<string>(listed);
  checkXml(lists.get(listed[1]) ?? new Uint8Array(), (tag) => {
    const shared = /\/(?:sharedStrings|styles)$/u.test(propertyOf(tag, 'Type'));
    if (!shared && propertyOf(tag, 'Id') !== relation) return;
    const target = propertyOf(tag, 'Target');
    names.add(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  });
  // Where no relation names them the library looks there.
  return names.add('xl/sharedStrings.xml').add('xl/styles.xml');
}

/**
 * The rows of one sheet of a workbook, and which of its rows and columns it hides. The library gets an archive of checked parts and nothing else: it would unpack
 * whatever the file holds.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  sheet: Sheet,
): Promise<{ readonly rows: readonly (readonly unknown[])[]; readonly hidden: Hidden }> {
  const wanted = partsOf(bytes, sheet);
  const parts = unzip(bytes, (name) => wanted.has(name));
  // Only a sheet has rows and columns that can be hidden.
  const found = [...parts.values()].map(checkCells);
  const archive = zipSync(Object.fromEntries(parts), { level: 0 });
  const rows = await readSheet(archive.buffer, sheet.at);
  return {
    rows,
    hidden: {
      rows: new Set(found.flatMap((part) => [...part.rows])),
      columns: new Set(found.flatMap((part) => [...part.columns])),
    },
  };
}
