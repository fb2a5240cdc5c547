import { adoptedFramework } from '../session/adopted-framework.ts';
import { findRound, noHolder } from '../lodging/find-round.ts';
import { notRevealed } from './grade-round-acts.ts';
import { nothingChanged as misfit } from '../session/call-errors.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { outcomeDecided } from '../../../shared/moderation/outcome-decided.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { sameGrade } from '../../../shared/values/grade-value.ts';
import { scaleOf } from '../../../shared/framework/grade-order.ts';
import { whatRulesGive } from '../../../shared/moderation/agreed-grade.ts';
import type { AreaOutcome } from '../../../shared/values/area-outcome.ts';
import type { Round } from '../../../shared/moderation/round.ts';
import { holdsKey } from '../../../shared/lodging/lodging-state.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** Why an outcome does not follow from the members' grades or the draft; null where it does. */
function objection(
  scope: Scope,
  folded: FoldedDraft,
  round: Round,
  area: string,
  { outcome, agreed, rule }: AreaOutcome,
): CallError | null {
  const framework = adoptedFramework(folded, scope.ports.crypto.sha256);
  const scale = framework === null ? undefined : scaleOf(framework, area);
  if (scale === undefined || !round.areas.includes(area))
    return misfit('This round does not grade that area.');
  if (agreed === null) return null;
  const known = 'grade' in agreed ? scale.grades : scale.nonGrades;
  const named = 'grade' in agreed ? agreed.grade : agreed.notGraded;
  if (!known.some(({ id }) => id === named)) return misfit('That grade is not on the scale of this area.');
  const provisional = round.provisionalGrades[area] ?? null;
  if (provisional !== null && sameGrade(provisional, agreed) !== (outcome === 'agree')) {
    return misfit(
      outcome === 'agree'
        ? 'The agreed grade is not the one in the draft, so the panel changes it.'
        : 'The agreed grade is the one in the draft, so the panel agrees with it.',
    );
  }
  const ruled = whatRulesGive(round, area, scale, 'after').find((each) => each.rule === rule);
  if (ruled !== undefined && !sameGrade(ruled.grade, agreed)) {
    return misfit(
      `The rule that was chosen does not give this grade. ${ruled.why} Choose another rule, or the grade it gives.`,
    );
  }
  return null;
}

/** Settles one area of a round: agree, change the grade, return with points, or gather more. */
export function decideOutcome(
  scope: Scope,
  { draft, ...body }: CallInput<'decideOutcome'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, (folded, person) => {
    const round = findRound(folded.state.moderation.rounds, body.round);
    if (!round.ok) return round;
    if (!holdsKey(round.value, person)) return refused(noHolder);
    if (round.value.standing !== 'revealed') return refused(notRevealed);
    if (round.value.arbitrations.some((each) => each.area === body.area && each.decided !== null))
      return refused(
        misfit('The arbiter decided this area. The panel decides it again only in another round.'),
      );
    const refusal = objection(scope, folded, round.value, body.area, body.outcome);
    return refusal === null ? done(outcomeDecided.write(body)) : refused(refusal);
  });
}
