import type { CheckedLine, Problem } from '../records/checked-line.ts';
import type { RecordId, SignedRecord } from '../records/record.ts';
import { isCertified } from './fold-person.ts';
import type { Person } from './person.ts';

/** The records of lines by people who certified the keys that signed them, and what is wrong with the other lines. */
export interface CertifiedRecords {
  readonly records: Map<RecordId, SignedRecord>;
  /** Every record that could be read, certified or not. */
  readonly all: ReadonlyMap<RecordId, SignedRecord>;
  readonly problems: readonly Problem[];
  /** A problem of a record at the place where it was met first, or of none where it is null. */
  readonly problemAt: (
    level: Problem['level'],
    record: RecordId | null,
    code: string,
    message: string,
  ) => Problem;
  /** Tells `problemAt` where a further record is met. */
  readonly place: (line: CheckedLine) => void;
}

/**
 * Checks each line of a log: that it is a record, and that its author certified its key. Of a record that stands in two
 * files, once with its words erased, the one with its words is taken: they are still there.
 */
export function certifiedRecords(lines: readonly CheckedLine[], people: readonly Person[]): CertifiedRecords {
  const byId = new Map(people.map((person) => [person.id, person]));
  const records = new Map<RecordId, SignedRecord>();
  const all = new Map<RecordId, SignedRecord>();
  const places = new Map<RecordId, CheckedLine>();
  const problems: Problem[] = [];
  const problemAt: CertifiedRecords['problemAt'] = (level, record, code, message) => {
    const { file = '', line = 0 } = places.get(record ?? '') ?? {};
    return { level, file, line, record, code, message };
  };
  const place = (line: CheckedLine): void => {
    if (line.read.ok && !places.has(line.read.value.id)) places.set(line.read.value.id, line);
  };
  for (const checked of lines) {
    const { file, line, read } = checked;
    if (!read.ok) {
      problems.push({ level: 'broken', file, line, record: null, ...read.error });
      continue;
    }
    const record = read.value;
    const isFirst = !places.has(record.id);
    place(checked);
    if (all.get(record.id)?.words === undefined) all.set(record.id, record);
    const author = byId.get(record.author);
    if (author !== undefined && isCertified(author, record.key)) {
      if (records.get(record.id)?.words === undefined) records.set(record.id, record);
    } else if (isFirst) {
      const message =
        author === undefined
          ? "Its author's card is not in this workspace, so nobody vouches for the key that signed it."
          : 'Its author never certified the key that signed it.';
      problems.push(problemAt('broken', record.id, 'certification', message));
    }
  }
  return { records, all, problems, problemAt, place };
}
