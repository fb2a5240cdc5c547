import type { Crypto } from '../../ports/ports.ts';
import type { LogLine, StorageFault } from '../../ports/storage-ports.ts';
import type { CheckedLine } from '../../../shared/records/checked-line.ts';
import { lineProblem, type LineProblem } from '../../../shared/records/line-problem.ts';
import { surveyLines } from '../../../shared/judgment/survey-lines.ts';
import type { Person } from '../../../shared/people/person.ts';
import { readHashed, readLine } from '../../../shared/records/read-line.ts';
import { longestLine } from '../../../shared/records/strict-json.ts';
import { readPassage } from '../../../shared/records/passage-line.ts';
import { refused } from '../../../shared/result.ts';

/** A line as found on disk, with what reading it gave. */
export interface ReadLogLine extends LogLine {
  readonly checked: CheckedLine;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

type ReadText = (text: string) => CheckedLine['read'];

function check({ file, line, bytes, isComplete, fault }: LogLine, readText: ReadText): CheckedLine {
  if (fault !== undefined) return { file, line, read: refused(faultProblem(fault)) };
  if (bytes.length > 0 && bytes.every((byte) => byte === 0))
    return { file, line, read: refused(lineProblem('zero-filled')) };
  if (!isComplete) return { file, line, read: refused(lineProblem('torn')) };
  if (bytes.length > longestLine) return { file, line, read: refused(lineProblem('too-long')) };
  const text = decode(bytes);
  if (text === null) return { file, line, read: refused(lineProblem('encoding')) };
  const passage = readPassage(text);
  return passage === null
    ? { file, line, read: readText(text) }
    : { file, line, read: refused(lineProblem('shape')), passage: { file, line, text, passage } };
}

type ReadLogLineAgain = (found: LogLine) => ReadLogLine;

function reader(readText: ReadText, before: readonly ReadLogLine[]): ReadLogLineAgain {
  const stood = new Map<string, ReadLogLine[]>();
  for (const one of before) {
    const file = stood.get(one.file) ?? [];
    file[one.line] = one;
    stood.set(one.file, file);
  }
  return (found) => {
    const then = stood.get(found.file)?.[found.line];
    if (then === found) return then;
    const readable = then?.fault === undefined && found.fault === undefined;
    if (readable && then?.isComplete === found.isComplete && sameBytes(then.bytes, found.bytes)) return then;
    const bytes = found.bytes.length + (found.isComplete ? 1 : 0);
    return { ...found, checked: { ...check(found, readText), bytes } };
  };
}

/**
 * Reads and checks every line as found on disk. A line that stands where it stood `before` in the same bytes was
 * checked then and is not checked again: reading depends on nothing but a line's bytes.
 */
export function readLogLines(
  lines: readonly LogLine[],
  crypto: Crypto,
  before: readonly ReadLogLine[] = [],
): readonly ReadLogLine[] {
  return lines.map(reader((text) => readLine(text, crypto), before));
}

/** What reading and checking every line gave, without the lines. */
export function readLines(lines: readonly LogLine[], crypto: Crypto): readonly CheckedLine[] {
  return readLogLines(lines, crypto).map((line) => line.checked);
}

/**
 * Reads a draft's lines as the survey of a workspace does: every hash, and as many signatures as vouch for the others.
 * They are never `before` of another reading.
 */
export function readSurveyedLines(
  lines: readonly LogLine[],
  crypto: Crypto,
  people: readonly Person[],
): readonly ReadLogLine[] {
  const hashed = lines.map(reader((text) => readHashed(text, crypto.sha256), []));
  const vouched = surveyLines(
    hashed.map(({ checked }) => checked),
    people,
    crypto.verify,
  );
  return hashed.map((line, at) => ({ ...line, checked: vouched[at] ?? line.checked }));
}

/** So many lines are checked in one go: some tens of milliseconds. */
const slice = 500;

/** The same for however many lines: windows' other calls are answered in between. */
export async function readManyLogLines(
  lines: readonly LogLine[],
  crypto: Crypto,
  before: readonly ReadLogLine[] = [],
): Promise<readonly ReadLogLine[]> {
  const read = reader((text) => readLine(text, crypto), before);
  const all: ReadLogLine[] = [];
  for (let from = 0; from < lines.length; from += slice) {
    if (from > 0) await new Promise((resolve) => setTimeout(resolve, 0));
    for (const line of lines.slice(from, from + slice)) all.push(read(line));
  }
  return all;
}

/** Why a file gave no line; what no waiting mends is told apart from what has not arrived. */
function faultProblem({ code, message }: StorageFault): LineProblem {
  if (code === 'not-a-file' || code === 'too-large') return { code, message };
  return lineProblem('unread', message.replace(/\.$/, ''));
}
