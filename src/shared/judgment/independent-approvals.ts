import type { DraftState } from './draft-state.ts';
import type { Approval } from '../finalising/finalising-state.ts';

/**
 * The approvals that stand, one a person, by people who wrote no revision of the draft: of a person's the earliest that
 * has seen everything written since, where one has. The earliest first.
 */
export function independentApprovals({ finalising, changedSince }: DraftState): readonly Approval[] {
  const standing = finalising.approvals.filter((approval) => approval.stands && !approval.wrote);
  const hasSeenAll = ({ record }: Approval): boolean => changedSince[record] === undefined;
  return standing.filter((approval) => {
    const own = standing.filter(({ author }) => author === approval.author);
    return (own.find(hasSeenAll) ?? own[0]) === approval;
  });
}
