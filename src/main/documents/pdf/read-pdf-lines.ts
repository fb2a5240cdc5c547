import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { readingProblem, within } from '../bounds/document-bounds.ts';
import { readColumns } from './pdf-columns.ts';
import { furnitureOf } from './pdf-furniture.ts';
import { mayLackHyphens, withSoftHyphens } from './pdf-soft-hyphens.ts';
import { readPage, type PdfLine, type PdfPage, type TextRun } from './pdf-page.ts';
import type { ImportWarning } from '../../../shared/report/import-warning.ts';
import { normaliseLines } from '../../../shared/report/normalise-lines.ts';
import { reportProblem, type ReportProblem } from '../../../shared/report/report-problem.ts';
import type { PlacedLine, SourceText } from '../../../shared/report/source-text.ts';
import { done, refused, type Result } from '../../../shared/result.ts';

/** Without this the library looks for its worker in a file beside itself, which a bundle does not have. */
Object.assign(globalThis, { pdfjsWorker: pdfWorker as unknown });

/** A PDF's lines, and what of them a person should look at. */
interface PdfText {
  readonly source: SourceText;
  readonly warnings: readonly ImportWarning[];
}

/**
 * The text of a PDF, line by line as on its pages, in the order in which the file draws it; columns that are drawn line
 * by line across their gutter come one after the other. What is no text by its place on the pages is named so. Refuses
 * files that need a password, are damaged, or hold pictures of pages and no text. Nothing in a PDF is run.
 */
export async function readPdfLines(
  bytes: Uint8Array,
  hear: (page: number, pages: number) => void,
): Promise<Result<PdfText, ReportProblem>> {
  const loading = getDocument({
    // The library keeps the memory it is given and refuses node's Buffers, whose own slice() is no copy.
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const file = await loading.promise;
    within('pages', file.numPages);
    const drawn: (readonly TextRun[])[] = [];
    let characters = 0;
    for (let number = 1; number <= file.numPages; number += 1) {
      const content = await (await file.getPage(number)).getTextContent({ disableNormalization: true });
      const runs = content.items.filter((item): item is TextRun & typeof item => 'str' in item);
      characters += runs.reduce((sum, { str }) => sum + str.length, 0);
      within('characters', characters);
      drawn.push(runs);
      hear(number, file.numPages);
    }
    const lacking = mayLackHyphens(drawn);
    const pages: PdfPage[] = [];
    let count = 0;
    for (const [index, runs] of drawn.entries()) {
      const opened = await file.getPage(index + 1);
      const page = readPage(lacking ? await withSoftHyphens(opened, runs) : runs, opened.view);
      count += page.lines.length;
      within('lines', count);
      pages.push(page);
    }
    if (count === 0) return refused(reportProblem('scanned'));
    const source = placedLines(pages);
    return done({ source, warnings: apartWarnings(source.lines) });
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return refused(locked ? reportProblem('password') : readingProblem(error));
  } finally {
    await loading.destroy();
  }
}

/** The lines of all pages, numbered through, with what of them is furniture. */
function placedLines(pages: readonly PdfPage[]): SourceText {
  const furniture = furnitureOf(pages);
  const lines: PlacedLine[] = [];
  for (const [index, page] of pages.entries())
    for (const line of inReadingOrder(page.lines, (line) => furniture.has(line))) {
      const kind = furniture.get(line);
      const placed = { page: index + 1, line: lines.length + 1, text: line.text };
      lines.push(kind === undefined ? placed : { ...placed, furniture: kind });
    }
  return { lines: normaliseLines(lines) };
}

/** Columns are read among what is text; furniture that is drawn after the first of it then follows it. */
function inReadingOrder(
  lines: readonly PdfLine[],
  isFurniture: (line: PdfLine) => boolean,
): readonly PdfLine[] {
  const drawn = lines.filter((line) => !isFurniture(line));
  const read = readColumns(drawn);
  if (read === drawn) return lines;
  const first = lines.findIndex((line) => !isFurniture(line));
  return [...lines.slice(0, first), ...read, ...lines.slice(first).filter(isFurniture)];
}

/** Words that run another way than their page's, or over it, may be part of a picture or a table: a person should look. */
function apartWarnings(lines: readonly PlacedLine[]): readonly ImportWarning[] {
  const pages = Map.groupBy(
    lines.filter(({ furniture }) => furniture === 'turned' || furniture === 'overprinted'),
    ({ page }) => page,
  );
  return [...pages].map(([page, apart]) => ({
    code: 'turned-text',
    message: `Page ${String(page)} has words that run another way than its text, or over it: “${apart
      .map(({ text }) => text)
      .join(' ')
      .slice(0, 500)}”. They were kept apart from the text; if they belong to it, add them by hand.`,
    line: apart[0]?.line ?? null,
    text: null,
  }));
}
