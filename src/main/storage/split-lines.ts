import type { LogLine } from '../ports/storage-ports.ts';

const lineFeed = 10;
/** A record has at least 500 bytes. Were a file of nothing but line feeds split, its lines would fill the memory. */
const shortestMean = 200;
const alwaysSplit = 2000;

/**
 * The lines of a log's bytes; a last one without a line feed is not whole. Of a file whose lines are too many to be
 * records, those beyond stay together as one, which none can be. Lines that stood in this file `before`, and
 * stand there still in the same bytes, are handed back as the objects they were: of a log that only grew, only what came
 * is made anew, and does not hold the whole file's bytes.
 */
export function splitLines(
  file: string,
  bytes: Uint8Array,
  before: readonly LogLine[] = [],
): readonly LogLine[] {
  const lines: LogLine[] = [];
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = 0;
  for (const line of before) {
    const end = start + line.bytes.length;
    if (!line.isComplete || line.fault !== undefined || line.line !== lines.length + 1) break;
    if (end >= bytes.length || bytes[end] !== lineFeed) break;
    if (found.compare(line.bytes, 0, line.bytes.length, start, end) !== 0) break;
    lines.push(line);
    start = end + 1;
  }
  const grew = start > 0;
  const most = alwaysSplit + bytes.length / shortestMean;
  while (start < bytes.length) {
    const feed = lines.length < most ? bytes.indexOf(lineFeed, start) : lastFeed(bytes);
    const end = feed < 0 ? bytes.length : feed;
    const own = grew ? bytes.slice(start, end) : bytes.subarray(start, end);
    lines.push({ file, line: lines.length + 1, bytes: own, isComplete: feed >= 0 });
    start = end + 1;
  }
  return lines;
}

/** The line feed at the end of a file, or -1. */
function lastFeed(bytes: Uint8Array): number {
  return bytes.at(-1) === lineFeed ? bytes.length - 1 : -1;
}
