import { adoptedFramework } from '../session/adopted-framework.ts';
import { keptClocks } from '../clocks/kept-clocks.ts';
import type { OpenedWorkspace } from '../session/session.ts';
import type { Surveyed } from '../../ports/catalogue-port.ts';
import { shelfOf } from '../../../shared/draft/draft-shelved.ts';
import { shown } from '../../../shared/records/settled.ts';
import type { VerifiedDraft } from '../../../shared/judgment/verify-draft.ts';
import { missingProblem, type MissingDraft } from '../../../shared/folder/seen-workspace.ts';
import { keyCounts } from '../../../shared/folder/unread.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import { sealedJudgment } from '../../../shared/judgment/sealed-judgment.ts';
import { seenDraft, type SeenDraft, type SeenState } from '../../../shared/seen/seen-draft.ts';
import type { DraftRow } from '../../../shared/ipc/views.ts';

/** What the list keeps of a verified draft, as one person may see it: its line, its clocks, and how much each key wrote. */
export function listedOf(
  folder: string,
  verified: VerifiedDraft,
  person: string,
  sha256: (utf8: string) => string,
): Pick<Surveyed, 'row' | 'clocks' | 'counts' | 'sealed'> {
  const draft = seenDraft(verified, person);
  if (draft === null) {
    const message = verified.problems.at(-1)?.message ?? 'This draft cannot be read.';
    return { row: unreadableRow(folder, message), clocks: null, counts: [], sealed: null };
  }
  return {
    row: draftRow(folder, draft, person, sha256),
    clocks: keptClocks(draft, sha256),
    counts: keyCounts(draft.state.timeline),
    sealed:
      verified.folded === null
        ? null
        : sealedJudgment(verified.folded, folder, adoptedFramework(verified.folded, sha256)),
  };
}

/** A draft as one line of the list, with the roles that its reader has in it; its clock is told apart, by the day. */
function draftRow(
  folder: string,
  draft: SeenDraft,
  person: string,
  sha256: (utf8: string) => string,
): DraftRow {
  const { state, problems, rolesOf } = draft;
  const framework = adoptedFramework(draft, sha256);
  const broken = problems.find((problem) => problem.level === 'broken');
  const detail = (name: keyof SeenState['details']): string => shown(state.details[name]) ?? '';
  return {
    draft: state.id,
    provider: detail('provider') === '' ? folder : detail('provider'),
    framework: framework?.title ?? null,
    kind: detail('kind'),
    stage: state.stage.now,
    standing: state.standing,
    shelf: shelfOf(state.shelf),
    leadInspector: detail('leadInspector'),
    inspectorate: detail('inspectorate'),
    start: detail('start'),
    end: detail('end'),
    revisions: state.revisions.length,
    evidence: state.notes.length,
    conflicts: state.conflicts.length,
    changed: state.timeline.at(-1)?.at ?? state.begunAt,
    demonstration: state.demonstration,
    areas: areasOf(state, framework),
    roles: rolesOf(person),
    clock: null,
    problem: broken === undefined ? null : `${broken.file}, line ${broken.line}: ${broken.message}`,
    imported: [...new Set(state.imports.map(({ report }) => report.sha256))],
    checked: true,
  };
}

function areasOf(state: SeenState, framework: Framework | null): DraftRow['areas'] {
  const graded = (framework?.areas ?? []).filter((area) => area.scale !== null);
  const grades = framework?.scales.flatMap((scale) => scale.grades) ?? [];
  return graded.map(({ id, title, short }) => {
    const grade = shown(state.grades[id]);
    const given = grade !== null && 'grade' in grade ? grade.grade : null;
    const symbol = grades.find((one) => one.id === given)?.symbol ?? null;
    return { id, title, short, grade, symbol };
  });
}

/** The line of a folder whose draft cannot be read, with why. */
export function unreadableRow(folder: string, problem: string): DraftRow {
  return {
    draft: '',
    provider: folder,
    framework: null,
    kind: '',
    stage: '',
    standing: 'open',
    shelf: 'list',
    leadInspector: '',
    inspectorate: '',
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
    imported: [],
    checked: true,
  };
}

/** The line of a draft that was here and is gone: it cannot be opened, and says what to do and who may explain it. */
export function missingRow(
  missing: MissingDraft,
  { people, workspaceLog }: Pick<OpenedWorkspace, 'people' | 'workspaceLog'>,
  person: string,
): DraftRow {
  const { draft, name, day } = missing;
  const names = new Map(people.people.map(({ id, card }) => [id, card.name]));
  const administrators = workspaceLog.administrators.flatMap((id) => names.get(id) ?? []);
  const isAdministrator = workspaceLog.administrators.includes(person);
  return {
    ...unreadableRow(name, missingProblem(missing).message),
    missing: { draft, day, administrators, isAdministrator },
  };
}
