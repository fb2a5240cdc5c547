import type { CheckedLine, Problem } from '../records/checked-line.ts';

/** The log that a file's name speaks of: a device's, what it took in from a file, or a person's, whatever follows. */
const logNamed = /[0-9a-f]{64}(?:\.taken-in-[0-9a-f]+|\.[0-9a-f]{16}(?![0-9a-f]))?/;

/**
 * Problems, in which zero bytes in a copy that a sync service made of a log, or an end at which such a copy was cut short,
 * are a notice where every record that could have stood in their place is here: what can be read of a file of the same log, up to an end that was cut short and
 * is told of by itself, is at least as long, as logs only grow, and nothing of that log is missed. The log itself, and a
 * file that names no log, stay broken.
 */
export function withEmptyCopies(
  lines: readonly CheckedLine[],
  problems: readonly Problem[],
): readonly Problem[] {
  if (!problems.some(({ code }) => isEmptied(code))) return problems;
  const files = [...Map.groupBy(lines, (line) => line.file)].map(([file, all]) => ({
    file,
    log: logOf(file),
    bytes: lengthOf(all),
    stands: lengthOf(linesThatStand(all)),
    isTorn: all.some(({ read }) => !read.ok && read.error.code === 'torn'),
  }));
  const bytes = new Map(files.map((file) => [file.file, file.bytes]));
  return problems.map((problem) => {
    const { code, file, line } = problem;
    const log = logOf(file);
    if (!isEmptied(code) || log === null || file === log || problems.some(isLackOf(log))) return problem;
    // A copy that is cut short itself vouches for no other that is: both may hold more than the log.
    const vouches = (known: (typeof files)[number]): boolean =>
      code !== 'torn' || known.file === log || !known.isTorn;
    const other = files.find(
      (known) => known.log === log && vouches(known) && known.stands >= (bytes.get(file) ?? 0),
    );
    if (other === undefined) return problem;
    const what = code === 'torn' ? 'was cut short' : 'holds zero bytes where its content never arrived';
    const message = `This copy of a log ${what}. Every record that it could have held stands in another file of the same log: nothing is lost by it, and it can be deleted.`;
    return { level: 'notice', file, line, record: null, code: 'empty-copy', message };
  });
}

function isEmptied(code: string): boolean {
  return code === 'zero-filled' || code === 'torn';
}

function lengthOf(lines: readonly CheckedLine[]): number {
  return lines.reduce((sum, line) => sum + (line.bytes ?? 0), 0);
}

/** The lines of a file before the first that cannot be read, with a last one that was cut short: it stays broken itself. */
function linesThatStand(lines: readonly CheckedLine[]): readonly CheckedLine[] {
  const first = lines.findIndex(({ read }) => !read.ok && read.error.code !== 'torn');
  return first < 0 ? lines : lines.slice(0, first);
}

function logOf(file: string): string | null {
  const named = logNamed.exec(file.split('/').at(-1) ?? '');
  return named === null ? null : `${named[0]}.jsonl`;
}

/** Whether a problem says that a record may be missing that stood in this log, or that the log has two branches. */
function isLackOf(log: string): (problem: Problem) => boolean {
  return ({ level, code, file }) =>
    code === 'one-key-two-places' ||
    (level === 'broken' && (code === 'missing' || (file === log && ['witness', 'sequence'].includes(code))));
}
