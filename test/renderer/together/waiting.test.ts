import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveRevision } from '../../../src/main/application/draft/save-revision.ts';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { queue } from '../../../src/renderer/together/queue.svelte.ts';
import { Waiting } from '../../../src/renderer/together/waiting.svelte.ts';
import { summaryOf } from '../../main/people-at-work.ts';
import { need } from '../../main/running-scope.ts';

describe('what waits for somebody', () => {
  const home = new Home();
  let draft = '';
  let bens = '';

  beforeAll(async () => {
    await home.settle();
    draft = await home.begin();
    const ben = await home.colleague(draft);
    bens = ben.person;
    await call('saveRevision', summaryOf(draft, 'Visits are timely.'));
    need(await saveRevision(ben.scope, summaryOf(draft, 'Visits are late.')));
  });
  beforeEach(() => {
    app.go({ screen: 'waiting' });
    app.banner = null;
  });
  afterAll(() => home.close());

  async function settleSummary(): Promise<void> {
    const { open } = await call('listConflicts', { draft });
    const keep = open[0]?.sides[0]?.record ?? '';
    await call('settleField', { draft, field: 'narrative/summary', keep, reason: 'Seen on the visit' });
  }

  async function loaded(): Promise<Waiting> {
    const waiting = new Waiting();
    await waiting.load();
    return waiting;
  }

  it('is the conflict that the two of them made, and the colleague whose phrase was not compared', async () => {
    const { rows } = await loaded();
    expect(rows).toMatchObject([
      { kind: 'owed', provider: 'Northbrook', owed: { kind: 'conflict', screen: 'conflicts' } },
      { kind: 'stranger', stranger: { person: bens, name: 'Ben Writer' } },
    ]);
  });

  it('opens a conflict where it is settled, at that conflict', async () => {
    const waiting = await loaded();
    await waiting.open(waiting.rows[0]);
    expect(app.route).toEqual({ screen: 'conflicts' });
    await queue.load();
    expect(queue.current).toMatchObject({ draft, field: 'narrative/summary' });
  });

  it.each([
    ['people', 'people'],
    ['revisions', 'revisions'],
    ['finalise', 'finalise'],
  ] as const)('opens the draft on %s where that is what is asked for', async (screen, wanted) => {
    const waiting = await loaded();
    const owed = { kind: 'comment', todo: '', detail: '', screen, area: '', subject: '', since: '' } as const;
    await waiting.open({ kind: 'owed', draft, provider: 'Northbrook', owed });
    expect(app.place).toMatchObject({ draft, screen: wanted });
  });

  it.each([
    ['import', 'write', true],
    ['clock', 'finalise', false],
    ['comment', 'write', false],
  ] as const)('opens %s on %s, with what the imports ask: %s', async (kind, screen, shows) => {
    app.showsImports = false;
    const waiting = await loaded();
    const owed = { kind, todo: '', detail: '', screen, area: '', subject: '', since: '' };
    await waiting.open({ kind: 'owed', draft, provider: 'Northbrook', owed });
    expect([app.place?.screen, app.showsImports]).toEqual([screen, shows]);
    app.showsImports = false;
  });

  it('says what to do where a colleague’s card is not there, and compares nothing', async () => {
    const waiting = await loaded();
    const stranger = { person: 'f'.repeat(64), name: 'someone unknown', records: 1 };
    await waiting.open({ kind: 'stranger', stranger });
    expect(waiting.comparing).toBeNull();
    expect(app.banner?.text).toMatch(/Ask them for their card/);
  });

  it('shows the phrase of a colleague and, said to be the same, waits for them no longer', async () => {
    const waiting = await loaded();
    waiting.at = 1;
    await waiting.open(waiting.rows[1]);
    expect(waiting.comparing).toMatchObject({ id: bens, verified: false });
    await call('verifyPerson', { person: bens });
    waiting.comparing = null;
    await waiting.load();
    expect([waiting.comparing, waiting.rows.map(({ kind }) => kind), waiting.at]).toEqual([
      null,
      ['owed'],
      0,
    ]);
  });

  it('keeps what is shown where it cannot be read anew', async () => {
    const waiting = await loaded();
    const { rows } = waiting;
    const allow = home.refuse('whatWaits', 'The folder is not there.');
    await waiting.load();
    allow();
    expect(rows).not.toEqual([]);
    expect(waiting.rows).toEqual(rows);
  });

  it('never shows an answer that a later question overtook', async () => {
    const waiting = new Waiting();
    const letGo = home.delay('whatWaits');
    const first = waiting.load();
    await settleSummary();
    await waiting.load();
    letGo();
    await first;
    expect(waiting.rows).toEqual([]);
  });
});
