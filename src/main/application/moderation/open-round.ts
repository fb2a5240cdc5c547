import { adoptedFramework } from '../session/adopted-framework.ts';
import { nothingChanged as misfit } from '../session/call-errors.ts';
import { openRound } from '../lodging/open-round.ts';
import type { Scope } from '../session/session.ts';
import { gradeRounds } from './grade-rounds.ts';
import { silentOnCards } from './standing-interests.ts';
import { peopleObjection, withoutExcluded } from './rounds-of-drafts.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { roundOpened } from '../../../shared/lodging/round-opened.ts';
import { gradingOrder } from '../../../shared/moderation/grading-order.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** Why a round cannot be opened like this; null where it can. */
function objection(
  scope: Scope,
  folded: FoldedDraft,
  chair: string,
  input: CallInput<'openRound'>,
): CallError | null {
  const { state } = folded;
  if (!state.revisions.some((revision) => revision.id === input.revision)) {
    return misfit('The revision to be graded is not in the draft, or has not arrived here.');
  }
  if (state.moderation.rounds.some((round) => round.standing === 'lodging')) {
    return misfit('A round is open already. Reveal it first.');
  }
  return peopleObjection(folded, chair, input, silentOnCards(scope, folded));
}

/** Opens a round of independent grades of one revision; the caller chairs it. */
export function openGradeRound(
  scope: Scope,
  input: CallInput<'openRound'>,
): Promise<Result<SavedView, CallError>> {
  const { revision, provisionalShown } = input;
  return openRound(scope, gradeRounds.log, input, {
    objection: (folded, chair) => objection(scope, folded, chair, input),
    prepare: (folded) => {
      const framework = adoptedFramework(folded, scope.ports.crypto.sha256);
      const areas = framework === null ? [] : gradingOrder(framework, input.areas);
      if (areas.length < new Set(input.areas).size) {
        return refused(misfit('An area that was chosen is none of the framework’s.'));
      }
      return done((now, keeping) =>
        roundOpened.write({
          ...keeping,
          ...withoutExcluded(now, input.participants),
          revision,
          areas,
          provisionalShown,
        }),
      );
    },
  });
}
