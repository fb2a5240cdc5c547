import { adoptedFramework } from '../session/adopted-framework.ts';
import { workspaceHolidays, type WorkspaceHolidays } from '../clocks/workspace-holidays.ts';
import { draftName } from '../folder/folder-view.ts';
import { loadDraft } from '../load.ts';
import { mayWrite } from '../session/may-write.ts';
import { personViews } from '../session/person-views.ts';
import { seeDraft } from '../see.ts';
import { followErasings } from '../erasing/erase-content.ts';
import type { LoadedDraft, Scope } from '../session/session.ts';
import { rememberDrafts } from '../session/witnessed.ts';
import { factsThatHold } from '../../../shared/judgment/facts-that-hold.ts';
import { gradesByArea } from '../../../shared/judgment/grades-by-area.ts';
import { checkGates } from '../../../shared/gates/all-gates.ts';
import { aggregateGrades } from '../../../shared/framework/aggregate-grades.ts';
import { evaluateLimiters } from '../../../shared/framework/limiting-rules.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { DraftView } from '../../../shared/ipc/views.ts';
import { clocksOf } from '../clocks/clocks-of.ts';
import { clockWeeks } from '../../../shared/clocks/clock-weeks.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import type { SeenState } from '../../../shared/seen/seen-draft.ts';
import type { ClocksView } from '../../../shared/ipc/rule-views.ts';
import type { DraftState } from '../../../shared/judgment/draft-state.ts';
import { settled } from '../../../shared/records/settled.ts';

/** Reads the draft; where others erased what this device wrote, its own log follows first. */
async function loadFollowed(scope: Scope, draft: string): Promise<Result<LoadedDraft, CallError>> {
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const notices = loaded.value.verified.folded?.state.notices ?? [];
  if (!notices.some((notice) => notice.code === 'erasing-outstanding')) return loaded;
  const followed = await followErasings(scope, draft);
  return followed.ok ? loadDraft(scope, draft) : loaded;
}

/** One draft as its screens show it to this profile's person. */
export async function openDraft(
  scope: Scope,
  { draft }: { draft: string },
): Promise<Result<DraftView, CallError>> {
  const loaded = await loadFollowed(scope, draft);
  if (!loaded.ok) return loaded;
  scope.session.opened?.following?.attend(loaded.value.folder);
  const seen = await seeDraft(scope, loaded.value);
  if (seen === null) {
    if (loaded.value.verified.problems.some(({ code }) => code === 'certification')) return refused(noCard);
    return refused({
      code: 'damaged',
      message:
        'The first record of this draft is missing or damaged, so it cannot be opened. The files are untouched, and every other draft still opens. Put the files back from a backup or from a colleague’s copy.',
    });
  }
  const { state } = seen;
  if (scope.session.opened !== null) {
    const { folder } = loaded.value;
    const here = { draft: state.id, folder, name: draftName(folder, seen) };
    await rememberDrafts(scope, scope.session.opened, [here]);
  }
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  const self = await scope.ports.keys.self();
  const roles = self === null ? [] : seen.rolesOf(self.person);
  const grades = gradesByArea(state);
  const sentences =
    framework === null
      ? []
      : aggregateGrades(framework, grades, fitsByCriterion(state)).map((finding) => finding.sentence);
  const days = await workspaceHolidays(scope);
  return done({
    state,
    framework,
    people: await personViews(scope),
    roles,
    ...mayWrite(state, roles, self?.person ?? '', scope.ports.lockedBy),
    gates: checkGates(state, framework),
    clocks: clocksView(state, framework, days),
    limiters: framework === null ? [] : evaluateLimiters(framework, grades, factsThatHold(state)),
    aggregation: sentences.length === 0 ? null : sentences.join(' '),
    problems: seen.problems,
  });
}

const noCard: CallError = {
  code: 'vanished',
  message:
    'The card of whoever began this draft has not arrived, so nobody vouches for its records and it cannot be opened yet. Its files are untouched, and every other draft still opens. Let the folder finish syncing, or ask them to open the workspace once.',
};

/** A draft's clocks as a window shows them: how each stands today, and the weeks in which something is still due. */
function clocksView(state: SeenState, framework: Framework | null, days: WorkspaceHolidays): ClocksView {
  const clocks = clocksOf(state, framework, days);
  const { today, holidays, problem } = days;
  return { today, clocks, weeks: clockWeeks(clocks, framework?.deadlines ?? [], holidays, today), problem };
}

/** The best fit of each criterion that has one settled. */
function fitsByCriterion(state: Pick<DraftState, 'fits'>): { readonly [criterion: string]: string } {
  return Object.fromEntries(
    Object.entries(state.fits).flatMap(([criterion, field]) => {
      const grade = settled(field);
      return grade === null ? [] : [[criterion, grade]];
    }),
  );
}
