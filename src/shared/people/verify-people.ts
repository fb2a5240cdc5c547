import type { CheckedLine, Problem } from '../records/checked-line.ts';
import { withEmptyCopies } from './empty-copies.ts';
import { checkFileSequences } from '../records/file-sequence.ts';
import { personEventTypes } from './person-event-types.ts';
import { isNewerThan } from '../records/define-event.ts';
import { logOf, lostProblem, lostTips, tipsOfLogs, type LogTips, type LostTip } from '../records/log-tips.ts';
import type { RecordId, SignedRecord } from '../records/record.ts';
import { foldPerson } from './fold-person.ts';
import type { Person } from './person.ts';

/** The people of a workspace, with what is wrong in their logs. */
export interface VerifiedPeople {
  readonly people: readonly Person[];
  readonly problems: readonly Problem[];
}

/** The same, with the ends of their logs and whether a record is among those read: what a witness remembers. */
export interface WitnessedPeople extends VerifiedPeople {
  readonly tips: LogTips;
  readonly isHere: (record: RecordId) => boolean;
}

function chainBreaks(
  file: string,
  line: number,
  record: SignedRecord,
  all: ReadonlyMap<string, SignedRecord>,
): readonly Problem[] {
  const before = record.prev === null ? undefined : all.get(record.prev);
  const fits =
    record.prev === null ? record.seq === 1 : before?.key === record.key && before.seq === record.seq - 1;
  const message = "This record of a person's log does not follow the one it names.";
  return fits ? [] : [{ level: 'broken', file, line, record: record.id, code: 'sequence', message }];
}

/** Folds every person's log and checks it: chain, root key, kinds of record, and the ends of logs seen earlier. */
export function verifyPeople(
  lines: readonly CheckedLine[],
  sha256: (utf8: string) => string,
  seen: LogTips = new Map(),
): WitnessedPeople {
  const problems: Problem[] = [...checkFileSequences(lines)];
  const records = new Map<string, SignedRecord>();
  for (const { file, line, read } of lines) {
    if (read.ok) records.set(read.value.id, read.value);
    else problems.push({ level: 'broken', file, line, record: null, ...read.error });
  }
  const logs = Map.groupBy(records.values(), logOf);
  const people = [...logs.values()].flatMap((log) => foldPerson(log, sha256) ?? []);
  const known = new Map(people.map((person) => [person.log, person]));
  const unfounded = new Set(people.flatMap((person) => person.unfounded));
  const withNewer = new Set<RecordId>();
  const rootKeys = new Map(people.map(({ id, rootKey }) => [id, rootKey]));
  for (const { file, line, read } of lines) {
    if (!read.ok) continue;
    const record = read.value;
    const person = known.get(logOf(record));
    problems.push(...chainBreaks(file, line, record, records));
    if (person?.rootKey !== record.key || person.id !== record.author) {
      const message = 'This record is not signed by the root key of the person whose log it stands in.';
      problems.push({ level: 'broken', file, line, record: record.id, code: 'certification', message });
    } else if (isUnreadable(record)) {
      const message = `This record (${record.type}) does not hold what its kind holds.`;
      problems.push({ level: 'broken', file, line, record: record.id, code: 'shape', message });
    } else if (unfounded.has(record.id)) {
      const message =
        'This record vouches for somebody whose short phrase its author had not compared. It counts for nothing.';
      problems.push({ level: 'notice', file, line, record: record.id, code: 'set-aside', message });
    } else if (isNewerThan(personEventTypes, record) && !withNewer.has(person.log)) {
      withNewer.add(person.log);
      const message =
        'A later version of Plumbline wrote in this log, or a record of another kind of log stands in it. It is kept, and this version does not understand it.';
      problems.push({ level: 'notice', file, line, record: record.id, code: 'newer-version', message });
    }
  }
  problems.push(...lostTips(seen, records).map(lostRecords));
  const own = new Map([...records].filter(([, { author, key }]) => rootKeys.get(author) === key));
  const names = new Map(people.map(({ id, card }) => [id, card.name]));
  return {
    people: people.sort((a, b) => (a.id < b.id ? -1 : 1)),
    problems: withEmptyCopies(lines, problems),
    tips: tipsOfLogs(own, (author) => names.get(author)),
    isHere: (record) => records.has(record),
  };
}

/** That records of a person were seen and are not here. */
function lostRecords(lost: LostTip): Problem {
  const todo = `ask ${lost.name} to open the workspace once, which puts their records back, or restore the log from a backup.`;
  return lostProblem(lost, `${lost.author}.jsonl`, { where: '', todo });
}

/** Whether a record is of a kind and version known here, and does not hold what these hold. */
function isUnreadable(record: SignedRecord): boolean {
  const kind = personEventTypes.get(record.type);
  return record.v === 1 && kind !== undefined && !kind.isLater(record) && kind.read(record) === null;
}
