import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveRevision } from '../../../src/main/application/draft/save-revision.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { queue } from '../../../src/renderer/together/queue.svelte.ts';
import { need, type Running } from '../../main/running-scope.ts';

describe('the conflicts to settle', () => {
  const home = new Home();
  const drafts: string[] = [];
  let ben: Running;

  /** Two people write these sections of a draft without having seen each other's. */
  async function disagree(draft: string, names: readonly string[]): Promise<void> {
    const texts = (by: string): { section: string; text: string; over: string[] }[] =>
      names.map((section) => ({ section, text: `${section} by ${by}`, over: [] }));
    const rest = { draft, reason: 'as seen', grades: [], improvements: null };
    await call('saveRevision', { ...rest, narratives: texts('Ada') });
    need(await saveRevision(ben.scope, { ...rest, narratives: texts('Ben') }));
  }

  beforeAll(async () => {
    await home.settle();
    for (const provider of ['Northbrook', 'Eastmere']) drafts.push(await home.begin(provider));
    const [north = '', east = ''] = drafts;
    const colleague = await home.colleague(north);
    ben = colleague;
    await call('grantRole', { draft: east, person: colleague.person, role: 'inspector' });
    await disagree(north, ['help-and-protection', 'summary']);
    await disagree(east, ['summary']);
  });
  beforeEach(async () => {
    [queue.only, queue.wanted, queue.at] = [null, null, 0];
    await queue.load();
  });
  afterAll(() => home.close());

  const places = (): readonly string[] =>
    (queue.view?.open ?? []).map(({ provider, field }) => `${provider} ${field}`);

  async function settle(): Promise<void> {
    const { current } = queue;
    await call('settleField', {
      draft: current?.draft ?? '',
      field: current?.field ?? '',
      keep: current?.sides[0]?.record ?? '',
      reason: 'Seen on the visit',
    });
  }

  it('hold what both wrote, of every draft, and can be stepped through from end to end', () => {
    expect(places()).toHaveLength(3);
    expect(queue.current?.sides.map(({ words }) => words.split(' by ')[1]).toSorted()).toEqual([
      'Ada',
      'Ben',
    ]);
    queue.step(-1);
    expect(queue.at).toBe(0);
    queue.step(5);
    expect(queue.at).toBe(2);
  });

  it('are those of one draft where somebody says so', async () => {
    const [, east = ''] = drafts;
    queue.at = 2;
    queue.only = east;
    await queue.load();
    expect(places()).toEqual(['Eastmere narrative/summary']);
    expect(queue.current?.draft).toBe(east);
  });

  it('begin at the one that another screen was left for, once', async () => {
    const last = queue.view?.open.at(-1);
    queue.wanted = { draft: last?.draft ?? '', field: last?.field ?? '' };
    await queue.load();
    expect(queue.current).toEqual(last);
    queue.step(-1);
    const before = queue.current;
    await queue.load();
    expect(queue.current).toEqual(before);
  });

  it('keep the place of the one that is being read while a colleague settles or makes others', async () => {
    const [first] = queue.view?.open ?? [];
    queue.step(1);
    const read = queue.current;
    const settled = { draft: first?.draft ?? '', field: first?.field ?? '' };
    await call('settleField', { ...settled, keep: first?.sides[0]?.record ?? '', reason: 'Seen' });
    await queue.load();
    expect(places()).toHaveLength(2);
    expect(queue.current).toEqual(read);
    expect(queue.view?.settled).toMatchObject([settled]);
  });

  it('go on to the next where one is settled, and to the last where none comes after it', async () => {
    const [, second] = queue.view?.open ?? [];
    await settle();
    await queue.load();
    expect(queue.current).toEqual(second);
    await settle();
    await queue.load();
    expect([queue.current, queue.at]).toEqual([null, 0]);
  });

  it('never show an answer that a later question overtook', async () => {
    const [north = '', east = ''] = drafts;
    await disagree(north, ['help-and-protection']);
    const letGo = home.delay('listConflicts');
    const first = queue.load();
    queue.only = east;
    await queue.load();
    letGo();
    await first;
    expect(places()).toEqual([]);
    queue.only = null;
    await queue.load();
    expect(places()).toHaveLength(1);
  });
});
