import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import type { Framework } from '../../../src/shared/framework/framework-schema.ts';
import { gradeTitle } from '../../../src/shared/framework/grade-order.ts';
import type { ImportedReport } from '../../../src/shared/report/imported-report.ts';

const bytes = async (document: Document): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(document));
const plain = (text: string): Paragraph => new Paragraph(text);

/** The day as reports print it. */
const day = (iso: string | null): string =>
  new Date(`${iso ?? ''}T12:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** A report as a Word file, as an office would keep it: a real table of grades, headings, and a paragraph a paragraph. */
export function wordOf(report: ImportedReport, framework: Framework): Promise<Uint8Array> {
  const row = (...cells: readonly string[]): TableRow =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [plain(text)] })) });
  const graded = report.areas.flatMap((area) => {
    const title = framework.areas.find(({ id }) => id === area.id)?.printed[0] ?? area.title;
    return area.grade === null ? [] : [{ ...area, title, words: gradeTitle(framework, area.id, area.grade) }];
  });
  return bytes(
    new Document({
      sections: [
        {
          children: [
            ...(report.provider === null || report.title.includes(report.provider)
              ? []
              : [plain(report.provider)]),
            plain(report.title),
            plain(`Inspection dates: ${day(report.inspection.start)} to ${day(report.inspection.end)}`),
            plain(`Lead inspector: ${report.leadInspector ?? ''}, His Majesty’s Inspector`),
            new Table({
              rows: [row('Judgement', 'Grade'), ...graded.map((area) => row(area.title, area.words))],
            }),
            ...report.summary.map(plain),
            new Paragraph({ text: 'What needs to improve?', heading: HeadingLevel.HEADING_2 }),
            ...report.improvements.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
            ...graded
              .filter((area) => area.paragraphs.length > 0)
              .flatMap((area) => [
                new Paragraph({
                  text: `${area.title}: ${area.words.toLowerCase()}`,
                  heading: HeadingLevel.HEADING_2,
                }),
                ...area.paragraphs.map(plain),
              ]),
          ],
        },
      ],
    }),
  );
}

/** A Word file that is one table. */
export function wordTable(...rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const table = new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [plain(text)] })) }),
    ),
  });
  return bytes(new Document({ sections: [{ children: [table] }] }));
}

/** A short report of two authors' tracked changes and comments. */
export function trackedWord(): Promise<Uint8Array> {
  const jane = { author: 'Jane Roe', date: '2026-10-08T09:00:00Z' };
  const tom = { author: 'Tom Hale', date: '2026-10-09T10:30:00Z' };
  const comment = (id: number, text: string, by: typeof jane): object => ({
    id,
    author: by.author,
    date: new Date(by.date),
    children: [plain(text)],
  });
  return bytes(
    new Document({
      comments: {
        children: [
          comment(0, 'Is this the figure for the whole year?', tom) as never,
          comment(1, 'Check against the audit.', jane) as never,
        ],
      },
      sections: [
        {
          children: [
            plain('Inspection of Northmere children’s services'),
            plain('Inspection dates: 8 June 2026 to 19 June 2026'),
            plain('Lead inspector: Ada Brook, His Majesty’s Inspector'),
            new Paragraph({
              children: [
                new TextRun('Plans are '),
                new DeletedTextRun({ text: 'mostly ', id: 10, ...jane }),
                new InsertedTextRun({ text: 'sometimes ', id: 11, ...jane }),
                new TextRun('clear for children who '),
                new CommentRangeStart(0),
                new TextRun('wait longest'),
                new CommentRangeEnd(0),
                new TextRun({ children: [new CommentReference(0)] }),
                new TextRun('.'),
              ],
            }),
            new Paragraph({
              children: [
                new CommentRangeStart(1),
                new TextRun('Visits are regular'),
                new CommentRangeEnd(1),
                new TextRun({ children: [new CommentReference(1)] }),
                new InsertedTextRun({ text: ' in all teams seen', id: 12, ...tom }),
                new TextRun('.'),
              ],
            }),
          ],
        },
      ],
    }),
  );
}

/** A file of PDF objects, the first of them its catalogue; `locked` names the object that holds its encryption. */
function pdfOf(objects: readonly string[], locked = ''): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = file.length;
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${locked} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

/** A PDF of one empty page; with `encrypted`, one that nobody has the password of. */
export function barePdf(encrypted: boolean): Uint8Array {
  const id = '00'.repeat(16);
  return pdfOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
      `<< /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`,
    ],
    encrypted ? `/Encrypt 4 0 R /ID [<${id}> <${id}>]` : '',
  );
}

/** Signs of reports that stand elsewhere in a PDF's own alphabet (WinAnsi, and what `pdfOfPages` adds) than in Unicode. */
const codes: Readonly<Record<string, string>> = {
  '’': '\\222',
  '◼': '\\225',
  '–': '\\226',
  '(': '\\(',
  ')': '\\)',
  ﬀ: '\\001',
  ﬁ: '\\002',
  ﬂ: '\\003',
  ﬃ: '\\004',
  '\u00AD': '\\005',
};
const shown = (text: string): string => text.replaceAll(/[’◼–()ﬀﬁﬂﬃ\u00AD]/gu, (sign) => codes[sign] ?? sign);

/** Words at one place of a page: from its left and its foot, in points, and how they lean. */
export interface PlacedWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Degrees against the clock. */
  readonly turned?: number;
}

/** A PDF whose pages hold words at places, drawn in this order. */
export function pdfOfPages(pages: readonly (readonly PlacedWords[])[]): Uint8Array {
  const streams = pages.map((words) =>
    words
      .map(({ text, x, y, size = 10, turned = 0 }) => {
        const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
        const matrix = [cos, sin, -sin, cos, x, y].map((value) => value.toFixed(4)).join(' ');
        return `BT /F ${size} Tf ${matrix} Tm (${shown(text)}) Tj ET`;
      })
      .join('\n'),
  );
  const first = 4;
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(' ');
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /ff /fi /fl /ffi /softhyphen] >> >>',
    ...streams.flatMap((stream, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + at * 2 + 1} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
  ]);
}

/** A PDF of one page on which the lines of a text stand below each other. */
export function pdfOfLines(text: string): Uint8Array {
  return pdfOfPages([
    text.split('\n').map((line, at) => ({ text: line.trimEnd(), x: 50, y: 800 - 14 * at })),
  ]);
}
