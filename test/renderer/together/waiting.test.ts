import { Home } from '../home.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveRevision } from '../../../src/main/application/draft/save-revision.ts';
import { app } from '../../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../../src/renderer/lib/call.ts';
import { queue } from '../../../src/renderer/together/queue.svelte.ts';
import { groupedByDay, Waiting } from '../../../src/renderer/together/waiting.svelte.ts';
import { summaryOf } from '../../main/people-at-work.ts';
import { need } from '../../main/running-scope.ts';
import type { Owed } from '../../../src/shared/together/owed.ts';

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

  it('has the same rows by day and in one list, so that a key finds the one it goes to', async () => {
    const waiting = await loaded();
    const shown = waiting.groups.flatMap(({ rows }) => rows);
    expect(shown.map((row) => waiting.rows.indexOf(row))).toEqual([0, 1]);
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
    const owed = {
      kind: 'comment',
      todo: '',
      detail: '',
      screen,
      area: '',
      subject: '',
      since: '',
      due: null,
    } as const;
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
    const owed = { kind, todo: '', detail: '', screen, area: '', subject: '', since: '', due: null };
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

describe('what waits, day by day', () => {
  const due = (day: string | null, todo: string): Owed => ({
    ...{ kind: 'clock', todo, detail: '', screen: 'finalise', area: '', subject: todo, since: '' },
    due: day,
  });
  const view = {
    drafts: [
      {
        draft: 'a',
        provider: 'Northbrook',
        owed: [
          due(null, 'some time'),
          due('2026-12-01', 'later'),
          due('2026-11-29', 'today'),
          due('2026-11-20', 'late'),
        ],
      },
      {
        draft: 'b',
        provider: 'Eastmere',
        owed: [due('2026-11-12', 'later still'), due('2026-12-01', 'as well')],
      },
    ],
    today: '2026-11-29',
    strangers: [{ person: 'ben', name: 'Ben', records: 2 }],
    unread: 0,
  };

  it.each([
    ['Late', true, ['later still', 'late']],
    ['Today, Sun 29 Nov 2026', false, ['today']],
    ['Tue 1 Dec 2026', false, ['later', 'as well']],
    ['No day set', false, ['some time']],
    ['People to check', false, ['Ben']],
  ])('has under “%s” what is due then, of every draft, the earliest first', (title, isLate, wanted) => {
    const group = groupedByDay(view).find((group) => group.title === title);
    expect(group?.isLate).toBe(isLate);
    expect(group?.rows.map((row) => (row.kind === 'owed' ? row.owed.todo : row.stranger.name))).toEqual(
      wanted,
    );
  });

  it('has no group in which nothing stands', () => {
    expect(groupedByDay({ ...view, drafts: [], strangers: [] })).toEqual([]);
  });
});
