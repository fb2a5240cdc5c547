import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { listDrafts } from '../../../src/main/application/workspace/list-drafts.ts';
import { openDraft } from '../../../src/main/application/window/open-draft.ts';
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
  ({ draft } = need(
    await beginDraft(ada.scope, {
      provider: 'Northmere',
      kind: 'inspection',
      framework: 'care-inspectorate-scotland',
      start: '2026-05-25',
      end: '2026-06-05',
      recoveryOwner: null,
    }),
  ));
});
afterAll(own.remove);

const clockOf = async (deadline: string) => {
  const { clocks } = need(await openDraft(ada.scope, { draft }));
  const found = clocks.clocks.find((clock) => clock.deadline === deadline);
  if (found === undefined) throw new Error(`there is no clock ${deadline}`);
  return found;
};

describe('clocks of a draft', () => {
  // 15 June 2026 was decreed in Scotland for the World Cup: no clock counts it.
  it('run from the end of fieldwork, stop by a recorded moment, and run on once it is taken back', async () => {
    expect(await clockOf('draft')).toMatchObject({ started: '2026-06-05', due: '2026-07-06', stopped: null });
    expect((await clockOf('comments')).standing).toBe('not-begun');
    const sent = need(
      await services.recordMoment(ada.scope, { draft, moment: 'draft-sent', day: '2026-07-01', over: [] }),
    );
    expect(await clockOf('draft')).toMatchObject({ standing: 'kept', stopped: '2026-07-01', left: 3 });
    expect(await clockOf('comments')).toMatchObject({ started: '2026-07-01', due: '2026-07-15' });
    need(
      await services.recordMoment(ada.scope, { draft, moment: 'draft-sent', day: null, over: [sent.record] }),
    );
    expect((await clockOf('draft')).stopped).toBeNull();
  });

  it('do not count the days of a pause, whose reason stays on the record', async () => {
    const paused = need(
      await services.pauseClock(ada.scope, { draft, from: '2026-06-08', deadlines: [], reason: 'A strike.' }),
    );
    expect((await clockOf('draft')).due).toBeNull();
    need(await services.resumeClock(ada.scope, { draft, pause: paused.record, on: '2026-06-15', over: [] }));
    expect((await clockOf('draft')).due).toBe('2026-07-13');
    const { state } = need(await openDraft(ada.scope, { draft }));
    expect(state.timeline.map((line) => line.sentence)).toContain(
      'paused the clock from Mon 8 Jun 2026: A strike.',
    );
  });

  it('count by the team’s calendar file, and say which one cannot be read', async () => {
    mkdirSync(join(team, 'calendars'));
    const file = join(team, 'calendars', 'scotland.json');
    writeFileSync(
      file,
      JSON.stringify({ format: 1, nations: { scotland: { add: [{ day: '2026-06-16' }] } } }),
    );
    expect((await clockOf('draft')).due).toBe('2026-07-07');
    writeFileSync(file, '{ "format": 1, "days": [] }');
    const { clocks } = need(await openDraft(ada.scope, { draft }));
    expect(clocks.problem).toContain('The calendar file scotland.json is not in the form of a calendar');
    expect((await clockOf('draft')).due).toBe('2026-07-06');
  });

  it('give the list of inspections the one that asks for something first', async () => {
    const [row] = need(await listDrafts(ada.scope));
    expect(row?.clock?.deadline).toBe('draft');
  });

  it('are not handed out where none runs towards a day', async () => {
    need(
      await services.pauseClock(ada.scope, { draft, from: '2026-06-08', deadlines: [], reason: 'A strike.' }),
    );
    const refused = await services.exportClocks(ada.scope, { draft });
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
