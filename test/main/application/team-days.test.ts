import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { openDraft } from '../../../src/main/application/window/open-draft.ts';
import { listDrafts } from '../../../src/main/application/workspace/list-drafts.ts';
import type { DayDecreedBody } from '../../../src/shared/workspace/day-decreed.ts';
import { need, ownFolder, run, settle } from '../running-scope.ts';

const own = ownFolder();
let turn = 0;
let ada: ReturnType<typeof run>;
let team = '';
let draft = '';

beforeEach(async () => {
  turn += 1;
  team = join(own.path, `team-${turn}`);
  mkdirSync(team);
  ada = run(join(own.path, `ada-${turn}`));
  await settle(ada, 'Ada', team, true);
  const details = { provider: 'Northmere', kind: 'inspection', framework: 'care-inspectorate-scotland' };
  const days = { start: '2026-05-25', end: '2026-06-05' };
  ({ draft } = need(await beginDraft(ada.scope, { ...details, ...days, recoveryOwner: null })));
});
afterAll(own.remove);

const said: DayDecreedBody = {
  day: '2026-06-16',
  nations: ['scotland'],
  standing: 'holiday',
  name: 'A second day for the World Cup',
  reason: 'Decreed on 1 June 2026',
};
const decree = (change: Partial<DayDecreedBody> = {}) =>
  services.decreeDay(ada.scope, { ...said, ...change });
const listed = async () => need(await services.listTeamDays(ada.scope, {}));

async function due(): Promise<string | null | undefined> {
  const { clocks } = need(await openDraft(ada.scope, { draft }));
  return clocks.clocks.find(({ deadline }) => deadline === 'draft')?.due;
}

describe('days that a team says itself', () => {
  it.each([
    ['a holiday is not counted', {}, '2026-07-07'],
    ['a holiday elsewhere changes nothing here', { nations: ['wales' as const] }, '2026-07-06'],
    [
      'a decreed day that is worked is counted',
      { day: '2026-06-15', standing: 'working-day' as const },
      '2026-07-03',
    ],
  ])('hold for every clock: %s', async (_what, change, wanted) => {
    expect(await due()).toBe('2026-07-06');
    need(await decree(change));
    expect(await due()).toBe(wanted);
    expect(need(await listDrafts(ada.scope))[0]?.clock?.due).toBe(wanted);
  });

  it('are listed with who said so and why, in one nation or several, the first first', async () => {
    need(await decree({ nations: ['scotland', 'wales'] }));
    need(await decree({ day: '2026-06-12', name: 'A flood' }));
    const { days, administers, holidays } = await listed();
    expect(administers).toBe(true);
    expect(days.map(({ day, nations, by, reason }) => [day, nations, by, reason])).toEqual([
      ['2026-06-12', ['scotland'], 'Ada', said.reason],
      ['2026-06-16', ['wales', 'scotland'], 'Ada', said.reason],
    ]);
    expect(holidays.find(({ day }) => day === '2026-06-16')?.nations).toEqual(['wales', 'scotland']);
  });

  it('are removed by a word of its own, in one nation and not in another', async () => {
    need(await decree({ nations: ['scotland', 'wales'] }));
    need(await decree({ standing: 'as-listed', reason: 'It was moved' }));
    expect((await listed()).days.map(({ nations }) => nations)).toEqual([['wales']]);
    expect(await due()).toBe('2026-07-06');
    need(await decree());
    expect(await due()).toBe('2026-07-07');
  });

  it('stand over a file in the folder of calendars, which anybody can write', async () => {
    need(await decree());
    mkdirSync(join(team, 'calendars'));
    const file = {
      format: 1,
      nations: { scotland: { remove: ['2026-06-16'], add: [{ day: '2026-06-17' }] } },
    };
    writeFileSync(join(team, 'calendars', 'scotland.json'), JSON.stringify(file));
    expect(await due()).toBe('2026-07-08');
  });

  it.each([
    ['what stands already', {}],
    ['a removal of what is not there', { day: '2026-06-17', standing: 'as-listed' as const }],
  ])('are not written twice: %s', async (_what, change) => {
    need(await decree());
    expect(await decree(change)).toMatchObject({ ok: false, error: { code: 'out-of-date' } });
  });

  it('are an administrator’s to say', async () => {
    const ben = run(join(own.path, `ben-${turn}`));
    await settle(ben, 'Ben', team, false);
    expect(need(await services.listTeamDays(ben.scope, {})).administers).toBe(false);
    expect(await services.decreeDay(ben.scope, said)).toMatchObject({ error: { code: 'not-allowed' } });
  });
});
