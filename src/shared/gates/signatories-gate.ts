import { besideFields } from '../judgment/changed-since.ts';
import { independentApprovals } from '../judgment/independent-approvals.ts';
import { unverifiedRule } from '../finalising/judgment-approved.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import { count } from '../words.ts';
import { defineGate } from './gate.ts';

/** Approvals that count now, each with whether it says how its approver's key was verified. */
function signing(state: DraftState): readonly { readonly author: string; readonly isVerified: boolean }[] {
  return independentApprovals(state)
    .filter(({ record }) => state.changedSince[record] === undefined)
    .map(({ author, path }) => ({ author, isVerified: path.length > 0 }));
}

/** Whoever approves is known to be who they say: somebody who wrote nothing of it stands behind their key, or a reason says why nobody does. */
export const signatoriesGate = defineGate({
  id: 'signatories',
  title: 'Who approves is verified',
  needsFramework: false,
  rule: unverifiedRule,
  reasonRestsOn: (field) => field === besideFields.signatories,
  check: (state) => {
    const all = signing(state);
    const open = all.filter(({ isVerified }) => !isVerified);
    if (state.demonstration)
      return { status: 'not-needed', detail: 'The people of a demonstration are fictional' };
    if (all.length === 0) return { status: 'not-needed', detail: 'Nobody has approved it as it stands' };
    return open.length === 0
      ? { status: 'done', detail: `${all.length} of ${all.length} by a path of verification` }
      : {
          status: 'reason-needed',
          detail: `${count(open.length, 'approval rests', 'approvals rest')} on no verification: an administrator who wrote nothing of the draft, or somebody whom they verified, compares the phrase with whoever approves; then they approve again.`,
          goTo: { screen: 'people' },
        };
  },
  looksAt: (state, _framework, reason) =>
    signing(state).map(({ author, isVerified }) => ({
      title: 'A person',
      person: author,
      detail: isVerified
        ? 'Approved, by a path of verification'
        : 'Approved; the approval cites nobody who verified their key',
      isSettled: isVerified || reason !== null || state.demonstration,
    })),
});
