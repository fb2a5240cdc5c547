import { certifiedRecords } from '../people/certified-records.ts';
import { withEmptyCopies } from '../people/empty-copies.ts';
import type { CheckedLine, Problem } from '../records/checked-line.ts';
import { lostProblem, lostTips, tipsOfLogs, type LogTips } from '../records/log-tips.ts';
import { checkFileSequences } from '../records/file-sequence.ts';
import type { RecordId } from '../records/record.ts';
import { workspaceFounded } from './workspace-founded.ts';
import type { Person } from '../people/person.ts';
import { lostIn } from '../people/lost-devices.ts';
import {
  foldWorkspaceLog,
  isNewerInWorkspace,
  nothingSaid,
  type FoldedWorkspaceLog,
  type WorkspaceLog,
} from './fold-workspace-log.ts';

/** A workspace's own log as its files tell, with what is wrong in it. */
export interface VerifiedWorkspaceLog extends WorkspaceLog {
  /** Null where it cannot be put together. */
  readonly folded: FoldedWorkspaceLog | null;
  readonly problems: readonly Problem[];
}

/** The same, with the ends of it and whether a record is among those read: what a witness remembers. */
interface WitnessedWorkspaceLog extends VerifiedWorkspaceLog {
  readonly tips: LogTips;
  readonly isHere: (record: RecordId) => boolean;
}

/** A log of which nothing was read yet. */
export const unreadWorkspaceLog: VerifiedWorkspaceLog = { ...nothingSaid, folded: null, problems: [] };

const missing =
  'The founding record of this workspace, which its number stands for, is not here: what administrators decided cannot be known. Drafts are not touched by that.';
const another =
  'The founding record here is another one than plumbline.json names: one of the two was replaced. What administrators decided cannot be known. Drafts are not touched by that.';
const abandoned =
  'Another workspace was begun in this folder and never finished, or this record was put here. It counts for nothing.';
const gone = {
  where: ' in the log of this workspace',
  todo: 'put it back from a backup or from a colleague’s copy.',
};
const wordless = 'Its words are gone, and words of a workspace’s own log are never erased.';

/**
 * Verifies the log of the workspace with this id: its lines, the people's keys, its founding, who had the right, and the
 * ends of it seen earlier.
 */
export function verifyWorkspaceLog(
  id: RecordId,
  lines: readonly CheckedLine[],
  people: readonly Person[],
  seen: LogTips = new Map(),
): WitnessedWorkspaceLog {
  const { records, all, problems: inLines, problemAt } = certifiedRecords(lines, people);
  const problems: Problem[] = [...checkFileSequences(lines), ...inLines];
  const tell = (...problem: Parameters<typeof problemAt>): void => void problems.push(problemAt(...problem));
  const names = new Map(people.map((person) => [person.id, person.card.name]));
  const foundings = new Set(
    [...all.values()].flatMap((checked) =>
      checked.draft === null && checked.type === workspaceFounded.type ? [checked.id] : [],
    ),
  );
  for (const lost of lostTips(seen, all)) problems.push(lostProblem(lost, `${lost.key}.jsonl`, gone));
  const witnessed = {
    tips: tipsOfLogs(records, (author) => names.get(author)),
    isHere: (record: RecordId): boolean => all.has(record),
  };
  for (const founding of foundings) {
    if (founding === id || !foundings.has(id)) continue;
    tell('notice', founding, 'other-founding', abandoned);
    records.delete(founding);
  }
  const folded = foldWorkspaceLog(id, records.values(), lostIn(id, people));
  if (folded === null) {
    if (foundings.size > 0 && !foundings.has(id)) tell('broken', null, 'founding-differs', another);
    else tell('broken', null, 'founding-missing', missing);
    return { ...nothingSaid, ...witnessed, folded, problems: withEmptyCopies(lines, problems) };
  }
  for (const fault of folded.graph.faults) tell('broken', fault.record, fault.code, fault.message);
  for (const { neededBy } of folded.graph.missing)
    tell('broken', neededBy, 'missing', 'It names a record that nobody has here.');
  for (const { record, event } of folded.graph.entries) {
    const why = folded.setAside.get(record.id);
    if (why !== undefined) tell('notice', record.id, 'set-aside', why);
    if (record.words === undefined && record.cipher === undefined)
      tell('broken', record.id, 'content-missing', wordless);
    if (isNewerInWorkspace(record))
      tell(
        'notice',
        record.id,
        'newer-version',
        `A newer version of Plumbline wrote this record (${record.type}). It is kept, and this version does not understand it.`,
      );
    else if (event === null && record.facts !== undefined)
      tell(
        'notice',
        record.id,
        'unreadable-body',
        `This record (${record.type}) is signed and whole, but does not hold what its kind holds. It is kept and does not count.`,
      );
  }
  const { graph: _graph, ...said } = folded;
  return { ...said, ...witnessed, folded, problems: withEmptyCopies(lines, problems) };
}
