import { Home } from '../home.ts';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { services } from '../../../src/main/composition/calls.ts';
import { addedWords, Colleagues } from '../../../src/renderer/colleagues/colleagues.svelte.ts';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { need, run, settle, type Running } from '../../main/running-scope.ts';

describe('the people of a workspace', () => {
  const home = new Home();
  const others: Running[] = [];
  let draft = '';

  beforeAll(async () => {
    await home.settle('Ada Marsh');
    draft = await home.begin();
  });
  beforeEach(() => {
    app.banner = null;
  });
  afterAll(async () => {
    for (const other of others) other.app.release();
    await home.close();
  });

  async function loaded(): Promise<Colleagues> {
    const list = new Colleagues();
    await list.load();
    return list;
  }

  /** Somebody on a computer of their own, who has answered and not opened the folder yet. */
  async function invited(name: string): Promise<{ running: Running; line: string; person: string }> {
    const running = run(join(home.path, `profile of ${name}`));
    others.push(running);
    const card = { name, post: 'Inspector', registration: '', years: 4 };
    const { id } = need(await services.introducePerson(running.scope, { card }));
    return { running, line: need(await services.ownCardLine(running.scope, {})).line, person: id };
  }

  it('are found by an invitation of one line, which names the workspace and its maker', async () => {
    const list = await loaded();
    const { running } = await invited('Reader');
    const read = need(await services.readInvitation(running.scope, { text: list.invitation }));
    expect(read).toEqual({
      workspace: { id: app.workspace?.id, name: 'Team' },
      maker: { name: 'Ada Marsh', post: 'Inspector', registration: '', years: 3 },
    });
    const cut = await services.readInvitation(running.scope, { text: list.invitation.slice(0, -20) });
    expect(cut).toMatchObject({ ok: false, error: { code: 'unreadable' } });
  });

  it('join by the line that they answered with, and are not verified by it', async () => {
    const list = await loaded();
    const { line, person } = await invited('Ben Birch');
    expect(await list.addText(`From Ben:\n${line}\n`)).toBe(true);
    expect(app.banner?.text).toMatch(/^Ben Birch was added\./u);
    expect(list.people.find(({ id }) => id === person)?.known.how).toBe('not-yet');
    expect(list.current).toBe(person);
    await list.addText(line);
    expect(app.banner?.text).toBe('Ben Birch was here already.');
    expect(await list.addText('nothing of the kind')).toBe(false);
  });

  it('know each other through an administrator after one phrase each, and not before', async () => {
    const list = await loaded();
    const ben = list.people.find(({ card }) => card.name === 'Ben Birch')?.id ?? '';
    const cyn = run(join(home.path, 'profile of Cyn Crane'));
    others.push(cyn);
    await settle(cyn, 'Cyn Crane', join(home.path, 'team'), false);
    const seenByCyn = async (): Promise<string | undefined> =>
      need(await services.listColleagues(cyn.scope, {})).people.find(({ id }) => id === ben)?.known.how;
    await call('verifyPerson', { person: ben });
    await list.vouch(ben);
    expect(await seenByCyn()).toBe('not-yet');
    const ada = list.people.find(({ self }) => self)?.id ?? '';
    need(await services.verifyPerson(cyn.scope, { person: ada }));
    expect(await seenByCyn()).toBe('vouched');
    await list.rule('nobody');
    expect(await seenByCyn()).toBe('not-yet');
    await list.rule('administrators');
    need(await services.distrustPerson(cyn.scope, { person: ben }));
    expect(await seenByCyn()).toBe('distrusted');
    await list.load();
    const shown = list.people.find(({ id }) => id === ben);
    expect(shown === undefined ? null : list.knownWords(shown)).toEqual({
      title: 'Compared by you',
      detail: 'Cyn Crane found that the digits differ',
    });
  });

  it('are vouched for by nobody who did not compare, and ruled by nobody but administrators', async () => {
    const [, , cyn] = others;
    const list = await loaded();
    const ben = list.people.find(({ card }) => card.name === 'Ben Birch')?.id ?? '';
    if (cyn === undefined) throw new Error('nobody else is here');
    expect(await services.vouchForPerson(cyn.scope, { person: ben })).toMatchObject({ ok: false });
    expect(await services.ruleVouching(cyn.scope, { rule: 'nobody' })).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
  });

  it('have a panel that is set up once and gives its roles in one step, those that are missing', async () => {
    const list = await loaded();
    const id = (name: string): string => list.people.find(({ card }) => card.name === name)?.id ?? '';
    await call('setUpPanel', {
      ...{ panel: 'northern', name: 'Northern panel', chair: id('Ada Marsh'), deputies: [id('Cyn Crane')] },
      ...{ members: [id('Ben Birch')], qa: [] },
    });
    await list.load();
    expect(list.rolesOf(id('Ada Marsh'))).toEqual([
      { title: 'Administrator', panel: '' },
      { title: 'Chair', panel: 'Northern panel' },
    ]);
    list.showCalled('panel northern');
    expect(list.people.map(({ card }) => card.name).toSorted()).toEqual([
      'Ada Marsh',
      'Ben Birch',
      'Cyn Crane',
    ]);
    list.showCalled('distrusted');
    expect([list.people, list.person]).toEqual([[], null]);
    list.showCalled('nothing of the kind');
    expect(list.shown, 'what is no way of looking changes nothing').toBe('distrusted');
    list.show('all');
    expect(list.ways.find(({ id: way }) => way === 'all')?.people).toBe(list.people.length);
    expect(await call('applyPanel', { draft, panel: 'northern' })).toEqual({ roles: 3 });
    expect(await call('applyPanel', { draft, panel: 'northern' })).toEqual({ roles: 0 });
    await home.draft.load(draft);
    const roles = home.draft.state?.roles.map(({ person, role }) => `${list.nameOf(person)} ${role}`);
    expect(roles?.sort()).toEqual(['Ada Marsh chair', 'Ben Birch panel', 'Cyn Crane deputy']);
    await expect(call('applyPanel', { draft, panel: 'homes' })).rejects.toThrow(/not set up here/u);
  });

  it('are waited for by the roster until their card is here', async () => {
    const bytes = new TextEncoder().encode('Name,Post\nBen Birch,Inspector\nDan Dale,Inspector\n');
    const { grant } = home.main.app.ports.grants.grantBytes('roster.csv', bytes);
    expect(await call('importRoster', { file: grant })).toEqual({ people: 2 });
    expect((await loaded()).view?.expected).toEqual([{ name: 'Dan Dale', post: 'Inspector' }]);
  });

  it('are found by a word of their name or post, and stepped through in the order of the groups', async () => {
    const list = await loaded();
    list.find = 'crane';
    expect(list.people.map(({ card }) => card.name)).toEqual(['Cyn Crane']);
    list.find = '';
    list.current = list.people[0]?.id ?? '';
    list.step(1);
    expect(list.current).toBe(list.people[1]?.id);
    list.step(-5);
    expect(list.current).toBe(list.people[1]?.id);
  });

  it.each([
    [
      { added: ['Ann', 'Bo'], known: [], refused: [] },
      'Ann and Bo were added. Check that it is really them before you rely on a card.',
    ],
    [
      { added: [], known: [], refused: [{ name: 'x.card', why: 'It holds no card.' }] },
      'x.card was not added: It holds no card.',
    ],
  ])('are told of in sentences: %j', (added, words) => {
    expect(addedWords(added)).toBe(words);
  });
});
