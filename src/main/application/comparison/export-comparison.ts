import { adoptedFramework } from '../session/adopted-framework.ts';
import { compareRevisions } from './compare-revisions.ts';
import { personViews } from '../session/person-views.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { handOut } from '../session/hand-out.ts';
import { comparisonAsHtml } from '../../../shared/comparison/comparison-as-html.ts';
import {
  comparedPlaces,
  type ComparisonDocument,
  type ComparisonNames,
} from '../../../shared/comparison/comparison-document.ts';
import type { JudgmentComparison } from '../../../shared/comparison/compare-judgments.ts';
import type { DraftState, Revision } from '../../../shared/judgment/draft-state.ts';
import { shown } from '../../../shared/records/settled.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import { gradeTitle } from '../../../shared/framework/grade-order.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

function namesOf(
  state: DraftState,
  framework: Framework | null,
  comparison: JudgmentComparison,
): ComparisonNames {
  const areas = framework?.areas ?? [];
  const titles = new Map(
    areas.flatMap((area) => area.criteria.map((criterion) => [criterion.id, criterion.title] as const)),
  );
  return {
    places: [
      ...(framework?.sections ?? []).map(({ id, title }) => ({ id, title, criteria: [] })),
      ...areas.map(({ id, title, criteria }) => ({
        id,
        title,
        criteria: criteria.map((criterion) => criterion.id),
      })),
    ],
    grade: (area, side) => {
      const value = comparison.grades.find((change) => change.area === area)?.[side] ?? null;
      if (value === null || framework === null) return 'Not yet graded';
      return 'grade' in value ? gradeTitle(framework, area, value.grade) : `No grade: ${value.reason}`;
    },
    fit: (area, grade) =>
      grade === null ? 'not yet set' : framework === null ? grade : gradeTitle(framework, area, grade),
    note: (id) => state.notes.find((note) => note.id === id)?.code ?? id.slice(0, 8),
    criterion: (id) => titles.get(id) ?? id,
  };
}

/** Revisions after `before` up to `after`; all of them where no first one is named. */
function between(state: DraftState, before: string | null, after: string | null): readonly Revision[] {
  const number = (id: string | null, otherwise: number): number =>
    state.revisions.find((revision) => revision.id === id)?.number ?? otherwise;
  const [from, to] = [number(before, 0), number(after, state.revisions.length)];
  return state.revisions.filter((revision) => revision.number > from && revision.number <= to);
}

/** Lays out the comparison of two revisions as a document. */
export async function renderComparison(
  scope: Scope,
  { draft, before, after }: CallInput<'compareRevisions'>,
): Promise<Result<ComparisonDocument, CallError>> {
  const view = await compareRevisions(scope, { draft, before, after });
  if (!view.ok) return view;
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { folder, seen } = loaded.value;
  const { state } = seen;
  const { comparison } = view.value;
  const people = new Map((await personViews(scope)).map((person) => [person.id, person.card.name]));
  const revisions = between(state, before, after);
  const authors = [...new Set(revisions.map(({ author }) => people.get(author) ?? 'someone unknown'))];
  const first = state.revisions.find((revision) => revision.id === before)?.number ?? 0;
  const names = namesOf(state, adoptedFramework(seen, scope.ports.crypto.sha256), comparison);
  return done({
    title: shown(state.details.provider) ?? folder,
    subtitle: `Revision ${first} to ${revisions.at(-1)?.number ?? first}`,
    authors: authors.length === 0 ? 'nobody' : authors.join(', '),
    at: revisions.at(-1)?.at ?? state.begunAt,
    writers: Object.fromEntries(
      revisions.map(({ id, author, at }) => [id, { name: people.get(author) ?? 'someone unknown', at }]),
    ),
    questions: comparison.flags.map((flag) => flag.message),
    places: comparedPlaces(comparison, names),
  });
}

/** Makes a comparison into a page or a Word document and hands it to the person. */
export async function exportComparison(
  scope: Scope,
  { format, ...input }: CallInput<'exportComparison'>,
): Promise<Result<{ name: string } | null, CallError>> {
  const document = await renderComparison(scope, input);
  if (!document.ok) return document;
  const bytes =
    format === 'docx'
      ? await scope.ports.documents.comparisonAsWord(document.value)
      : new TextEncoder().encode(comparisonAsHtml(document.value));
  const slug = `${document.value.title} ${document.value.subtitle}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  return handOut(scope, `${slug}.${format}`, bytes);
}
