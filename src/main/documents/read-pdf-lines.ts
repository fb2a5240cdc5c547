import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { readingProblem, within } from './bounds/document-bounds.ts';
import type { HearReading } from './read-csv.ts';
import { reportProblem, type ReportProblem } from '../../shared/report/report-problem.ts';
import type { PlacedLine, SourceText } from '../../shared/report/source-text.ts';
import { done, refused, type Result } from '../../shared/result.ts';

/** One run of text on a page, in points from the page's lower left corner. */
interface TextRun {
  readonly str: string;
  /** x and y stand at 4 and 5. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** Without this the library looks for its worker in a file beside itself, which a bundle does not have. */
Object.assign(globalThis, { pdfjsWorker: pdfWorker as unknown });

/**
 * The text of a PDF, line by line as on its pages, in the order in which the file draws it. Refuses files that need a
 * password, are damaged, or hold pictures of pages and no text. Nothing in a PDF is run.
 */
export async function readPdfLines(
  bytes: Uint8Array,
  hear: HearReading,
): Promise<Result<SourceText, ReportProblem>> {
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
    const lines: PlacedLine[] = [];
    let characters = 0;
    for (let page = 1; page <= file.numPages; page += 1) {
      const content = await (await file.getPage(page)).getTextContent({ disableNormalization: true });
      const runs = content.items.filter((item): item is TextRun & typeof item => 'str' in item);
      for (const text of linesOf(runs)) {
        characters += text.length;
        within('characters', characters);
        lines.push({ page, line: lines.length + 1, text });
        within('lines', lines.length);
      }
      hear(page, file.numPages);
    }
    if (lines.every((line) => line.text === '')) return refused(reportProblem('scanned'));
    return done({ lines });
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return refused(locked ? reportProblem('password') : readingProblem(error));
  } finally {
    await loading.destroy();
  }
}

/**
 * Runs on one base line make a line. A small raised mark begins the line of the footnote that follows it; after a line
 * of text it stands on its own, as text copied from the page does.
 */
function linesOf(runs: readonly TextRun[]): readonly string[] {
  const lines: string[] = [];
  let text = '';
  let last: TextRun | null = null;
  const end = (): void => {
    if (text.trim() !== '') lines.push(text.trim());
    text = '';
    last = null;
  };
  for (const run of runs) {
    if (run.str !== '') {
      if (last !== null && isElsewhere(last, run)) end();
      if (last !== null && isApart(last, run)) text += ' ';
      text += run.str;
      last = run;
    }
    if (run.hasEOL) end();
  }
  end();
  return lines;
}

function isElsewhere(before: TextRun, run: TextRun): boolean {
  const raised = (before.transform[5] ?? 0) - (run.transform[5] ?? 0);
  if (before.height < run.height * 0.8 && raised > 0 && raised < run.height * 0.6) return false;
  return Math.abs(raised) > Math.max(before.height, run.height) * 0.3;
}

function isApart(before: TextRun, run: TextRun): boolean {
  const gap = (run.transform[4] ?? 0) - (before.transform[4] ?? 0) - before.width;
  return gap > Math.max(before.height, run.height) * 0.2 && !/\s$/u.test(before.str) && !/^\s/u.test(run.str);
}
