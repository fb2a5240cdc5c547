import { describe, expect, it } from 'vitest';
import { checkGates } from '../../../src/shared/gates/all-gates.ts';
import { defineGate, type GateView } from '../../../src/shared/gates/gate.ts';
import { soundFramework } from '../framework/sound-framework.ts';
import { RoundHistory, people } from '../moderation/round-history.ts';

const ofAnyDraft = [
  ...['rounds', 'challenges', 'comments', 'interests'],
  ...['conflicts', 'arrived', 'hidden-characters', 'reopened'],
];

describe('all gates', () => {
  const { state } = new RoundHistory().folded();
  const ids = (of: readonly GateView[]): readonly string[] => of.map(({ id }) => id);

  it('ask of a draft without a framework for one, and for what must hold of any draft', () => {
    const views = checkGates(state, null);
    expect(ids(views)).toEqual(['framework', ...ofAnyDraft, 'signatories']);
    expect(views[0]).toMatchObject({ status: 'blocking', rule: null, goTo: null });
  });

  it('stand in the order of the screen', () => {
    expect(ids(checkGates(state, soundFramework))).toEqual([
      'framework',
      'graded',
      'areas-without-words',
      'grades-rest',
      'required-evidence',
      'improvements-rest',
      'points-rest',
      'report-checks',
      ...(soundFramework.areas.some((area) => area.after.length > 0) ? ['judging-order'] : []),
      'facts',
      ...soundFramework.limiters.map(({ id }) => `limiter-${id}`),
      'panel-outcomes',
      'accuracy-sent',
      'accuracy-answered',
      'accuracy-off-site',
      'accuracy-unseen',
      ...ofAnyDraft,
      'approved',
      'signatories',
    ]);
  });
});

describe('a gate whose rule has its reason on the record', () => {
  const history = new RoundHistory();
  history.add(people.ada, 'reason.given', {
    rule: 'sample-rule',
    reason: 'Partners alone were weak.',
    over: [],
  });
  const { state } = history.folded();

  it.each([
    ['passes by reason where it asked for it', 'reason-needed', 'sample-rule', 'by-reason'],
    ['asks on where the reason stands under another rule', 'reason-needed', 'other-rule', 'reason-needed'],
    ['asks on where no reason may stand in', 'reason-needed', null, 'reason-needed'],
    ['blocks on where it blocks', 'blocking', 'sample-rule', 'blocking'],
  ] as const)('%s', (_words, status, rule, shown) => {
    const gate = defineGate({ id: 'sample', title: 'Sample', rule, check: () => ({ status, detail: '' }) });
    expect(gate.check(state, soundFramework)).toMatchObject({ status: shown, rule });
  });
});
