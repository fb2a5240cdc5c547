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
import type { Framework } from '../../../src/shared/domain/framework/framework-schema.ts';
import { gradeTitle } from '../../../src/shared/domain/framework/grade-order.ts';
import type { ImportedReport } from '../../../src/shared/domain/report/imported-report.ts';

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
    const title = framework.areas.find((one) => one.id === area.id)?.printed[0] ?? area.title;
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

/** A PDF of one empty page; with `encrypted`, one that nobody has the password of. */
export function barePdf(encrypted: boolean): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = file.length;
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const id = '00'.repeat(16);
  const locked = encrypted ? `/Encrypt 4 0 R /ID [<${id}> <${id}>]` : '';
  file += `xref\n0 5\n0000000000 65535 f \n${lines.join('')}trailer\n<< /Size 5 /Root 1 0 R ${locked} >>\nstartxref\n${xref}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
