import { count } from '../words.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import type { Gate } from './gate.ts';
import { independentApprovals } from '../judgment/independent-approvals.ts';

/** Somebody who wrote none of it stands by the judgment as it is: who wrote cannot alone approve. */
export function approvedGate(state: DraftState): Gate {
  const { approvals } = state.finalising;
  const standing = independentApprovals(state);
  const own = approvals.some((one) => one.stands && one.wrote);
  const stale = approvals.some((one) => !one.stands && !one.wrote);
  const open = state.demonstration ? 'not-needed' : 'blocking';
  return {
    id: 'approved',
    title: 'Approved by someone who did not write it',
    told:
      standing.length > 0
        ? count(standing.length, 'approval stands', 'approvals stand')
        : stale
          ? 'It was approved, and the text or a grade has changed since. It must be approved again as it stands now.'
          : own
            ? 'Only people who wrote in the draft have approved it. Someone with the role of lead, chair, deputy or quality assurance who wrote no revision must.'
            : state.demonstration
              ? 'A demonstration is never final, so nobody need approve it'
              : 'Needs approval by somebody who wrote none of it: a lead, a chair, a deputy or quality assurance can give it.',
    status: standing.length > 0 ? 'done' : open,
    rule: null,
    goTo: standing.length > 0 ? null : { screen: 'people' },
  };
}
