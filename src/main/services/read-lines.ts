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
  return lines.map(({ file, line, bytes, whole, fault }): CheckedLine => {
    if (fault !== undefined) return { file, line, read: refused(lineProblem('unread', why(fault.message))) };
    if (bytes.length > 0 && bytes.every((byte) => byte === 0))
      return { file, line, read: refused(lineProblem('zero-filled')) };
    if (!whole) return { file, line, read: refused(lineProblem('torn')) };
    const text = decode(bytes);
    return { file, line, read: text === null ? refused(lineProblem('encoding')) : readLine(text, crypto) };
  });
}

/** The fault's words, to stand after a colon and before a full stop. */
function why(message: string): string {
  return message.replace(/\.$/, '');
}
