import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { excelOf } from './evidence-fixtures.ts';
import { houseTemplate } from '../../shared/documents/house-template.ts';
import { tableAsCsv } from '../../../src/main/composition/compose-ports.ts';
import { documentAsWord } from '../../../src/main/documents/document-as-word.ts';
import { readTableFile } from '../../../src/main/documents/read-table-file.ts';
import { documentAsHtml } from '../../../src/shared/documents/document-as-html.ts';
import { evidenceBaseDocument } from '../../../src/shared/documents/evidence-base-document.ts';
import type { EvidenceDocument } from '../../../src/shared/documents/evidence-document.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function cells(bytes: Uint8Array): Promise<unknown> {
  const read = await readTableFile(bytes);
  return read.ok
    ? [read.value.headers, ...read.value.rows.map((row) => [row.row, ...row.cells])]
    : read.error.message;
}

const bytesOf = (...parts: readonly (string | number)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : [part])));

describe('the encoding of a table', () => {
  it.each<[string, Uint8Array, string, readonly RegExp[]]>([
    ['all UTF-8', bytesOf('Note\tDay\nZoë’s\t1'), 'Zoë’s', []],
    [
      'all Windows-1252',
      bytesOf('Note\tDay\nIt', 0x92, 's caf', 0xe9, '\t1'),
      'It’s café',
      [/^The file is not UTF-8; it was read as Windows-1252/u],
    ],
    [
      'UTF-8 with one line of Windows-1252',
      bytesOf('Note\tDay\nIt', 0x92, 's\t1\nZoë’s\t2'),
      'It’s Zoë’s',
      [/^The file mixes two encodings\. Most of it is UTF-8; line 2 is not and was read as Windows-1252\./u],
    ],
    [
      'UTF-8 with lines of Windows-1252',
      bytesOf('Zoë\tDay\nIt', 0x92, 's\t1\ncaf', 0xe9, '\t2'),
      'It’s café',
      [/lines 2 and 3 are not and were read as Windows-1252\./u],
    ],
    [
      'a field of two lines, each in an encoding of its own',
      bytesOf('Note\tDay\n"Zoë\ncaf', 0xe9, '"\t1'),
      'Zoë\ncafé',
      [/line 3 is not/u],
    ],
  ])('is told line by line: %s', async (_, bytes, first, warnings) => {
    const read = await readTableFile(bytes);
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.rows.map((row) => row.cells[0]).join(' ')).toBe(first);
    expect(read.value.warnings).toHaveLength(warnings.length);
    warnings.forEach((warning, at) => expect(read.value.warnings?.[at]).toMatch(warning));
  });
});

