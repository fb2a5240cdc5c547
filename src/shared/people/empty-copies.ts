import type { CheckedLine, Problem } from '../records/checked-line.ts';

/** The log that a file's name speaks of: a device's, what it took in from a file, or a person's, whatever follows. */
const logNamed = /[0-9a-f]{64}(?:\.taken-in-[0-9a-f]+|\.[0-9a-f]{16}(?![0-9a-f]))?/;

/**
 * Problems, in which zero bytes in a copy that a sync service made of a log are a notice where every record that could
 * have stood in their place is here: what can be read of a file of the same log, up to an end that was cut short and
 * is told of by itself, is at least as long, as logs only grow, and nothing of that log is missed. The log itself, and a
 * file that names no log, stay broken.
 */
export function withEmptyCopies(
  lines: readonly CheckedLine[],
  problems: readonly Problem[],
): readonly Problem[] {
  if (!problems.some(({ code }) => code === 'zero-filled')) return problems;
  const files = [...Map.groupBy(lines, (line) => line.file)].map(([file, all]) => ({
    file,
    log: logOf(file),
    bytes: lengthOf(all),
    stands: lengthOf(linesThatStand(all)),
  }));
  const bytes = new Map(files.map((file) => [file.file, file.bytes]));
  return problems.map((problem) => {
    const { code, file, line } = problem;
    const log = logOf(file);
    if (code !== 'zero-filled' || log === null || file === log || problems.some(isLackOf(log)))
      return problem;
    const other = files.find((known) => known.log === log && known.stands >= (bytes.get(file) ?? 0));
    if (other === undefined) return problem;
    const message = `This copy of a log holds zero bytes where its content never arrived. Every record that it could have held stands in ${other.file}: nothing is lost by it.`;
    return { level: 'notice', file, line, record: null, code: 'empty-copy', message };
  });
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
