import { boundProblem, documentBounds, within } from './bounds/document-bounds.ts';
import { readTextReport } from './read-text-report.ts';
import type { ReportProblem } from '../../shared/report/report-problem.ts';
import { done, refused, type Result } from '../../shared/result.ts';

const largestEvidence = documentBounds.tableBytes.most * 1_000_000;

/** A file's text, with what people must know of how it was read. */
interface EvidenceText {
  readonly text: string;
  readonly warnings: readonly string[];
}

const lineFeed = 10;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows = new TextDecoder('windows-1252');

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found < 0 ? bytes.length : found + 1;
    lines.push(bytes.subarray(start, end));
    within('lines', lines.length);
    start = end;
  }
  return lines;
}

function asUtf8(line: Uint8Array): string | null {
  try {
    return strict.decode(line);
  } catch {
    return null;
  }
}

/** Numbers as people list them: "2, 5 and 9", with how many more there are beyond ten. */
function listed(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 10).map(String);
  const more = numbers.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/**
 * The text of a file of evidence. A file put together by several programs may hold UTF-8 in some lines and Windows-1252
 * in others: each line is then read as what it is, and the lines that are not UTF-8 are named in a warning. A line that
 * could be both is UTF-8: other text is that by chance hardly ever.
 */
export function evidenceText(bytes: Uint8Array): Result<EvidenceText, ReportProblem> {
  if (bytes.length > largestEvidence) return refused(boundProblem('tableBytes'));
  const read = readTextReport(bytes, largestEvidence);
  if (read.ok && read.value.encoding !== 'windows-1252')
    return done(
      plain(
        read.value.text,
        read.value.warnings.map(({ message }) => message),
      ),
    );
  if (!read.ok && read.error.code !== 'undecodable') return read;
  const mixed = mixedText(bytes);
  if (mixed !== null) return done(mixed);
  return read.ok ? done(plain(read.value.text, [assumed])) : read;
}

function plain(text: string, warnings: readonly string[]): EvidenceText {
  return { text: text.replace(/^\uFEFF/u, ''), warnings };
}

/** A file some of whose lines are UTF-8 beyond ASCII and others Windows-1252; null where it is none. */
function mixedText(bytes: Uint8Array): EvidenceText | null {
  const lines = linesOf(bytes).map((line) => ({ line, utf8: asUtf8(line) }));
  const foreign = lines.flatMap(({ utf8 }, at) => (utf8 === null ? [at + 1] : []));
  const some = lines.some(({ line, utf8 }) => utf8 !== null && line.some((byte) => byte >= 0x80));
  if (!some || bytes.includes(0) || lines.some(({ line, utf8 }) => utf8 === null && !isWindows(line)))
    return null;
  const one = foreign.length === 1;
  return plain(lines.map(({ line, utf8 }) => utf8 ?? windows.decode(line)).join(''), [
    `The file mixes two encodings. Most of it is UTF-8; ${one ? 'line' : 'lines'} ${listed(foreign)} ${
      one ? 'is not and was' : 'are not and were'
    } read as Windows-1252. Check quotation marks and accented letters there.`,
  ]);
}

/** Windows-1252 leaves five bytes undefined, and text in it is mostly ASCII. */
function isWindows(line: Uint8Array): boolean {
  let beyond = 0;
  for (const byte of line) {
    if ([0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)) return false;
    if (byte >= 0x80) beyond += 1;
  }
  return beyond <= line.length / 2;
}

const assumed =
  'The file is not UTF-8; it was read as Windows-1252, which older programs write. Check quotation marks and accented letters.';
