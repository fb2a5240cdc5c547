import type { CheckedLine, Problem } from './checked-line.ts';
import type { SignedRecord } from './record.ts';

interface Placed {
  readonly line: number;
  readonly record: SignedRecord;
}

function recordsOf(lines: readonly CheckedLine[]): readonly Placed[] {
  return lines.flatMap(({ line, read }) => (read.ok ? [{ line, record: read.value }] : []));
}

/**
 * Checks the order of records within each file: every key's records count 1, 2, 3 without gap or double. A file whose
 * records all stand in another file is a copy that a sync tool left: a notice, and its order is not judged.
 */
export function checkFileSequences(lines: readonly CheckedLine[]): readonly Problem[] {
  const files = [...Map.groupBy(lines, (line) => line.file)].map(([file, all]) => {
    const placed = recordsOf(all);
    return { file, placed, ids: new Set(placed.map(({ record }) => record.id)) };
  });
  return files.flatMap(({ file, placed, ids }): readonly Problem[] => {
    const whole = files.find(
      (other) =>
        other.file !== file &&
        ids.size > 0 &&
        ids.isSubsetOf(other.ids) &&
        (ids.size < other.ids.size || outranks(other.file, file)),
    );
    return whole === undefined
      ? [...Map.groupBy(placed, ({ record }) => record.key).values()].flatMap((all) => gapsIn(file, all))
      : [
          {
            level: 'notice',
            file,
            line: 0,
            record: null,
            code: 'copy',
            message: `This file is a copy: all ${ids.size} of its records stand in ${whole.file} too. Nothing is lost or doubled by it.`,
          },
        ];
  });
}

/** Of two files with the same records the one with the plain, shorter name is the log and the other the copy. */
function outranks(a: string, b: string): boolean {
  return a.length !== b.length ? a.length < b.length : a < b;
}

function gapsIn(file: string, placed: readonly Placed[]): readonly Problem[] {
  const problems: Problem[] = [];
  let last = 0;
  for (const { line, record } of placed) {
    if (record.seq !== last + 1) {
      const told =
        record.seq <= last
          ? `Record ${record.seq} of this key stands here again, after record ${last}.`
          : `Record ${record.seq} of this key follows record ${last}: ${record.seq - last - 1} in between are missing or moved.`;
      problems.push({ level: 'broken', file, line, record: record.id, code: 'sequence', message: told });
    }
    last = Math.max(last, record.seq);
  }
  return problems;
}
