import { shelfOf } from '../../../shared/draft/draft-shelved.ts';
import { adoptedFramework } from '../session/adopted-framework.ts';
import { fromFault, noDraft } from '../session/call-errors.ts';
import { openedIn } from '../load.ts';
import { loadSeen, seeFolder } from '../see.ts';
import type { Scope } from '../session/session.ts';
import {
  compareInspections,
  type InspectionSummary,
  type RankedGrade,
} from '../../../shared/comparison/compare-inspections.ts';
import { shown } from '../../../shared/records/settled.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import { rankOf, scaleOf } from '../../../shared/framework/grade-order.ts';
import type { SeenDraft } from '../../../shared/seen/seen-draft.ts';
import { providerKey } from '../../../shared/report/provider-key.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { SuccessiveInspectionsView } from '../../../shared/ipc/views.ts';

function ranked(framework: Framework | null, area: string, id: string | null): RankedGrade | null {
  const scale = framework === null ? undefined : scaleOf(framework, area);
  const rank = scale === undefined || id === null ? -1 : rankOf(scale, id);
  const grade = scale?.grades[rank];
  return grade === undefined ? null : { id: grade.id, title: grade.title, symbol: grade.symbol, rank };
}

function summaryOf({ state }: SeenDraft, framework: Framework | null): InspectionSummary {
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

function nameOf({ state }: SeenDraft): string {
  return shown(state.details.provider) ?? '';
}

interface Inspected {
  readonly seen: SeenDraft;
  readonly start: string;
}

/** Each report once: of drafts that one file was imported into, the one that is open, or else the first of them. */
function withoutDoubles(inspected: readonly Inspected[], open: string): readonly Inspected[] {
  const filesOf = ({ seen }: Inspected): readonly string[] =>
    seen.state.imports.map(({ report }) => report.sha256);
  const isOpen = ({ seen }: Inspected): boolean => seen.state.id === open;
  const taken = new Set(inspected.filter(isOpen).flatMap(filesOf));
  return inspected.filter((inspection) => {
    const files = filesOf(inspection);
    if (!isOpen(inspection) && files.some((file) => taken.has(file))) return false;
    for (const file of files) taken.add(file);
    return true;
  });
}

/** Every inspection in the workspace of the provider that a draft is about, earliest first; broken ones are left out and counted. */
export async function successiveInspections(
  scope: Scope,
  { draft }: { draft: string },
): Promise<Result<SuccessiveInspectionsView, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const own = await loadSeen(scope, draft);
  if (!own.ok) return own;
  const key = providerKey(nameOf(own.value.seen));
  const folders = await opened.value.workspace.listDraftFolders();
  if (!folders.ok) return refused(fromFault(folders.error));
  const inspected: Inspected[] = [];
  let unread = 0;
  for (const folder of folders.value) {
    const read = await seeFolder(scope, opened.value, folder);
    if (!read.ok) unread += 1;
    const seen = read.ok ? read.value : null;
    if (seen === null || providerKey(nameOf(seen)) !== key) continue;
    // What was begun by mistake is no inspection of the provider, but on its own screen.
    if (seen.state.id !== own.value.seen.state.id && shelfOf(seen.state.shelf) === 'withdrawn') continue;
    inspected.push({ seen, start: shown(seen.state.details.start) ?? '' });
  }
  if (inspected.length === 0) return refused(noDraft);
  inspected.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const different = withoutDoubles(inspected, own.value.seen.state.id);
  const inspections = different.map(({ seen, start }) => {
    const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
    return {
      summary: summaryOf(seen, framework),
      view: {
        draft: seen.state.id,
        provider: nameOf(seen),
        start,
        kind: shown(seen.state.details.kind) ?? '',
        framework: framework?.title ?? null,
      },
    };
  });
  return done({
    inspections: inspections.map(({ view }) => view),
    comparison: compareInspections(inspections.map(({ summary }) => summary)),
    doubles: inspected.length - different.length,
    unread,
  });
}
