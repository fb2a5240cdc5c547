import type { LogLine } from '../ports.ts';

const lineFeed = 10;

/** The lines of a log's bytes; a last one without a line feed is not whole. */
export function splitLines(file: string, bytes: Uint8Array): readonly LogLine[] {
  const lines: LogLine[] = [];
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found < 0 ? bytes.length : found;
    lines.push({ file, line: lines.length + 1, bytes: bytes.subarray(start, end), whole: found >= 0 });
    start = end + 1;
  }
  return lines;
}
