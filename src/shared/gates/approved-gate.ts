import { count } from '../words.ts';
import { defineGate } from './gate.ts';
import { independentApprovals } from '../judgment/independent-approvals.ts';

/** Somebody who wrote none of it stands by the judgment as it is: who wrote cannot alone approve. */
export const approvedGate = defineGate({
  id: 'approved',
  title: 'Approved by someone who did not write it',
  work: 'approvals',
  check: (state) => {
    const { approvals } = state.finalising;
    const standing = independentApprovals(state);
    if (standing.length > 0)
      return { status: 'done', detail: count(standing.length, 'approval stands', 'approvals stand') };
    const own = approvals.some((approval) => approval.stands && approval.wrote);
    const stale = approvals.some((approval) => !approval.stands && !approval.wrote);
    return {
      status: state.demonstration ? 'not-needed' : 'blocking',
      detail: stale
        ? 'It was approved, and the text or a grade has changed since. It must be approved again as it stands now.'
        : own
          ? 'Only people who wrote in the draft have approved it. Someone with the role of lead, chair, deputy or quality assurance who wrote no revision must.'
          : state.demonstration
            ? 'A demonstration is never final, so nobody need approve it'
            : 'Needs approval by somebody who wrote none of it: a lead, a chair, a deputy or quality assurance can give it.',
      goTo: { screen: 'people' },
    };
  },
});
