import type { ImportWarning } from '../../shared/report/import-warning.ts';
import { reportProblem } from '../../shared/report/report-problem.ts';
import type { ReportProblem } from '../../shared/report/report-problem.ts';
import { done, refused } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';

/** A report's text as its file held it. */
interface ReportText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** To be handed to `readReport`. */
  readonly warnings: readonly ImportWarning[];
}

/** The largest file that is read: 20 MB. */
export const largestReport = 20 * 1024 * 1024;

/** First bytes of PDF, ZIP (and so Word), older Office, PNG, GIF, JPEG and rich text. */
const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0xff, 0xd8, 0xff],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
];

/** Bytes that Windows-1252 does not define. */
const undefinedBytes = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** Of real text in Windows-1252 at most this share lies beyond ASCII. */
const mostForeign = 0.2;

/**
 * Bytes of a text file into text. UTF-8 and UTF-16 with or without their marks are read strictly, UTF-16 without one with a
 * warning; what is neither is read as Windows-1252 with a warning where it can be that. Refuses what is empty, over `largest` bytes, binary, a web
 * page, or not decodable.
 */
export function readTextReport(
  bytes: Uint8Array,
  largest = largestReport,
): Result<ReportText, ReportProblem> {
  if (bytes.length > largest) return refused(reportProblem('too-large'));
  if (bytes.length === 0) return refused(reportProblem('empty'));
  const encoding = markedEncoding(bytes);
  if (encoding === 'utf-32') return refused(reportProblem('undecodable'));
  if (encoding !== null) return checked(decode(bytes, encoding), encoding, []);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) {
    const text = checked(decode(bytes, unmarked), unmarked, [assumedUtf16]);
    if (text.ok) return text;
  }
  if (isBinary(bytes)) return refused(reportProblem('binary'));
  const text = decode(bytes, 'utf-8');
  if (text !== null) return checked(text, 'utf-8', []);
  if (!canBeWindows1252(bytes)) return refused(reportProblem('undecodable'));
  return checked(decode(bytes, 'windows-1252'), 'windows-1252', [assumed]);
}

const assumed: ImportWarning = {
  code: 'assumed-windows-1252',
  message:
    'The file is not UTF-8; it was read as Windows-1252, which older programs write. Check quotation marks and accented letters.',
  line: null,
  text: null,
};

const assumedUtf16: ImportWarning = {
  code: 'assumed-utf-16',
  message:
    'The file does not say how its characters are written; it was read as UTF-16, which it has the form of. Check that its words are right.',
  line: null,
  text: null,
};

function checked(
  text: string | null,
  encoding: ReportText['encoding'],
  warnings: readonly ImportWarning[],
): Result<ReportText, ReportProblem> {
  if (text === null) return refused(reportProblem('undecodable'));
  if (text.trim() === '') return refused(reportProblem('empty'));
  if (text.includes('\0')) return refused(reportProblem('binary'));
  if (
    /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html)\b/iu.test(
      text.slice(0, 2000),
    )
  ) {
    return refused(reportProblem('html'));
  }
  return done({ text, encoding, warnings });
}

function markedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' | null {
  const starts = (...mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
  if (starts(0xff, 0xfe, 0, 0) || starts(0, 0, 0xfe, 0xff)) return 'utf-32';
  if (starts(0xef, 0xbb, 0xbf)) return 'utf-8';
  if (starts(0xff, 0xfe)) return 'utf-16le';
  if (starts(0xfe, 0xff)) return 'utf-16be';
  return null;
}

/** How many of a file's first bytes tell whether every second is a zero. */
const lookedBytes = 4096;

/** UTF-16 without its mark: in Western text nearly every second byte is a zero, and hardly any of the others. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0 || bytes.length < 4) return null;
  const begin = bytes.subarray(0, lookedBytes);
  const zeros = [0, 0];
  begin.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const pairs = begin.length / 2;
  const [even = 0, odd = 0] = zeros;
  if (odd > pairs * 0.7 && even < pairs * 0.02) return 'utf-16le';
  return even > pairs * 0.7 && odd < pairs * 0.02 ? 'utf-16be' : null;
}

/** Strictly decoded without its mark, or null. */
function decode(bytes: Uint8Array, encoding: ReportText['encoding']): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Text has no NUL and hardly any control bytes; PDF, ZIP (and so Word) and others say so at once. */
function isBinary(bytes: Uint8Array): boolean {
  if (signatures.some((signature) => signature.every((byte, at) => bytes[at] === byte))) return true;
  if (bytes.includes(0)) return true;
  let controls = 0;
  for (const byte of bytes) {
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) controls += 1;
  }
  return controls > bytes.length / 200;
}

function canBeWindows1252(bytes: Uint8Array): boolean {
  let foreign = 0;
  for (const byte of bytes) {
    if (undefinedBytes.has(byte)) return false;
    if (byte >= 0x80) foreign += 1;
  }
  return foreign <= bytes.length * mostForeign;
}
