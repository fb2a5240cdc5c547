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
  it.each<[string, Partial<GateView>, boolean, 'reason' | 'go' | null]>([
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
  ])('%s', (_, given, mayGiveReason, action) => {
    expect(gateAction({ ...gate, ...given }, mayGiveReason)).toBe(action);
  });

  it('is nothing where no gate is shown', () => {
    expect(gateAction(undefined, true)).toBeNull();
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
