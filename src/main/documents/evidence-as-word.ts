import {
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import type { EvidenceDocument } from '../../shared/domain/evidence/evidence-document.ts';

/** Characters that XML 1.0 does not allow; Word refuses a document that holds one. */
const notInXml = /[^\t\n\r\u0020-\uFFFD]/g;

function cell(text: string): TableCell {
  const plain = text.toWellFormed().replaceAll(notInXml, '\uFFFD');
  return new TableCell({ children: plain.split('\n').map((line) => new Paragraph(line)) });
}

/** The evidence base as a Word document: a table a page wide with its header on every page, then abbreviations. */
export async function evidenceAsWord({
  title,
  columns,
  rows,
  abbreviations,
}: EvidenceDocument): Promise<Uint8Array> {
  const document = new Document({
    title: `${title}: evidence`,
    styles: { default: { document: { run: { font: 'Calibri', size: 18, language: { value: 'en-GB' } } } } },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [
          new Paragraph({ text: `${title}: evidence`, heading: HeadingLevel.HEADING_1 }),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: [
              new TableRow({ tableHeader: true, children: columns.map(cell) }),
              ...rows.map((row) => new TableRow({ children: row.map(cell) })),
            ],
          }),
          new Paragraph({ text: 'Abbreviations', heading: HeadingLevel.HEADING_2 }),
          ...abbreviations.map(
            ({ short, long }) =>
              new Paragraph(`${short}: ${long === '' ? 'not spelled out in the notes' : long}`),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
