import { adoptedFramework } from '../session/adopted-framework.ts';
import { revisionBody } from './save-revision.ts';
import type { Scope } from '../session/session.ts';
import { writeRecords } from '../write.ts';
import { frameworkCalled, knownFrameworks } from '../framework/known-frameworks.ts';
import { gradeField, narrativeField } from '../../../shared/draft/judgment-fields.ts';
import { fitField, linkField } from '../../../shared/evidence/evidence-fields.ts';
import { frameworkField } from '../../../shared/framework/rule-fields.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import { frameworkMoved } from '../../../shared/framework/framework-moved.ts';
import { bestFitSet } from '../../../shared/evidence/best-fit-set.ts';
import { evidenceLinked } from '../../../shared/evidence/evidence-linked.ts';
import { plainJson } from '../../../shared/records/strict-json.ts';
import { frameworkAdopted } from '../../../shared/framework/framework-adopted.ts';
import { carriedOver } from '../../../shared/judgment/carried-over.ts';
import { frameworkForKind } from '../../../shared/framework/framework-for-kind.ts';
import { mappingProblems } from '../../../shared/framework/framework-mapping.ts';
import { shown } from '../../../shared/records/settled.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

const noFramework: CallError = {
  code: 'not-found',
  message:
    'The draft stands under no framework, or the one named is not here. Nothing was changed. Choose another one.',
};

const roundRuns: CallError = {
  code: 'conflict',
  message:
    'A round of independent grading is open, and its areas are those of the framework as it stands. Nothing was changed. Close the round, then move the draft.',
};

/**
 * Moves a draft to another framework in one append: the mapping and its reason, the adoption with the whole
 * framework, and anew under their new ids the narratives, grades, links and best fits that change theirs. What has no
 * counterpart is left where it stands.
 */
export async function moveFramework(
  scope: Scope,
  { draft, framework: name, areas, criteria, reason }: CallInput<'moveFramework'>,
): Promise<Result<SavedView, CallError>> {
  const { frameworks } = await knownFrameworks(scope);
  const target = frameworkCalled(frameworks, name);
  if (target === undefined) return refused(noFramework);
  return writeRecords(scope, draft, (folded) => {
    const { state, values } = folded;
    const from = adoptedFramework(folded, scope.ports.crypto.sha256);
    const fromHash = state.framework[0]?.value ?? null;
    if (from === null || fromHash === null) return refused(noFramework);
    if (state.moderation.rounds.some((round) => round.standing === 'lodging')) return refused(roundRuns);
    const to = frameworkForKind(target.framework, shown(state.details.kind) ?? '');
    const mapping = { areas, criteria };
    const [problem] = mappingProblems(from, to, mapping);
    if (problem !== undefined)
      return refused({
        code: 'wrong-shape',
        message: `The draft was not moved and nothing was changed. ${problem}`,
      });
    const carried = carriedOver(state, from, to, mapping);
    const revision = revisionBody(folded, {
      draft,
      reason: `Moved to ${to.title}: ${reason}`,
      narratives: carried.narratives.map(({ section, text }) => ({
        section,
        text,
        over: narrativeField.over(values, { section }),
      })),
      grades: carried.grades.map(({ area, grade }) => ({
        area,
        value: { grade },
        over: gradeField.over(values, { area }),
      })),
      improvements: null,
    });
    const later: readonly Intent[] = [
      frameworkAdopted.write({
        hash: target.hash,
        framework: plainJson(target.framework),
        over: frameworkField.over(values, {}),
      }),
      ...(carried.narratives.length + carried.grades.length === 0 ? [] : [revision]),
      ...carried.links.map(({ note, criterion, direction }) =>
        evidenceLinked.write({
          note,
          criterion,
          direction,
          over: linkField.over(values, { note, criterion }),
        }),
      ),
      ...carried.fits.map(({ criterion, grade }) =>
        bestFitSet.write({ criterion, grade, over: fitField.over(values, { criterion }) }),
      ),
    ];
    return done({
      first: frameworkMoved.write({ from: fromHash, to: target.hash, areas, criteria, reason }),
      rest: later.map((intent) => () => intent),
    });
  });
}
