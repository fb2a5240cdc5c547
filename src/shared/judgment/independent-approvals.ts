import type { DraftState } from './draft-state.ts';
import type { Approval } from '../finalising/finalising-state.ts';

/** The approvals that stand, one a person, by people who wrote no revision of the draft; the earliest first. */
export function independentApprovals(state: DraftState): readonly Approval[] {
  const standing = state.finalising.approvals.filter((approval) => approval.stands && !approval.wrote);
  return standing.filter(({ author }, at) => standing.findIndex((other) => other.author === author) === at);
}
