import { withinSentence } from '../../shared/domain/words.ts';
import { adoptedFramework } from './adopted-framework.ts';
import { anchoredComments } from './anchored-comments.ts';
import { noDraft } from './call-errors.ts';
import { loadDraft } from './load-draft.ts';
import { seenBy } from './seen-by.ts';
import type { Scope } from './session.ts';
import { hunkKey } from '../../shared/domain/comparison/hunk-key.ts';
import type { FlagTerms } from '../../shared/domain/comparison/judgment-flag.ts';
import { foldAt, type FoldedDraft } from '../../shared/domain/draft/fold-draft.ts';
import { emptySnapshot, snapshotOf } from '../../shared/domain/draft/snapshot-of.ts';
import { textHistories } from '../../shared/domain/draft/text-versions.ts';
import type { Framework } from '../../shared/domain/framework/framework-schema.ts';
import { done, refused, type Result } from '../../shared/domain/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { RevisionComparisonView } from '../../shared/ipc/views.ts';

/** What flags need to know of the draft's framework. */
export function flagTerms(framework: Framework | null): FlagTerms {
  const criteria = (framework?.areas ?? []).flatMap((area) =>
    area.criteria.map((criterion) => [criterion.id, area.id] as const),
  );
  const grades = (framework?.scales ?? []).flatMap((scale) =>
    scale.grades.map((grade) => [grade.id, grade.words ?? withinSentence(grade.title)] as const),
  );
  return { areaOf: Object.fromEntries<string>(criteria), gradeWords: Object.fromEntries<string>(grades) };
}

/** The state of a draft at one of its records, or null where it has no such record. */
export function stateAt(folded: FoldedDraft, record: string): FoldedDraft | null {
  return folded.graph.has(record) ? foldAt(folded.graph, [record]) : null;
}

/** Compares two states of a draft: grade, evidence links and prose together. */
export async function compareRevisions(
  scope: Scope,
  { draft, before, after }: CallInput<'compareRevisions'>,
): Promise<Result<RevisionComparisonView, CallError>> {
  const loaded = await loadDraft(scope, draft);
  if (!loaded.ok) return loaded;
  const now = loaded.value.verified.folded;
  if (now === null) return refused(noDraft);
  const folded = await seenBy(scope, now);
  const hides = folded.state.moderation.hiding?.provisional === true;
  const seenAt = (record: string): Promise<FoldedDraft | null> => seenBy(scope, stateAt(now, record), now);
  const start = before === null ? null : await seenAt(before);
  const end = after === null ? folded : await seenAt(after);
  if ((start === null && before !== null) || end === null) return refused(noDraft);
  const older = start === null ? emptySnapshot : snapshotOf(start);
  const newer = snapshotOf(end);
  const framework = adoptedFramework(folded, scope.ports.crypto.sha256);
  const comparison = await scope.ports.runJob(
    'compareJudgments',
    older,
    newer,
    flagTerms(framework),
    hides ? {} : textHistories(start, end),
  );
  return done({
    before,
    after,
    comparison,
    comments: await anchoredComments(
      folded,
      seenAt,
      newer,
      (record) => after === null || record === after || folded.graph.isAncestor(record, after),
    ),
    changeKeys: Object.fromEntries(
      comparison.sections.map(({ section, hunks }) => [
        section,
        hunks.map((hunk) => hunkKey(section, hunk, scope.ports.crypto.sha256)),
      ]),
    ),
    noteCodes: Object.fromEntries(folded.state.notes.map((note) => [note.id, note.code])),
  });
}
