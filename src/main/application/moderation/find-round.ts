import { noRound } from './moderation-refusals.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import type { Round } from '../../../shared/moderation/round.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** A round of a draft by its id. */
export function findRound({ state }: Pick<FoldedDraft, 'state'>, id: string): Result<Round, CallError> {
  const round = state.moderation.rounds.find((one) => one.id === id);
  return round === undefined ? refused(noRound) : done(round);
}

/** Whether a person is a member of a round, and not out of it for an interest. */
export function takesPart(round: Pick<Round, 'participants' | 'excluded'>, person: string): boolean {
  return round.participants.includes(person) && !round.excluded.some((one) => one.person === person);
}

/** Whether a person holds a key of a round. */
export function holdsKey(round: Pick<Round, 'holders'>, person: string): boolean {
  return round.holders.some((one) => one.person === person);
}
