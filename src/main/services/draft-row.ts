import { adoptedFramework } from './adopted-framework.ts';
import { shown } from '../../shared/domain/draft/settled.ts';
import type { DraftState } from '../../shared/domain/draft/draft-state.ts';
import type { VerifiedDraft } from '../../shared/domain/draft/verify-draft.ts';
import { visibleState } from '../../shared/domain/moderation/visible-state.ts';
import { visibleValues } from '../../shared/domain/moderation/visible-values.ts';
import type { Framework } from '../../shared/domain/framework/framework-schema.ts';
import type { DraftRow } from '../../shared/ipc/views.ts';

/** A verified draft as one line of the list, as this person may see it, with the roles they have in it; its clock is told apart, by the day. */
export function draftRow(
  folder: string,
  { folded, problems, draft }: VerifiedDraft,
  person: string,
  sha256: (utf8: string) => string,
): DraftRow {
  if (folded === null) return unreadableRow(folder, problems.at(-1)?.message ?? 'This draft cannot be read.');
  const state = visibleState(folded, person);
  const seen = visibleValues(folded.values, state.moderation.hiding, person);
  const framework = adoptedFramework(folded, sha256);
  const broken = problems.find((problem) => problem.level === 'broken');
  const detail = (name: keyof DraftState['details']): string => shown(state.details[name]) ?? '';
  return {
    draft,
    provider: detail('provider') === '' ? folder : detail('provider'),
    framework: framework?.title ?? null,
    kind: detail('kind'),
    stage: state.stage.now,
    standing: state.standing,
    leadInspector: detail('leadInspector'),
    start: detail('start'),
    end: detail('end'),
    revisions: state.revisions.length,
    evidence: state.notes.length,
    conflicts: state.conflicts.filter((field) => seen.has(field)).length,
    changed: state.timeline.at(-1)?.at ?? state.begunAt,
    demonstration: state.demonstration,
    areas: areasOf(state, framework),
    roles: folded.rights.rolesOf(person),
    clock: null,
    problem: broken === undefined ? null : `${broken.file}, line ${broken.line}: ${broken.message}`,
    checked: true,
  };
}

function areasOf(state: DraftState, framework: Framework | null): DraftRow['areas'] {
  const graded = (framework?.areas ?? []).filter((area) => area.scale !== null);
  return graded.map(({ id, title, short }) => ({ id, title, short, grade: shown(state.grades[id]) }));
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
    checked: true,
  };
}
