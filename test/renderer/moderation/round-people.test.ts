import { Home } from '../home.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { services } from '../../../src/main/composition/calls.ts';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { RoundPeople } from '../../../src/renderer/moderation/round-people.svelte.ts';
import { need } from '../../main/running-scope.ts';

describe('the people of a round that is being opened', () => {
  const home = new Home();
  let draft = '';
  let [self, ben, cyn] = ['', '', ''];
  let bensScope: Parameters<typeof services.declareInterests>[0];
  const declared = {
    class: 'values' as const,
    standing: 'actual' as const,
    told: 'A relative works there.',
    excludes: true,
  };

  beforeAll(async () => {
    await home.settle();
    draft = await home.begin();
    self = app.start?.person?.id ?? '';
    const [first, second] = [await home.colleague(draft), await home.colleague(draft, 'Cyn Writer')];
    [ben, cyn, bensScope] = [first.person, second.person, first.scope];
    await home.draft.load(draft);
  }, 60_000);
  afterAll(() => home.close());

  it('are oneself alone where nobody has a part in panels, and it says what is needed', () => {
    const people = new RoundPeople(home.draft);
    expect(people.members).toEqual([self]);
    expect(people.able.toSorted()).toEqual([self, ben, cyn].toSorted());
    expect([people.deputies, people.quorum]).toEqual([[], 2]);
    expect(people.missing).toEqual([
      'choose two members',
      'name a deputy',
      'wait for declarations of Ada Reader',
    ]);
  });

  it('are whoever has a part in panels, with the first deputy as the second holder', async () => {
    await call('grantRole', { draft, person: ben, role: 'panel' });
    await call('grantRole', { draft, person: cyn, role: 'deputy' });
    await home.draft.load(draft);
    const people = new RoundPeople(home.draft);
    expect(people.members.toSorted()).toEqual([self, ben, cyn].toSorted());
    expect([people.deputies, people.quorum]).toEqual([[cyn], 3]);
    expect(people.declared(ben)).toBe('Nothing declared yet');
  });

  it('leave out whom an interest keeps out, and ask for no quorum above who is left', async () => {
    need(await services.declareInterests(bensScope, { draft, interests: [declared] }));
    await call('declareInterests', { draft, interests: [] });
    await home.draft.load(draft);
    const people = new RoundPeople(home.draft);
    expect([people.out(ben), people.declared(ben)]).toEqual([true, 'Out. Conflict with values, actual']);
    expect([people.out(self), people.declared(self)]).toEqual([false, 'Declared none']);
    expect(people.missing).toEqual(['wait for declarations of Cyn Writer (unverified)']);
    people.due = '2026-12-01';
    const { participants, ...others } = people.chosen;
    expect(participants.toSorted()).toEqual([self, cyn].toSorted());
    expect(others).toEqual({ deputies: [cyn], quorum: 2, due: '2026-12-01' });
  });
});
