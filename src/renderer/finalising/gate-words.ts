import { judgmentApproved } from '../../shared/finalising/judgment-approved.ts';
import { reasonGiven } from '../../shared/framework/reason-given.ts';
import { gateHolds, type GateView } from '../../shared/gates/gate.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';

/** What a gate's status is called, for those who do not see its sign. */
export const statusWords = {
  done: 'Done',
  'by-reason': 'Done by reason',
  'not-needed': 'Does not apply',
  blocking: 'Blocks sealing',
  'reason-needed': 'Needs a reason',
} as const;

type Approver = Pick<DraftSession, 'me' | 'may' | 'state'>;

/** Whether this person wrote in the draft, so that somebody else must approve it. */
export function wroteInIt({ me, state }: Pick<Approver, 'me' | 'state'>): boolean {
  return state?.revisions.some(({ author }) => author === me) ?? false;
}

/** Whether an approval of the judgment as it is now is this person's. */
export function hasApproved({ me, state }: Pick<Approver, 'me' | 'state'>): boolean {
  return (state?.finalising.approvals ?? []).some(
    ({ author, stands, record }) => author === me && stands && state?.changedSince[record] === undefined,
  );
}

/** Whether this person may approve the judgment now. */
export function mayApprove(draft: Approver): boolean {
  return draft.may(judgmentApproved) && !wroteInIt(draft) && !hasApproved(draft);
}

/**
 * What the control of a gate does for this person: it writes the reason that the gate asks for, approves, or leads to where
 * the gate is settled. Null where it is settled, or nothing that this person may do settles it: then it has no control.
 */
export function gateAction(gate: GateView | undefined, draft: Approver): 'reason' | 'approve' | 'go' | null {
  if (gate === undefined || gateHolds(gate)) return null;
  if (gate.status === 'reason-needed' && gate.rule !== null && draft.may(reasonGiven)) return 'reason';
  if (gate.work === 'approvals' && mayApprove(draft)) return 'approve';
  return gate.goTo === null ? null : 'go';
}

/** The place of the gate that a reader sees first: the first that blocks, else the first that asks for a reason, else the first. */
export function firstOpen(gates: readonly Pick<GateView, 'status'>[]): number {
  const blocking = gates.findIndex(({ status }) => status === 'blocking');
  return Math.max(0, blocking >= 0 ? blocking : gates.findIndex((gate) => !gateHolds(gate)));
}
