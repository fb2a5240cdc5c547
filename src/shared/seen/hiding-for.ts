import type { DraftState } from '../judgment/draft-state.ts';
import type { PersonId } from '../records/record.ts';
import type { Hiding } from '../moderation/moderation-state.ts';

const writing = new Set(['lead', 'inspector']);

/** Whether a person writes the draft: the team knows its own grades, whatever interest one of them declared. */
function writes(state: DraftState, person: PersonId): boolean {
  return (
    state.owner === person || state.roles.some((role) => role.person === person && writing.has(role.role))
  );
}

/** Whether a person may be asked to arbitrate: has the role, and neither writes the draft nor judges it. */
function isArbiter(state: DraftState, person: PersonId): boolean {
  const roles = state.roles.filter((role) => role.person === person).map(({ role }) => role);
  const judges = roles.some((role) => ['panel', 'chair', 'deputy'].includes(role));
  return roles.includes('arbiter') && !judges && !writes(state, person) && state.standing !== 'sealed';
}

/**
 * What is kept from a person now: a round hides the provisional grades from its members until the reveal, and an
 * interest that excludes keeps all grades of a draft that is not sealed from whoever has it; its arbiter does not see who
 * gave which grade. Null where nothing is.
 */
export function hidingFor(state: DraftState, person: PersonId): Hiding | null {
  const round = state.moderation.rounds.find(
    (round) =>
      round.standing === 'lodging' &&
      !round.provisional.shown &&
      round.participants.includes(person) &&
      !round.excluded.some((out) => out.person === person),
  );
  if (round !== undefined) {
    return {
      round: round.id,
      provisional: true,
      panel: false,
      arbiter: false,
      message:
        'You are a member of a round of independent grades. The draft’s own grades are hidden from you, in fields and words, until the reveal.',
    };
  }
  if (isArbiter(state, person))
    return {
      round: null,
      provisional: false,
      panel: true,
      arbiter: true,
      message:
        'You are the arbiter. Who gave which grade is kept from you until the judgment is sealed; what you are asked to decide stands here without names.',
    };
  const own = state.moderation.interests.find((interests) => interests.person === person);
  if (own?.excludes !== true || state.standing === 'sealed') return null;
  return {
    round: null,
    provisional: !writes(state, person),
    panel: true,
    arbiter: false,
    message: `${own.interests.some(({ excludes, recordedBy }) => excludes && recordedBy === null) ? 'You declared an interest' : 'An interest was recorded for you'} that keeps you out of judging this inspection. Grades are hidden from you until the judgment is sealed.`,
  };
}
