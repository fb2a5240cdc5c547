import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A cell of a made sheet: text, a number, a day as Excel counts it, or a formula with the value it last had. */
export type SheetCell =
  string | number | { readonly day: number } | { readonly formula: string; readonly value: string };

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function cellXml(cell: SheetCell, at: string): string {
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${xml(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if ('day' in cell) return `<c r="${at}" s="1"><v>${cell.day}</v></c>`;
  return `<c r="${at}" t="str"><f>${xml(cell.formula)}</f><v>${xml(cell.value)}</v></c>`;
}

/** An Excel file of one sheet, written by hand; `merged` are ranges such as "A3:A4". */
export function excelOf(rows: readonly (readonly SheetCell[])[], merged: readonly string[] = []): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const type = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const sheet = rows
    .map((cells, at) => {
      const inside = cells.map((cell, column) =>
        cellXml(cell, `${String.fromCharCode(65 + column)}${at + 1}`),
      );
      return `<row r="${at + 1}">${inside.join('')}</row>`;
    })
    .join('');
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const files = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${head}<Relationships xmlns="${type}"><Relationship Id="r1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${type}"><Relationship Id="r1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="Evidence" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}</worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** An Excel file with something of its sheet's XML, or of another part's, written otherwise. */
export function withSheetXml(
  workbook: Uint8Array,
  from: string,
  to: string,
  name = 'xl/worksheets/sheet1.xml',
): Uint8Array {
  const files = unzipSync(workbook);
  files[name] = strToU8(strFromU8(files[name] ?? new Uint8Array()).replaceAll(from, to));
  return zipSync(files);
}

/** A workbook with these sheets, each with its rows. */
export function workbookOf(
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
          `<sheet name="${xml(name)}" sheetId="${at + 1}" state="${state}" r:id="s${at + 1}"/>`,
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