describe('a table of evidence', () => {
  it.each<[string, Uint8Array, readonly unknown[]]>([
    [
      'CSV with commas',
      utf8('Note,Date\nSeen,6/10/2026\n'),
      [
        ['Note', 'Date'],
        [2, 'Seen', '6/10/2026'],
      ],
    ],
    [
      'semicolons and a byte order mark',
      utf8('\uFEFFNote;Date\r\nSeen;6/10/2026'),
      [
        ['Note', 'Date'],
        [2, 'Seen', '6/10/2026'],
      ],
    ],
    [
      'tabs',
      utf8('Note\tDate\nSeen\t6/10/2026'),
      [
        ['Note', 'Date'],
        [2, 'Seen', '6/10/2026'],
      ],
    ],
    [
      'quotes with new lines and doubled quotes, rows kept by the line they begin on',
      utf8('Note,Date\n"Two\nlines, ""said"" so",6/10/2026\n\nNext,7/10/2026\n'),
      [
        ['Note', 'Date'],
        [2, 'Two\nlines, "said" so', '6/10/2026'],
        [5, 'Next', '7/10/2026'],
      ],
    ],
    [
      'Windows characters',
      Uint8Array.from([...utf8('Note,Date\nIt'), 0x92, ...utf8('s,6/10/2026')]),
      [
        ['Note', 'Date'],
        [2, 'It’s', '6/10/2026'],
      ],
    ],
    [
      'rows shorter and longer than the header',
      utf8('Note,Date\na\nb,c,d'),
      [
        ['Note', 'Date'],
        [2, 'a'],
        [3, 'b', 'c', 'd'],
      ],
    ],
    [
      'plain notes, parted by blank lines',
      utf8('First seen\nat home.\n\n\nSecond.\n'),
      [['Note'], [1, 'First seen at home.'], [5, 'Second.']],
    ],
    [
      'Excel with a day, a formula’s last value, numbers, and merged cells',
      excelOf(
        [
          ['Note', 'Date', 'Count'],
          ['Seen', { day: 46301 }, 3],
          [{ formula: 'HYPERLINK("http://x")', value: 'Shown' }, '2026-10-07', 0.5],
          ['', '', ''],
          ['Last', '', ''],
        ],
        ['A3:A4'],
      ),
      [
        ['Note', 'Date', 'Count'],
        [2, 'Seen', '2026-10-06', '3'],
        [3, 'Shown', '2026-10-07', '0.5'],
        [5, 'Last', '', ''],
      ],
    ],
  ])('is read from %s', async (_name, bytes, expected) => {
    expect(await cells(bytes)).toEqual(expected);
  });

  it('is read from the tables of a Word file, spanned cells kept in their columns', async () => {
    const row = (...texts: readonly (string | [string, number])[]): TableRow =>
      new TableRow({
        children: texts.map((written) => {
          const [text, columnSpan] = typeof written === 'string' ? [written, 1] : written;
          return new TableCell({ columnSpan, children: [new Paragraph(text)] });
        }),
      });
    const file = new Document({
      sections: [
        {
          children: [
            new Paragraph('Notes of the visit'),
            new Table({ rows: [row('Note', 'Source', 'Date'), row(['Seen at home', 2], '6/10/2026')] }),
          ],
        },
      ],
    });
    expect(await cells(new Uint8Array(await Packer.toBuffer(file)))).toEqual([
      ['Note', 'Source', 'Date'],
      [2, 'Seen at home', '', '6/10/2026'],
    ]);
  });

  it.each([
    ['an empty file', new Uint8Array()],
    ['a header alone', utf8('Note,Date\n')],
    ['an Excel file cut short', excelOf([['Note'], ['a']]).slice(0, 300)],
    ['CSV cut short inside a quote', utf8('Note,Date\n"never closed,1')],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0)],
    ['more rows than are read', utf8(`Note,Date\n${'a,b\n'.repeat(100_001)}`)],
  ])('is refused in words for %s, with nothing imported', async (_name, bytes) => {
    expect(await cells(bytes)).toContain('Nothing was imported and the file is unchanged.');
  });
});

describe('the evidence base handed on', () => {
  const evidence: EvidenceDocument = {
    title: 'North & mere',
    columns: ['Code', 'Note'],
    rows: [
      ['CT-001', '=HYPERLINK("http://x")'],
      ['CT-002', '+1'],
      ['CT-003', '-1'],
      ['CT-004', '@cmd'],
      ['CT-005', 'Two\nlines, "said" <b>'],
    ],
    abbreviations: [{ short: 'EDT', long: 'Emergency Duty Team' }],
  };

  it('is CSV in which no cell is a formula and nothing is lost', async () => {
    const bytes = await tableAsCsv(evidence);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(text.startsWith('\uFEFF')).toBe(true);
    for (const cell of ['=HYPER', '+1', '-1', '@cmd']) expect(text).toMatch(new RegExp(`,"?'\\${cell}`));
    const read = await readTableFile(bytes);
    expect(read.ok && read.value.rows.at(4)?.cells).toEqual(['CT-005', 'Two\nlines, "said" <b>']);
  });

  it('is a page that escapes what people wrote, and a Word file whose table reads back', async () => {
    const { style } = houseTemplate();
    const document = evidenceBaseDocument(evidence, { words: 'Draft. Not final.', watermark: 'Draft' });
    expect(documentAsHtml(document, style)).toContain('Two\nlines, &quot;said&quot; &lt;b&gt;');
    expect(documentAsHtml(document, style)).toContain('<dt>EDT</dt><dd>Emergency Duty Team</dd>');
    const read = await readTableFile(await documentAsWord(document, style));
    expect(read.ok && read.value.rows.map((row) => row.cells[1])).toEqual(
      evidence.rows.map(([, text]) => text),
    );
  });
});
