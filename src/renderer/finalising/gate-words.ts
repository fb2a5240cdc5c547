import { gateHolds, type GateView } from '../../shared/gates/gate.ts';

/** What a gate's status is called, for those who do not see its sign. */
export const statusWords = {
  done: 'Done',
  'by-reason': 'Done by reason',
  'not-needed': 'Does not apply',
  blocking: 'Blocks sealing',
  'reason-needed': 'Needs a reason',
} as const;

/**
 * What the control of a gate does for this person: it writes the reason that the gate asks for, or leads to where the gate
 * is settled. Null where the gate is settled, or where nothing that this person may do settles it: then it has no control.
 */
export function gateAction(gate: GateView | undefined, mayGiveReason: boolean): 'reason' | 'go' | null {
  if (gate === undefined || gateHolds(gate)) return null;
  if (gate.status === 'reason-needed' && gate.rule !== null && mayGiveReason) return 'reason';
  return gate.goTo === null ? null : 'go';
}

/** The place of the gate that a reader sees first: the first that blocks, else the first that asks for a reason, else the first. */
export function firstOpen(gates: readonly Pick<GateView, 'status'>[]): number {
  const blocking = gates.findIndex(({ status }) => status === 'blocking');
  return Math.max(0, blocking >= 0 ? blocking : gates.findIndex((gate) => !gateHolds(gate)));
}
