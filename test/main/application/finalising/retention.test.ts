import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSample } from '../../../../src/main/application/sample/build-sample.ts';
import { services } from '../../../../src/main/composition/calls.ts';
import { openDraft } from '../../../../src/main/application/window/open-draft.ts';
import { verifyWorkspace } from '../../../../src/main/application/verification/verify-workspace.ts';
import { need, ownFolder, run, settle, type Running } from '../../running-scope.ts';

const own = ownFolder();
let ben: Running;
let draft: string;

beforeAll(async () => {
  const folder = join(own.path, 'team');
  mkdirSync(folder);
  ben = run(join(own.path, 'ben'));
  await settle(ben, 'Ben', folder, true);
  const self = await ben.scope.ports.keys.self();
  const { opened } = ben.scope.session;
  if (self === null || opened === null) throw new Error('nobody is there');
  ({ draft } = need(await buildSample(ben.scope.ports, opened.workspace, self.person)));
  need(await services.recoverOwnership(ben.scope, { draft, reason: 'The lead has left' }));
}, 60_000);
afterAll(() => {
  ben.app.release();
  own.remove();
});

async function rule(id: string): Promise<unknown> {
  return need(await services.readRetention(ben.scope, { draft })).rules.find((rule) => rule.id === id);
}

async function publishedOn(day: string): Promise<void> {
  const { details } = need(await openDraft(ben.scope, { draft })).state;
  const days = { start: '2014-11-03', end: '2014-11-14', published: day } as const;
  const writes = (['start', 'end', 'published'] as const).map((name) => ({
    name,
    value: days[name],
    over: details[name].map((detail) => detail.record),
  }));
  const reason = 'An inspection of the time before the framework';
  need(await services.setDetails(ben.scope, { draft, writes, reason }));
}

describe('the retention schedule of a framework', () => {
  it('says what is kept how long, and that publication has not begun it', async () => {
    expect(await rule('evidence')).toMatchObject({
      standing: 'not-begun',
      sentence: expect.stringMatching(/kept 6 years from publication.*a default to review/u) as string,
    });
    expect(await rule('judgment')).toMatchObject({ standing: 'without-end', due: null });
  });

  it('erases nothing before its day', async () => {
    await publishedOn('2026-11-20');
    expect(await rule('evidence')).toMatchObject({ standing: 'kept', due: '2032-11-20' });
    const early = await services.eraseDue(ben.scope, { draft, rule: 'evidence', reason: 'Tidying up' });
    expect(early).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });

  it('lets the owner erase what is due, of its kind alone, with the rule on the record, and all still verifies', async () => {
    await publishedOn('2015-02-01');
    expect(await rule('evidence')).toMatchObject({ standing: 'due', due: '2021-02-01' });
    const before = need(await openDraft(ben.scope, { draft })).state;
    const reason = 'Six years are over';
    const { erased } = need(await services.eraseDue(ben.scope, { draft, rule: 'evidence', reason }));
    expect(erased).toBeGreaterThanOrEqual(before.notes.length);
    const { state } = need(await openDraft(ben.scope, { draft }));
    expect(state.notes.every((note) => note.erased)).toBe(true);
    expect(state.narratives).toEqual(before.narratives);
    expect(state.timeline.at(-1)?.sentence).toContain(reason);
    const view = need(await verifyWorkspace(ben.scope, { draft }));
    expect(view.drafts.flatMap((draft) => draft.problems.filter(({ level }) => level === 'broken'))).toEqual(
      [],
    );
  });

  it('then has nothing of that kind left to erase, and the rest is as it was', async () => {
    expect(await rule('evidence')).toMatchObject({ standing: 'due', records: 0 });
    const left = need(await services.readRetention(ben.scope, { draft })).rules;
    expect(left.find(({ id }) => id === 'working-papers')?.records).toBeGreaterThan(0);
  });
});
