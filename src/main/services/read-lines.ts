import type { Crypto, LogLine } from '../ports.ts';
import type { CheckedLine } from '../../shared/domain/events/checked-line.ts';
import { lineProblem } from '../../shared/domain/events/line-problem.ts';
import { readLine } from '../../shared/domain/events/read-line.ts';
import { refused } from '../../shared/domain/result.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Reads and checks every line as found on disk. */
export function readLines(lines: readonly LogLine[], crypto: Crypto): readonly CheckedLine[] {
  return lines.map(({ file, line, bytes, whole }): CheckedLine => {
    if (!whole) return { file, line, read: refused(lineProblem('torn')) };
    const text = decode(bytes);
    return { file, line, read: text === null ? refused(lineProblem('encoding')) : readLine(text, crypto) };
  });
}
