import { adoptedFramework } from './adopted-framework.ts';
import { fromFault, noDraft } from './call-errors.ts';
import { loadFolder, loadDraft, openedIn } from './load-draft.ts';
import { seenBy } from './seen-by.ts';
import type { LoadedDraft, Scope } from './session.ts';
import {
  compareInspections,
  type InspectionSummary,
  type RankedGrade,
} from '../../shared/domain/comparison/compare-inspections.ts';
import type { FoldedDraft } from '../../shared/domain/draft/fold-draft.ts';
import { shown } from '../../shared/domain/draft/settled.ts';
import type { Framework } from '../../shared/domain/framework/framework-schema.ts';
import { rankOf, scaleOf } from '../../shared/domain/framework/grade-order.ts';
import { providerKey } from '../../shared/domain/report/provider-key.ts';
import { done, refused, type Result } from '../../shared/domain/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { SuccessiveInspectionsView } from '../../shared/ipc/views.ts';

function ranked(framework: Framework | null, area: string, id: string | null): RankedGrade | null {
  const scale = framework === null ? undefined : scaleOf(framework, area);
  const rank = scale === undefined || id === null ? -1 : rankOf(scale, id);
  const grade = scale?.grades[rank];
  return grade === undefined ? null : { title: grade.title, symbol: grade.symbol, rank };
}

function summaryOf({ state }: FoldedDraft, framework: Framework | null): InspectionSummary {
  const areas = (framework?.areas ?? []).filter((area) => area.scale !== null);
  return {
    areas: areas.map(({ id, title, criteria }) => {
      const value = shown(state.grades[id]);
      return {
        id,
        title,
        grade: value === null || !('grade' in value) ? null : ranked(framework, id, value.grade),
        criteria: criteria.map((criterion) => ({
          id: criterion.id,
          title: criterion.title,
          grade: ranked(framework, id, shown(state.fits[criterion.id])),
        })),
      };
    }),
    improvements: (shown(state.improvements) ?? []).map((point) => point.text),
  };
}

function nameOf({ verified }: LoadedDraft): string {
  return shown(verified.folded?.state.details.provider ?? []) ?? '';
}

/** Every inspection in the workspace of the provider that a draft is about, earliest first; broken ones are left out and counted. */
export async function successiveInspections(
  scope: Scope,
  { draft }: { draft: string },
): Promise<Result<SuccessiveInspectionsView, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const own = await loadDraft(scope, draft);
  if (!own.ok) return own;
  const key = providerKey(nameOf(own.value));
  const folders = await opened.value.workspace.listDraftFolders();
  if (!folders.ok) return refused(fromFault(folders.error));
  const found: { readonly loaded: LoadedDraft; readonly folded: FoldedDraft; readonly start: string }[] = [];
  let unread = 0;
  for (const folder of folders.value) {
    const loaded = await loadFolder(scope, opened.value, folder);
    if (!loaded.ok) unread += 1;
    const folded = loaded.ok ? await seenBy(scope, loaded.value?.verified.folded ?? null) : null;
    if (!loaded.ok || loaded.value === null || folded === null || providerKey(nameOf(loaded.value)) !== key)
      continue;
    found.push({ loaded: loaded.value, folded, start: shown(folded.state.details.start) ?? '' });
  }
  if (found.length === 0) return refused(noDraft);
  found.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const inspections = found.map(({ loaded, folded, start }) => {
    const framework = adoptedFramework(folded, scope.ports.crypto.sha256);
    return {
      summary: summaryOf(folded, framework),
      view: {
        draft: folded.state.id,
        provider: nameOf(loaded),
        start,
        kind: shown(folded.state.details.kind) ?? '',
        framework: framework?.title ?? null,
      },
    };
  });
  return done({
    inspections: inspections.map(({ view }) => view),
    comparison: compareInspections(inspections.map(({ summary }) => summary)),
    unread,
  });
}
