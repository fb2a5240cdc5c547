import type { Problem } from './checked-line.ts';
import type { DeviceKey, PersonId, RecordId, SignedRecord } from './record.ts';
import { count, pluralOf } from '../words.ts';

/** A record at the end of a log as somebody saw it, with whose it is. */
export interface LogTip {
  /** The first record of its log: one key writes in several audits. */
  readonly log: RecordId;
  readonly key: DeviceKey;
  readonly seq: number;
  readonly author: PersonId;
  /** What its author was called then: it is told by name also where their card went with the log. */
  readonly name: string;
}

/** Ends of logs by the ids of their records: one for each key, more where one key wrote in two places. */
export type LogTips = ReadonlyMap<RecordId, LogTip>;

/** The records that none of the same key follows, of authors who have a name. */
export function tipsOfLogs(
  records: ReadonlyMap<RecordId, SignedRecord>,
  nameOf: (author: PersonId) => string | undefined,
): LogTips {
  const followed = new Set<RecordId>();
  for (const { key, prev } of records.values())
    if (prev !== null && records.get(prev)?.key === key) followed.add(prev);
  const tips = new Map<RecordId, LogTip>();
  for (const record of records.values()) {
    const { id, key, seq, author } = record;
    const name = nameOf(author);
    if (name !== undefined && !followed.has(id)) tips.set(id, { log: logOf(record), key, seq, author, name });
  }
  return tips;
}

/** The first record of the log that a record belongs to. */
export function logOf({ draft, id }: SignedRecord): RecordId {
  return draft ?? id;
}

/**
 * Ends seen before with those of now; `before` itself where nothing is new. One whose record is here and has been
 * followed gives way to what followed it; one whose record is not here stays, and what a log cut before it ends with is
 * no new end.
 */
export function laterTips(before: LogTips, now: LogTips, isHere: (record: RecordId) => boolean): LogTips {
  const lost = [...before].filter(([record]) => !isHere(record));
  const isCut = ({ log, key, seq }: LogTip): boolean =>
    lost.some(([, tip]) => tip.log === log && tip.key === key && tip.seq > seq);
  const fresh = [...now].filter(([record, tip]) => !before.has(record) && !isCut(tip));
  if (fresh.length === 0) return before;
  return new Map([...[...before].filter(([record]) => !isHere(record) || now.has(record)), ...fresh]);
}

/** An end of a log that was seen and is not here. */
export interface LostTip extends LogTip {
  readonly record: RecordId;
  /** The last number of its key that is here; 0 where nothing of the key is. */
  readonly last: number;
  /** How many records are missing at least. */
  readonly missing: number;
}

/** The ends that were seen and are not among the records. */
export function lostTips(seen: LogTips, records: ReadonlyMap<RecordId, SignedRecord>): readonly LostTip[] {
  return [...seen].flatMap(([record, tip]) => {
    if (records.has(record)) return [];
    let last = 0;
    for (const one of records.values())
      if (one.key === tip.key && logOf(one) === tip.log) last = Math.max(last, one.seq);
    return [{ ...tip, record, last, missing: Math.max(1, tip.seq - last) }];
  });
}

/** That records of somebody were seen in a log and are not in it: which log that is, and what to do, in words. */
export function lostProblem(
  { record, name, seq, last, missing }: LostTip,
  file: string,
  { where, todo }: { readonly where: string; readonly todo: string },
): Problem {
  const now =
    last === 0
      ? 'none of them is here any more'
      : last < seq
        ? `the log ends at record ${last}`
        : 'another record stands in its place';
  const message = `${count(missing, 'record')} of ${name}${where} ${pluralOf(missing, 'is', 'are')} missing: record ${seq} was seen before, and ${now}. Nothing was changed. Let the folder finish syncing; if it stays so, ${todo}`;
  return { level: 'broken', file, line: 0, record, code: 'witness', message };
}
