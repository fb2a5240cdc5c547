import { fewOfEachKind } from '../load.ts';
import { readManyLogLines, type ReadLogLine } from '../session/read-lines.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import { rememberOf, seenOf } from '../session/witnessed.ts';
import type { StorageFault } from '../../ports/storage-ports.ts';
import type { Problem } from '../../../shared/records/checked-line.ts';
import { logOf, type LogTip } from '../../../shared/records/log-tips.ts';
import type { DeviceKey, RecordId } from '../../../shared/records/record.ts';
import { withTips } from '../../../shared/folder/seen-workspace.ts';
import { done } from '../../../shared/result.ts';
import {
  goneLogs,
  unjudgedPlaces,
  verifyUnjudged,
  type UnjudgedPlace,
} from '../../../shared/workspace/verify-unjudged-logs.ts';

/** What reading the logs of one place gave: what is wrong, and by log the last number of each key. */
interface LoadedLogs {
  readonly problems: readonly Problem[];
  readonly last: ReadonlyMap<RecordId, ReadonlyMap<DeviceKey, number>>;
}

/** So many lines of one place are kept in memory for the next look at most; others are checked anew. */
const mostKept = 50_000;

/** Reads and verifies the logs of audits and of the programme, and keeps what was found for the folder's states. */
export async function loadAllUnjudged(scope: Scope, opened: OpenedWorkspace): Promise<void> {
  for (const place of unjudgedPlaces) await loadUnjudged(scope, opened, place);
}

/**
 * Reads and verifies the logs of audits, or of the programme, with the people as they were read last, and remembers how
 * far they go. Nothing that is wrong with them stops anybody, and nothing is ever written in them.
 */
export async function loadUnjudged(
  scope: Scope,
  opened: OpenedWorkspace,
  place: UnjudgedPlace,
): Promise<LoadedLogs> {
  const { workspace, people } = opened;
  const seen = (await seenOf(scope, opened))[place];
  const before = opened.unjudged?.[place]?.lines;
  const lines = new Map<string, readonly ReadLogLine[]>();
  const last = new Map<RecordId, Map<DeviceKey, number>>();
  const here = new Set<RecordId>();
  const tips = new Map<RecordId, LogTip>();
  const problems: Problem[] = [];
  // The programme lies in its own folder, as an audit lies in each of the audits' folders.
  const folders = place === 'audits' ? await workspace.listAudits() : done(['']);
  let isWhole = folders.ok;
  let kept = 0;
  if (!folders.ok) problems.push(...unread(place, folders.error));
  for (const folder of folders.ok ? folders.value : []) {
    const at = folder === '' ? place : `${place}/${folder}`;
    const found = await (place === 'audits' ? workspace.readAudit(folder) : workspace.readProgramme());
    if (!found.ok) {
      problems.push(...unread(at, found.error));
      isWhole = false;
      continue;
    }
    const read = await readManyLogLines(found.value, scope.ports.crypto, before?.get(folder));
    const verified = verifyUnjudged(
      place,
      read.map((line) => line.checked),
      people.people,
      seen,
    );
    if (read.some(({ fault }) => fault !== undefined)) isWhole = false;
    kept += read.length;
    if (kept <= mostKept) lines.set(folder, read);
    for (const record of verified.records.values()) {
      here.add(record.id);
      const ends = last.get(logOf(record)) ?? new Map<DeviceKey, number>();
      last.set(logOf(record), ends.set(record.key, Math.max(record.seq, ends.get(record.key) ?? 0)));
    }
    for (const [id, tip] of verified.tips) tips.set(id, tip);
    problems.push(...fewOfEachKind(verified.problems).map((problem) => placed(at, problem)));
  }
  // What could not be read now is told of by itself, and is not called gone as well.
  if (isWhole)
    problems.push(...goneLogs(place, seen, (log) => last.has(log)).map((problem) => placed(place, problem)));
  opened.unjudged = { ...opened.unjudged, [place]: { lines, problems } };
  await rememberOf(scope, opened, (known) => withTips(known, place, tips, (record) => here.has(record)));
  return { problems, last };
}

/** A problem named from the workspace on. */
function placed(at: string, problem: Problem): Problem {
  return { ...problem, file: problem.file === '' ? at : `${at}/${problem.file}` };
}

/** What is no folder is named where everything is that is no ordinary file or folder. */
function unread(at: string, { code, message }: StorageFault): readonly Problem[] {
  if (code === 'not-a-file') return [];
  return [{ level: 'broken', file: at, line: 0, record: null, code, message }];
}
