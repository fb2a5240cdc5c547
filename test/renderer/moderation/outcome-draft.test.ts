import { Home } from '../home.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { OutcomeDraft } from '../../../src/renderer/moderation/outcome-draft.svelte.ts';
import type { Round } from '../../../src/shared/moderation/round.ts';
import { madeInComponent } from '../made-in-component.svelte.ts';

describe('an outcome while it is written', () => {
  const home = new Home();
  let round: Round;
  let areas: readonly [string, string];
  beforeAll(async () => {
    await home.openSample();
    const last = home.draft.state?.moderation.rounds.at(-1);
    const [first, second] = last?.areas ?? [];
    if (last === undefined || first === undefined || second === undefined) throw new Error('no round');
    round = last;
    areas = [first, second];
  }, 60_000);
  afterAll(() => home.close());

  const made = (): OutcomeDraft => madeInComponent(() => new OutcomeDraft(home.draft)).made;

  it('is each area’s own, and comes back with the area and with the next window', async () => {
    const [first, second] = areas;
    const outcome = made();
    await outcome.begin(round, first);
    outcome.kind = 'return';
    outcome.reason = 'The audits are not in.';
    outcome.points = [{ text: 'Show the audits.', owner: null, due: '' }];
    outcome.keep();
    await outcome.begin(round, second);
    expect([outcome.kind, outcome.reason, outcome.points]).toEqual(['', '', []]);
    await outcome.begin(round, first);
    expect([outcome.kind, outcome.reason]).toEqual(['return', 'The audits are not in.']);
    await outcome.leave();

    const again = made();
    await again.begin(round, first);
    expect(again.filledIn).toEqual(outcome.filledIn);
  });

  const needed: readonly (readonly [string, (outcome: OutcomeDraft) => void, string, string])[] = [
    ['nothing chosen', () => undefined, 'outcome-kind', 'Choose the outcome first.'],
    [
      'a change without a grade',
      (outcome) => (outcome.kind = 'change'),
      'outcome-grade',
      'Choose the agreed grade first.',
    ],
    [
      'an outcome found in no way that is said',
      (outcome) => (outcome.kind = 'gather'),
      'outcome-rule',
      'Choose how the outcome was found.',
    ],
    [
      'a return for evidence without a reason',
      (outcome) => Object.assign(outcome, { kind: 'gather', rule: 'consensus' }),
      'outcome-reason',
      'Write the reason first.',
    ],
    [
      'a return without points',
      (outcome) => Object.assign(outcome, { kind: 'return', rule: 'chair', reason: 'See below.' }),
      'outcome-points',
      'What goes back goes back with points: add one.',
    ],
  ];
  it.each(needed)('says what %s needs, goes there and records nothing', async (_, fill, field, message) => {
    const outcome = made();
    const went: string[] = [];
    vi.spyOn(document, 'getElementById').mockImplementation(
      (id) => ({ focus: () => went.push(id) }) as unknown as HTMLElement,
    );
    const records = home.draft.state?.count;
    fill(outcome);
    await outcome.record(round, areas[1]);
    expect(app.banner).toMatchObject({ tone: 'warn', text: message });
    expect(went).toEqual([field]);
    vi.restoreAllMocks();
    expect(home.draft.state?.count).toBe(records);
  });

  it('stays as it is filled in where recording it is refused', async () => {
    const outcome = made();
    const refusedNoMore = home.refuse('decideOutcome', 'The disk is full.');
    outcome.kind = 'gather';
    outcome.rule = 'consensus';
    outcome.reason = 'Too few cases could be read.';
    await outcome.record(round, areas[1]);
    expect(app.banner?.text).toBe('The disk is full.');
    expect([outcome.kind, outcome.reason]).toEqual(['gather', 'Too few cases could be read.']);
    refusedNoMore();
  });
});
