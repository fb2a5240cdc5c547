import { certifiedRecords, type CertifiedRecords } from '../people/certified-records.ts';
import { withEmptyCopies } from '../people/empty-copies.ts';
import { RecordGraph, type KindsOfRecord } from '../records/record-graph.ts';
import { auditBegun } from '../audits/audit-begun.ts';
import type { CheckedLine, Problem } from '../records/checked-line.ts';
import { auditEventTypes } from '../audits/audit-event-types.ts';
import { programmeEventTypes } from './workspace-event-types.ts';
import { isNewerThan } from '../records/define-event.ts';
import { checkFileSequences } from '../records/file-sequence.ts';
import { logOf, lostProblem, lostTips, tipsOfLogs, type LogTips } from '../records/log-tips.ts';
import { programmeBegun } from './programme-begun.ts';
import type { RecordId, SignedRecord } from '../records/record.ts';
import type { Person } from '../people/person.ts';
import { count, pluralOf } from '../words.ts';

/** The folders of logs whose lines this version verifies and whose records it does not judge: later versions write them. */
export const unjudgedPlaces = ['audits', 'programme'] as const;
export type UnjudgedPlace = (typeof unjudgedPlaces)[number];

/** How logs of such a kind begin, what may stand in them, and what one of them is called. */
interface UnjudgedKind {
  readonly begins: string;
  readonly kinds: KindsOfRecord;
  readonly called: string;
  readonly another: string;
}

const unjudged: Readonly<Record<UnjudgedPlace, UnjudgedKind>> = {
  audits: { begins: auditBegun.type, kinds: auditEventTypes, called: 'this audit', another: 'an audit' },
  programme: {
    begins: programmeBegun.type,
    kinds: programmeEventTypes,
    called: 'this programme',
    another: 'a programme',
  },
};

const todo = 'put it back from a backup or from a colleague’s copy.';
const wordless = 'Its words are gone, and this version knows of nothing that erases them here.';

/** What was read of the logs in one folder, or in one audit's folder: what is wrong, and what a witness remembers. */
interface VerifiedLogs {
  readonly problems: readonly Problem[];
  readonly tips: LogTips;
  /** Every record that could be read. */
  readonly records: ReadonlyMap<RecordId, SignedRecord>;
}

/**
 * Verifies the lines of one folder: form, signatures, the people's keys, and per audit or programme its beginning, its
 * order, its words, and the ends of it seen earlier. Each record belongs to the one that it names, and those that lie in
 * one folder have nothing to do with each other.
 */
export function verifyUnjudged(
  place: UnjudgedPlace,
  lines: readonly CheckedLine[],
  people: readonly Person[],
  seen: LogTips = new Map(),
): VerifiedLogs {
  const certified = certifiedRecords(lines, people);
  const { records, all } = certified;
  const problems: Problem[] = [...certified.problems];
  const ofLogs = Map.groupBy(
    lines.filter(({ read }) => read.ok),
    ({ read }) => (read.ok ? logOf(read.value) : ''),
  );
  const recordsOf = Map.groupBy(records.values(), logOf);
  for (const [log, own] of ofLogs) {
    problems.push(...checkFileSequences(own));
    problems.push(...inLog(unjudged[place], log, recordsOf.get(log) ?? [], certified));
  }
  const here = new Map([...seen].filter(([, { log }]) => ofLogs.has(log)));
  for (const lost of lostTips(here, all))
    problems.push(lostProblem(lost, `${lost.key}.jsonl`, { where: ` in ${unjudged[place].called}`, todo }));
  const names = new Map(people.map(({ id, card }) => [id, card.name]));
  return {
    problems: withEmptyCopies(lines, problems),
    tips: tipsOfLogs(records, (author) => names.get(author)),
    records: all,
  };
}

/** The audits, or programmes, that were seen and of which no record is here; an audit's folder has the beginning of its id as its name. */
export function goneLogs(
  place: UnjudgedPlace,
  seen: LogTips,
  isHere: (log: RecordId) => boolean,
): readonly Problem[] {
  const gone = new Map([...seen].filter(([, { log }]) => !isHere(log)));
  const where = ` in ${unjudged[place].another}`;
  return lostTips(gone, new Map()).map((lost) =>
    lostProblem(lost, place === 'audits' ? lost.log.slice(0, 32) : '', { where, todo }),
  );
}

/** What is wrong among the certified records of one audit, or programme. */
function inLog(
  { begins, kinds, called, another }: UnjudgedKind,
  log: RecordId,
  own: readonly SignedRecord[],
  { all, problemAt }: CertifiedRecords,
): readonly Problem[] {
  const graph = new RecordGraph(log, own, kinds);
  const first = graph.get(log);
  if (first?.record.type !== begins || (first.event === null && !isNewerThan(kinds, first.record))) {
    const message =
      all.get(log)?.type === begins
        ? `The first record of ${called} counts for nothing, so it cannot be put together.`
        : all.has(log)
          ? `A record that begins something else (${all.get(log)?.type ?? ''}) stands where ${another} begins. It counts for nothing here.`
          : `The first record of ${called} is missing or damaged, so it cannot be put together.`;
    const other = all.has(log) ? log : (own[0]?.id ?? null);
    return [problemAt('broken', other, 'no-beginning', message)];
  }
  const later = graph.entries.map(({ record }) => record).filter((record) => isNewerThan(kinds, record));
  return [
    ...graph.faults.map(({ record, code, message }) => problemAt('broken', record, code, message)),
    ...graph.missing.map(({ neededBy }) =>
      problemAt('broken', neededBy, 'missing', 'It names a record that nobody has here.'),
    ),
    ...[...graph.beyondKnowledge].map((record) =>
      problemAt('notice', record, 'set-aside', 'It speaks of a record that its author did not have.'),
    ),
    ...graph.entries
      .filter(({ record }) => record.words === undefined && record.cipher === undefined)
      .map(({ record }) => problemAt('broken', record.id, 'content-missing', wordless)),
    ...later
      .slice(0, 1)
      .map(({ id }) => problemAt('notice', id, 'newer-version', laterWords(later.length, another))),
  ];
}

function laterWords(number: number, another: string): string {
  return `A later version of Plumbline keeps ${another} here: ${count(number, 'record')} of it ${pluralOf(number, 'is', 'are')} of a kind or version that this one does not know. All are kept as they are.`;
}
