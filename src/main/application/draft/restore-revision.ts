import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { revisionBody } from './save-revision.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';
import { settled, shown } from '../../../shared/records/settled.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { Field } from '../../../shared/records/open-value.ts';
import type { SeenState } from '../../../shared/seen/seen-draft.ts';

type Changes = Omit<CallInput<'saveRevision'>, 'draft' | 'reason'>;

const gone: CallError = {
  code: 'not-found',
  message: 'This revision is not in the draft any more, so nothing was restored. Nothing was changed.',
};

const same: CallError = {
  code: 'not-allowed',
  message: 'The draft says now what this revision said, so there is nothing to restore. Nothing was changed.',
};

function over<T>(field: Field<T> | undefined): string[] {
  return (field ?? []).map(({ record }) => record);
}

function differs<T>(then: T, now: T | null): boolean {
  return JSON.stringify(then) !== JSON.stringify(now);
}

/**
 * What makes a draft's text, grades and points those of an earlier state. What was written since where nothing stood
 * becomes empty; a grade that was given since stays, for a revision takes none back.
 */
function changesTo(then: SeenState, now: SeenState): Changes {
  const sections = [...new Set([...Object.keys(then.narratives), ...Object.keys(now.narratives)])].sort();
  const lists = [...new Set([...Object.keys(then.points), ...Object.keys(now.points)])].sort();
  const improvements = shown(then.improvements) ?? [];
  return {
    narratives: sections
      .map((section) => ({
        section,
        text: shown(then.narratives[section]) ?? '',
        over: over(now.narratives[section]),
      }))
      .filter(({ section, text }) => differs(text, settled(now.narratives[section]) ?? '')),
    grades: Object.keys(then.grades)
      .sort()
      .flatMap((area) => {
        const value = shown(then.grades[area]);
        return value === null || !differs(value, settled(now.grades[area]))
          ? []
          : [{ area, value, over: over(now.grades[area]) }];
      }),
    improvements: differs(improvements, settled(now.improvements) ?? [])
      ? { points: [...improvements], over: over(now.improvements) }
      : null,
    lists: lists
      .map((section) => ({
        section,
        points: [...(shown(then.points[section]) ?? [])],
        over: over(now.points[section]),
      }))
      .filter(({ section, points }) => differs(points, settled(now.points[section]) ?? [])),
  };
}

/**
 * Saves the text, grades and points of an earlier revision as a new one. Evidence and links stay as they are, and so does
 * what is typed and not saved: it stands over the restored text as what somebody typed.
 */
export async function restoreRevision(
  scope: Scope,
  { draft, revision, reason }: CallInput<'restoreRevision'>,
): Promise<Result<SavedView, CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { seen } = loaded.value;
  const isRevision = seen.state.revisions.some(({ id }) => id === revision);
  const then = isRevision ? seen.at(revision) : null;
  if (then === null) return refused(gone);
  const changes = changesTo(then.state, seen.state);
  const isSame =
    changes.narratives.length + changes.grades.length + (changes.lists ?? []).length === 0 &&
    changes.improvements === null;
  if (isSame) return refused(same);
  return writeRecord(scope, draft, (folded) => done(revisionBody(folded, { draft, reason, ...changes })));
}
