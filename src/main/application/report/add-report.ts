import type { EarlierRecord, LaterIntent } from '../session/later-intent.ts';
import type { Scope } from '../session/session.ts';
import { writeRecords } from '../write.ts';
import { differ, revisionRecord, type ReportRevision, type StandingFields } from './report-records.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import type { RecordId } from '../../../shared/records/record.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { shown } from '../../../shared/records/settled.ts';
import { done, refused, type Result } from '../../../shared/result.ts';

/** One state of a file's text, with why it is a revision of its own. */
export interface FileState {
  readonly reason: string;
  readonly now: ReportRevision;
}

export const conflicted: CallError = {
  code: 'conflict',
  message:
    'That inspection has fields that are written in two ways. Nothing was imported. Settle its conflicts first, then add the report.',
};

/** What of a draft a report speaks of: sections, grades and points that the report has none of stay as they are. */
function standingFor({ state }: FoldedDraft, now: ReportRevision): ReportRevision {
  const grades = [...now.grades.keys()].flatMap((area): [string, string][] => {
    const value = shown(state.grades[area]);
    return value !== null && 'grade' in value ? [[area, value.grade]] : [];
  });
  const narratives = [...now.narratives.keys()].flatMap((section): [string, string][] => {
    const text = shown(state.narratives[section]);
    return text === null ? [] : [[section, text]];
  });
  const points = (shown(state.improvements) ?? []).map(({ text }) => text);
  return {
    grades: new Map(grades),
    narratives: new Map(narratives),
    points: now.points.length === 0 ? now.points : points,
  };
}

/**
 * Adds a report to a draft that is here: the record of the import, a revision for each state of the file that differs from
 * what stood before it, and the file's comments. Answers how many revisions that made.
 */
export async function addReport(
  scope: Scope,
  draft: string,
  imported: LaterIntent,
  states: readonly FileState[],
  comments: readonly ((earlier: readonly EarlierRecord[], standing?: RecordId) => Intent)[],
): Promise<Result<{ readonly revisions: number }, CallError>> {
  let revisions = 0;
  const saved = await writeRecords(scope, draft, (folded) => {
    if (folded.state.conflicts.length > 0) return refused(conflicted);
    const standing: StandingFields = {
      open: (field) => (folded.values.get(field) ?? []).map((write) => write.record.id),
      points: shown(folded.state.improvements) ?? [],
    };
    const made = states.flatMap(({ reason, now }, at): LaterIntent[] => {
      const before = states[at - 1]?.now ?? standingFor(folded, now);
      return differ(before, now) ? [revisionRecord(reason, now, before, standing)] : [];
    });
    revisions = made.length;
    // A comment names the revision that it is on: one that was made before where this file makes none.
    const last = folded.state.revisions.at(-1)?.id;
    const said = comments.map(
      (make): LaterIntent =>
        (earlier) =>
          make(earlier, last),
    );
    return done({ first: imported([]), rest: [...made, ...said] });
  });
  return saved.ok ? done({ revisions }) : saved;
}
