import { describe, expect, it } from 'vitest';
import { firstOpen, gateAction } from '../../../src/renderer/finalising/gate-words.ts';
import type { GateView } from '../../../src/shared/gates/gate.ts';

const gate: GateView = {
  id: 'a',
  title: 'A',
  detail: '',
  status: 'blocking',
  rule: null,
  goTo: null,
  work: null,
};
const there = { screen: 'write' } as const;

describe('what the control of a gate does', () => {
  const who = (may: boolean) => ({ me: 'somebody', may: () => may, state: undefined });

  it.each<[string, Partial<GateView>, boolean, ReturnType<typeof gateAction>]>([
    ['nothing where the gate is done', { status: 'done', rule: 'r', goTo: there }, true, null],
    ['nothing where it does not apply', { status: 'not-needed', goTo: there }, true, null],
    ['leads to where it is settled', { goTo: there }, false, 'go'],
    ['nothing where it is settled beside it', { rule: 'r' }, true, null],
    ['writes the reason', { status: 'reason-needed', rule: 'r', goTo: there }, true, 'reason'],
    ['leads there who may not write it', { status: 'reason-needed', rule: 'r', goTo: there }, false, 'go'],
    [
      'nothing for who may not write it, and has nowhere to go',
      { status: 'reason-needed', rule: 'r' },
      false,
      null,
    ],
    ['approves', { work: 'approvals', goTo: there }, true, 'approve'],
    ['leads to the roles who may not approve', { work: 'approvals', goTo: there }, false, 'go'],
  ])('%s', (_, given, may, action) => {
    expect(gateAction({ ...gate, ...given }, who(may))).toBe(action);
  });

  it('is nothing where no gate is shown', () => {
    expect(gateAction(undefined, who(true))).toBeNull();
  });
});

describe('the gate that is shown first', () => {
  it.each([
    ['is the first that blocks', ['done', 'reason-needed', 'blocking', 'blocking'], 2],
    ['is the first that asks for a reason where none blocks', ['done', 'not-needed', 'reason-needed'], 2],
    ['is the first where all hold', ['done', 'not-needed'], 0],
    ['is none before there are gates', [], 0],
  ] as const)('%s', (_words, statuses, at) => {
    expect(firstOpen(statuses.map((status) => ({ status })))).toBe(at);
  });
});
