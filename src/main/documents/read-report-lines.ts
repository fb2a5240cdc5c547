import { readingProblem, within } from './bounds/document-bounds.ts';
import type { HearReading } from './read-csv.ts';
import { largestReport, readTextReport } from './read-text-report.ts';
import { readWordReport } from './word/read-word-report.ts';
import { normaliseLines } from '../../shared/report/normalise-lines.ts';
import type { ReportFile } from '../../shared/report/report-file.ts';
import { reportProblem, type ReportProblem } from '../../shared/report/report-problem.ts';
import { done, refused, type Result } from '../../shared/result.ts';
import type { PlacedLine, SourceText } from '../../shared/report/source-text.ts';

function startsWith(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** The reader of PDFs is large and loaded only when one comes. A PDF may have up to a kilobyte of anything before its mark. */
function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

/**
 * A report file's bytes into placed lines, with what was met on the way. The one place that tells formats apart, by
 * what the file holds and never by its name: PDF, Word (.docx), or plain text.
 */
export async function readReportLines(
  bytes: Uint8Array,
  hear: HearReading = () => undefined,
): Promise<Result<ReportFile, ReportProblem>> {
  if (bytes.length > largestReport) return refused(reportProblem('too-large'));
  if (isPdf(bytes)) {
    const { readPdfLines } = await import('./pdf/read-pdf-lines.ts');
    const read = await readPdfLines(bytes, hear);
    return read.ok ? done({ ...read.value, tracked: [], comments: [] }) : read;
  }
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return readWordReport(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused(reportProblem('old-word'));
  const read = readTextReport(bytes);
  if (!read.ok) return read;
  const { text, warnings } = read.value;
  try {
    checkLines(text);
    return done({
      source: { lines: normaliseLines(splitPages(text).lines) },
      tracked: [],
      comments: [],
      warnings,
    });
  } catch (error) {
    return refused(readingProblem(error));
  }
}

/** Counted before the text is split: a list of as many lines as a file may have bytes would end the thread. */
function checkLines(text: string): void {
  let lines = 1;
  for (const _ of text.matchAll(/[\n\r\f]/gu)) {
    lines += 1;
    within('lines', lines);
  }
}

/**
 * Text into placed lines: LF, CR LF and CR end a line, a form feed ends a page. Blank lines are kept, as ''.
 * Time is linear in the text.
 */
export function splitPages(text: string): SourceText {
  const lines: PlacedLine[] = [];
  let page = 1;
  for (const [index, whole] of text.split(/\r\n|\n|\r/u).entries()) {
    for (const [part, piece] of whole.split('\f').entries()) {
      if (part > 0) page += 1;
      const kept = piece.trim();
      if (part === 0 || kept !== '') lines.push({ page, line: index + 1, text: kept });
    }
  }
  return { lines };
}
