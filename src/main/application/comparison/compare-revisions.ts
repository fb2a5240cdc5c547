import { withinSentence } from '../../../shared/words.ts';
import { adoptedFramework } from '../session/adopted-framework.ts';
import { anchoredComments } from './anchored-comments.ts';
import { noDraft } from '../session/call-errors.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { listedChanges } from '../../../shared/comparison/listed-changes.ts';
import type { FlagTerms } from '../../../shared/comparison/judgment-flag.ts';
import { emptySnapshot, snapshotOf } from '../../../shared/comparison/snapshot-of.ts';
import { gradeSteps } from '../../../shared/seen/grade-steps.ts';
import { textHistories } from '../../../shared/seen/text-versions.ts';
import type { Framework } from '../../../shared/framework/framework-schema.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { RevisionComparisonView } from '../../../shared/ipc/views.ts';

/** What flags need to know of the draft's framework. */
function flagTerms(framework: Framework | null): FlagTerms {
  const criteria = (framework?.areas ?? []).flatMap((area) =>
    area.criteria.map((criterion) => [criterion.id, area.id] as const),
  );
  const grades = (framework?.scales ?? []).flatMap((scale) =>
    scale.grades.map((grade) => [grade.id, grade.words ?? withinSentence(grade.title)] as const),
  );
  return { areaOf: Object.fromEntries<string>(criteria), gradeWords: Object.fromEntries<string>(grades) };
}

/** Compares two states of a draft: grade, evidence links and prose together. */
export async function compareRevisions(
  scope: Scope,
  { draft, before, after }: CallInput<'compareRevisions'>,
): Promise<Result<RevisionComparisonView, CallError>> {
  const loaded = await loadSeen(scope, draft);
  if (!loaded.ok) return loaded;
  const { seen } = loaded.value;
  const hides = seen.state.moderation.hiding?.provisional === true;
  const start = before === null ? null : seen.at(before);
  const end = after === null ? seen : seen.at(after);
  if ((start === null && before !== null) || end === null) return refused(noDraft);
  const older = start === null ? emptySnapshot : snapshotOf(start);
  const newer = snapshotOf(end);
  const framework = adoptedFramework(seen, scope.ports.crypto.sha256);
  const terms = flagTerms(framework);
  const comparison = await scope.ports.heavyWork(
    'compareJudgments',
    older,
    newer,
    terms,
    hides ? {} : textHistories(start, end),
  );
  return done({
    before,
    after,
    comparison,
    comments: anchoredComments(
      seen,
      older,
      newer,
      comparison,
      (record) => after === null || record === after || seen.isAncestor(record, after),
    ),
    changes: listedChanges(comparison, terms.areaOf, scope.ports.crypto.sha256),
    gradeSteps: gradeSteps(seen),
    noteCodes: Object.fromEntries(seen.state.notes.map((note) => [note.id, note.code])),
  });
}
