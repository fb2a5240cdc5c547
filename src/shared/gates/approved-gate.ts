import { count } from '../words.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { reopenedSince } from '../judgment/changed-since.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import { changedWords, defineGate } from './gate.ts';
import { independentApprovals } from '../judgment/independent-approvals.ts';

/** What changed since an approval: fields, or the judgment being reopened. */
function sinceWords(changed: readonly string[], state: DraftState, framework: Framework): string {
  const fields = changed.filter((field) => field !== reopenedSince);
  return fields.length === 0 ? 'the judgment was reopened' : changedWords(fields, state, framework);
}

/** Somebody who wrote none of it stands by the judgment as it is: who wrote cannot alone approve. */
export const approvedGate = defineGate({
  id: 'approved',
  title: 'Approved by someone who did not write it',
  work: 'approvals',
  check: (state, framework) => {
    const { approvals } = state.finalising;
    const lawful = independentApprovals(state);
    const standing = lawful.filter(({ record }) => state.changedSince[record] === undefined);
    const changed = [...new Set(lawful.flatMap(({ record }) => state.changedSince[record] ?? []))];
    if (standing.length > 0)
      return { status: 'done', detail: count(standing.length, 'approval stands', 'approvals stand') };
    const own = approvals.some((approval) => approval.stands && approval.wrote);
    const stale = approvals.some((approval) => !approval.stands && !approval.wrote);
    return {
      status: state.demonstration ? 'not-needed' : 'blocking',
      detail:
        changed.length > 0
          ? `It was approved, and the approval has lapsed: ${sinceWords(changed, state, framework)} since. It must be approved again as it stands now.`
          : stale
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
