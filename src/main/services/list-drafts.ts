import { adoptedFramework } from './adopted-framework.ts';
import { fromFault } from './call-errors.ts';
import { clocksOf } from './clocks/clocks-of.ts';
import { workspaceHolidays, type WorkspaceHolidays } from './clocks/workspace-holidays.ts';
import { loadFolder, openedIn } from './load-draft.ts';
import { loadPeople } from './load-people.ts';
import { seenBy } from './seen-by.ts';
import type { LoadedDraft, Scope } from './session.ts';
import { shown } from '../../shared/domain/draft/settled.ts';
import { mostUrgent } from '../../shared/domain/finalising/clocks/clock-states.ts';
import type { DraftState } from '../../shared/domain/draft/draft-state.ts';
import type { Framework } from '../../shared/domain/framework/framework-schema.ts';
import { done, refused, type Result } from '../../shared/domain/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { DraftRow } from '../../shared/ipc/views.ts';

/** The drafts of the workspace, each with what it holds or why it cannot be read; one bad draft hides no other. */
export async function listDrafts(scope: Scope): Promise<Result<readonly DraftRow[], CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const people = await loadPeople(scope, opened.value);
  if (!people.ok) return people;
  const folders = await opened.value.workspace.listDraftFolders();
  if (!folders.ok) return refused(fromFault(folders.error));
  const self = await scope.ports.keys.self();
  const days = await workspaceHolidays(scope);
  const rows: DraftRow[] = [];
  for (const [at, folder] of folders.value.entries()) {
    if (scope.cancelled.has('list')) break;
    const loaded = await loadFolder(scope, opened.value, folder);
    if (!loaded.ok) rows.push(unreadable(folder, loaded.error.message));
    else if (loaded.value !== null) rows.push(await rowOf(scope, loaded.value, self?.person ?? '', days));
    if (at % 25 === 24) {
      const total = folders.value.length;
      scope.ports.windows.send(scope.session.window, {
        kind: 'progress',
        job: 'list',
        done: at + 1,
        total,
        told: `${at + 1} of ${total} drafts read`,
        finished: false,
      });
    }
  }
  scope.cancelled.delete('list');
  return done(rows);
}

async function rowOf(
  scope: Scope,
  loaded: LoadedDraft,
  person: string,
  days: WorkspaceHolidays,
): Promise<DraftRow> {
  const { problems, draft } = loaded.verified;
  const folded = await seenBy(scope, loaded.verified.folded);
  if (folded === null)
    return unreadable(loaded.folder, problems.at(-1)?.message ?? 'This draft cannot be read.');
  const { state } = folded;
  const framework = adoptedFramework(folded, scope.ports.crypto.sha256);
  const broken = problems.find((problem) => problem.level === 'broken');
  const detail = (name: keyof DraftState['details']): string => shown(state.details[name]) ?? '';
  return {
    draft,
    provider: detail('provider') === '' ? loaded.folder : detail('provider'),
    framework: framework?.title ?? null,
    kind: detail('kind'),
    stage: detail('stage'),
    standing: state.standing,
    leadInspector: detail('leadInspector'),
    start: detail('start'),
    end: detail('end'),
    revisions: state.revisions.length,
    evidence: state.notes.length,
    conflicts: state.conflicts.length,
    changed: state.timeline.at(-1)?.at ?? state.begunAt,
    demonstration: state.demonstration,
    areas: areasOf(state, framework),
    roles: folded.rights.rolesOf(person),
    clock: mostUrgent(clocksOf(state, framework, days)),
    problem: broken === undefined ? null : `${broken.file}, line ${broken.line}: ${broken.message}`,
  };
}

function areasOf(state: DraftState, framework: Framework | null): DraftRow['areas'] {
  const graded = (framework?.areas ?? []).filter((area) => area.scale !== null);
  return graded.map(({ id, title, short }) => ({ id, title, short, grade: shown(state.grades[id]) }));
}

function unreadable(folder: string, problem: string): DraftRow {
  return {
    draft: '',
    provider: folder,
    framework: null,
    kind: '',
    stage: '',
    standing: 'open',
    leadInspector: '',
    start: '',
    end: '',
    revisions: 0,
    evidence: 0,
    conflicts: 0,
    changed: '',
    demonstration: false,
    areas: [],
    roles: [],
    clock: null,
    problem,
  };
}
