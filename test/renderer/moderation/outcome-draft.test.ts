import { Home } from '../home.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    expect([outcome.kind, outcome.reason, outcome.points]).toEqual(['agree', '', []]);
    await outcome.begin(round, first);
    expect([outcome.kind, outcome.reason]).toEqual(['return', 'The audits are not in.']);
    await outcome.leave();

    const again = made();
    await again.begin(round, first);
    expect(again.filledIn).toEqual(outcome.filledIn);
  });

  const needed: readonly (readonly [string, (outcome: OutcomeDraft) => void, string])[] = [
    ['a change without a grade', (outcome) => (outcome.kind = 'change'), 'Choose the agreed grade first.'],
    [
      'a return without points',
      (outcome) => (outcome.kind = 'return'),
      'What goes back goes back with points: add one.',
    ],
    [
      'a return for evidence without a reason',
      (outcome) => (outcome.kind = 'gather'),
      'Write the reason first.',
    ],
  ];
  it.each(needed)('says what %s needs, and records nothing', async (_, fill, message) => {
    const outcome = made();
    const records = home.draft.state?.count;
    fill(outcome);
    await outcome.record(round, areas[1]);
    expect(app.banner).toMatchObject({ tone: 'warn', text: message });
    expect(home.draft.state?.count).toBe(records);
  });

  it('stays as it is filled in where recording it is refused', async () => {
    const outcome = made();
    const refusedNoMore = home.refuse('decideOutcome', 'The disk is full.');
    outcome.kind = 'gather';
    outcome.reason = 'Too few cases could be read.';
    await outcome.record(round, areas[1]);
    expect(app.banner?.text).toBe('The disk is full.');
    expect([outcome.kind, outcome.reason]).toEqual(['gather', 'Too few cases could be read.']);
    refusedNoMore();
  });
});
