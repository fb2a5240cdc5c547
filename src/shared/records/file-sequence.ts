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
 * records all stand in another file is a copy that a sync service left: a notice, and its order is not judged. A gap
 * that other files fill is a notice too: the service put a log's earlier part elsewhere, and nothing is missing.
 */
export function checkFileSequences(lines: readonly CheckedLine[]): readonly Problem[] {
  const byFile = Map.groupBy(lines, (line) => line.file);
  // A file alone is a copy of no other.
  const single = byFile.size === 1;
  const files = [...byFile].map(([file, all]) => {
    const placed = recordsOf(all);
    return { file, placed, ids: new Set(single ? [] : placed.map(({ record }) => record.id)) };
  });
  let all: KnownNumbers | null = null;
  const known = (): KnownNumbers => (all ??= numbersByKey(files.flatMap(({ placed }) => placed)));
  return files.flatMap(({ file, placed, ids }): readonly Problem[] => {
    const complete = files.find(
      (other) =>
        other.file !== file &&
        ids.size > 0 &&
        ids.isSubsetOf(other.ids) &&
        (ids.size < other.ids.size || outranks(other.file, file)),
    );
    return complete === undefined
      ? [...Map.groupBy(placed, ({ record }) => record.key).values()].flatMap((all) =>
          gapsIn(file, all, known),
        )
      : [
          {
            level: 'notice',
            file,
            line: 0,
            record: null,
            code: 'copy',
            message: `This file is a copy: all ${ids.size} of its records stand in ${complete.file} too. Nothing is lost or doubled by it.`,
          },
        ];
  });
}

/** Of two files with the same records the one with the plain, shorter name is the log and the other the copy. */
function outranks(a: string, b: string): boolean {
  return a.length !== b.length ? a.length < b.length : a < b;
}

/** The numbers of each key's records, ascending and each once. */
type KnownNumbers = ReadonlyMap<string, readonly number[]>;

function numbersByKey(placed: readonly Placed[]): KnownNumbers {
  const byKey = Map.groupBy(placed, ({ record }) => record.key);
  return new Map(
    [...byKey].map(([key, all]) => [
      key,
      [...new Set(all.map(({ record }) => record.seq))].sort((a, b) => a - b),
    ]),
  );
}

/** How many of these ascending numbers are below one. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? limit) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

function gapsIn(file: string, placed: readonly Placed[], known: () => KnownNumbers): readonly Problem[] {
  const problems: Problem[] = [];
  let last = 0;
  for (const { line, record } of placed) {
    const { key, seq } = record;
    const at = { file, line, record: record.id };
    if (seq <= last) {
      const message = `Record ${seq} of this key stands here again, after record ${last}.`;
      problems.push({ level: 'broken', ...at, code: 'sequence', message });
    } else if (seq > last + 1) {
      // Counted and not listed: a number may be as far ahead as whole numbers go.
      const numbers = known().get(key) ?? [];
      const absent = seq - last - 1 - (countBelow(numbers, seq) - countBelow(numbers, last + 1));
      problems.push(
        absent === 0
          ? {
              level: 'notice',
              ...at,
              code: 'scattered',
              message: `Records ${last + 1} to ${seq - 1} of this key stand in another file, where a sync service put them. Nothing is missing.`,
            }
          : {
              level: 'broken',
              ...at,
              code: 'sequence',
              message: `Record ${seq} of this key follows record ${last}: ${absent} in between are missing or moved.`,
            },
      );
    }
    last = Math.max(last, seq);
  }
  return problems;
}
