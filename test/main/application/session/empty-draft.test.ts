import { mkdirSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { services } from '../../../../src/main/composition/calls.ts';
import { need, ownFolder, run, settle } from '../../running-scope.ts';

const own = ownFolder();
afterAll(own.remove);

describe('a draft’s folder in which no record stands', () => {
  it('is broken where this computer saw its records, else has not arrived; in the list and when verified', async () => {
    const team = join(own.path, 'team');
    mkdirSync(team);
    const ada = run(join(own.path, 'ada'));
    await settle(ada, 'Ada Moss', team, true);
    const begun = {
      provider: 'Northmere',
      kind: '',
      framework: 'ilacs-2026',
      start: '2026-10-05',
      end: null,
    };
    need(await services.beginDraft(ada.scope, { ...begun, recoveryOwner: null }));
    const priya = run(join(own.path, 'priya'));
    await settle(priya, 'Priya Nair', team, false);
    const folder = join(team, 'drafts', readdirSync(join(team, 'drafts'))[0] ?? '');
    const log = join(folder, readdirSync(folder)[0] ?? '');
    need(await services.listDrafts(ada.scope, {}));
    for (const take of [() => truncateSync(log, 0), () => rmSync(log)]) {
      take();
      const broken = need(await services.verifyWorkspace(ada.scope, { draft: null }));
      expect(broken.ok).toBe(false);
      expect(broken.drafts[0]?.problems[0]).toMatchObject({ level: 'broken', code: 'witness' });
      expect(need(await services.listDrafts(ada.scope, {}))[0]?.problem).toMatch(
        /^All records of this draft are missing/,
      );
      const notice = need(await services.verifyWorkspace(priya.scope, { draft: null }));
      expect(notice.ok).toBe(true);
      expect(notice.drafts[0]?.problems[0]).toMatchObject({ level: 'notice', code: 'not-arrived' });
      expect(need(await services.listDrafts(priya.scope, {}))[0]?.problem).toMatch(
        /^This draft has not arrived yet/,
      );
    }
    ada.app.release();
    priya.app.release();
  });
});
