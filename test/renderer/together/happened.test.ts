import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveRevision } from '../../../src/main/application/draft/save-revision.ts';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { happened } from '../../../src/renderer/together/happened.svelte.ts';
import { summaryOf } from '../../main/people-at-work.ts';
import { need } from '../../main/running-scope.ts';

describe('what happened', () => {
  const home = new Home();
  let north = '';
  let east = '';
  let bens = '';
  let write: (draft: string, text: string) => Promise<unknown>;

  beforeAll(async () => {
    await home.settle();
    [north, east] = [await home.begin('Northbrook'), await home.begin('Eastmere')];
    const ben = await home.colleague(north);
    await home.colleague(east, 'Cleo Writer');
    bens = ben.person;
    write = async (draft, text) => need(await saveRevision(ben.scope, summaryOf(draft, text)));
  });
  beforeEach(async () => {
    [happened.only, happened.since] = [null, ''];
    await happened.looked();
  });
  afterAll(() => home.close());

  /** Who wrote what is shown, by provider. */
  const shown = (): readonly (readonly [string, readonly string[]])[] =>
    (happened.view?.drafts ?? []).map(({ provider, happenings }) => [
      provider,
      happenings.map(({ author }) => author),
    ]);

  it('shows what a colleague saved until it is marked as read, and not again', async () => {
    expect(shown()).toEqual([]);
    await write(north, 'Visits are timely.');
    await happened.load();
    expect(shown()).toEqual([['Northbrook', [bens]]]);
    expect(happened.view?.names[bens]).toBe('Ben Writer (unverified)');
    await happened.looked();
    expect(shown()).toEqual([]);
  });

  it('marks as read what is shown alone: another draft stays new', async () => {
    await write(north, 'Visits are late.');
    happened.only = east;
    await happened.looked();
    expect(shown()).toEqual([]);
    happened.only = null;
    await happened.load();
    expect(shown()).toEqual([['Northbrook', [bens]]]);
  });

  it('shows since a day also what was marked as read', async () => {
    happened.since = '2020-01-01';
    await happened.load();
    expect(
      shown()
        .map(([provider]) => provider)
        .toSorted(),
    ).toEqual(['Eastmere', 'Northbrook']);
    happened.since = '2999-01-01';
    await happened.load();
    expect(shown()).toEqual([]);
  });

  it('never shows an answer that a later question overtook', async () => {
    happened.since = '2020-01-01';
    const letGo = home.delay('whatHappened');
    const first = happened.load();
    happened.since = '2999-01-01';
    await happened.load();
    letGo();
    await first;
    expect(shown()).toEqual([]);
  });

  it('keeps what is shown where it cannot be read anew, and says why', async () => {
    await write(north, 'Visits are kept.');
    await happened.load();
    const allow = home.refuse('whatHappened', 'The folder is not there.');
    await happened.load();
    allow();
    expect(shown()).toEqual([['Northbrook', [bens]]]);
    expect(app.banner).toMatchObject({ tone: 'stop', text: 'The folder is not there.' });
  });
});
