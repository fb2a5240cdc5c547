import { nothingChanged as misfit } from '../session/call-errors.ts';
import { findRound, noHolder, notOpen } from '../lodging/find-round.ts';
import type { RoundLog } from '../lodging/round-protocol.ts';
import type { Scope } from '../session/session.ts';
import { mayGrade, undeclaredCard } from './rounds-of-drafts.ts';
import { silentOnCards } from './standing-interests.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { holdsKey, mayLodge, type LodgingRound } from '../../../shared/lodging/lodging-state.ts';
import { roundAmended } from '../../../shared/lodging/round-amended.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

type Change = Omit<CallInput<'amendRound'>, 'draft' | 'round'>;

/** Why an open round cannot be changed like this; null where it can. */
function objection(
  { state, rights }: FoldedDraft,
  round: LodgingRound,
  { due, added, excused, unproven }: Change,
  silent: readonly string[],
): CallError | null {
  if ((due ?? unproven ?? added[0] ?? excused[0]) === undefined)
    return misfit('Nothing would be changed: set another day, add somebody or excuse somebody.');
  if (added.some((person) => mayLodge(round, person)))
    return misfit('Somebody who would be added is a member of the round already.');
  if (added.some((person) => !mayGrade(rights.rolesOf(person))))
    return misfit('Somebody chosen has no role in this draft that lets them grade. The owner can give one.');
  const declared = state.moderation.interests;
  if (added.some((person) => declared.some((own) => own.person === person && own.excludes)))
    return misfit('Somebody who would be added has an interest that keeps them out.');
  if (added.some((person) => !declared.some((own) => own.person === person && own.declared)))
    return misfit(
      'Everybody declares their interests first, also where there are none, and somebody has not yet.',
    );
  if (added.some((person) => silent.includes(person))) return undeclaredCard;
  return excused.every((person) => mayLodge(round, person))
    ? null
    : misfit('Somebody who would be excused is no member of the round any more.');
}

/** Changes an open round of a draft: its day, its members, what its second line of figures has. */
export function amendRound<R extends LodgingRound>(
  scope: Scope,
  { write, roundsIn }: RoundLog<FoldedDraft, R>,
  { draft, ...body }: CallInput<'amendRound'>,
): Promise<Result<SavedView, CallError>> {
  return write(scope, draft, (folded, person) => {
    const round = findRound(roundsIn(folded), body.round);
    if (!round.ok) return round;
    if (!holdsKey(round.value, person)) return refused(noHolder);
    if (round.value.standing !== 'lodging') return refused(notOpen);
    const refusal = objection(folded, round.value, body, silentOnCards(scope, folded));
    return refusal === null ? done(roundAmended.write(body)) : refused(refusal);
  });
}
