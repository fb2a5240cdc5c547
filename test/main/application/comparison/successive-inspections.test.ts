import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importReports } from '../../../../src/main/application/report/import-reports.ts';
import { listDrafts } from '../../../../src/main/application/workspace/list-drafts.ts';
import { successiveInspections } from '../../../../src/main/application/comparison/successive-inspections.ts';
import { need, ownFolder, run, settle } from '../../running-scope.ts';

const reports = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'data', 'reports');
const present = existsSync(reports);
if (!present) console.log(`absent: ${reports}, so successive inspections are not read from real reports`);
const own = ownFolder();
afterAll(own.remove);

describe.skipIf(!present)('the four inspections of one authority', () => {
  it('stand side by side by area, grade and improvement, in under a quarter of a second', async () => {
    const team = join(own.path, 'team');
    mkdirSync(team);
    const running = run(join(own.path, 'profile'));
    await settle(running, 'Ada', team, true);
    const names = readdirSync(reports).filter((name) => name.startsWith('80573-trafford'));
    const files = await Promise.all(
      names.map(async (name) => (await running.app.grants.grantFile(join(reports, name))).grant),
    );
    need(await importReports(running.scope, { files, framework: null }));
    const [latest] = need(await listDrafts(running.scope)).filter((row) => row.start.startsWith('2026'));
    running.scope.session.opened?.drafts.clear();
    const begun = performance.now();
    const { inspections, comparison, unread } = need(
      await successiveInspections(running.scope, { draft: latest?.draft ?? '' }),
    );
    const taken = performance.now() - begun;
    console.log(`measured: four inspections side by side in ${taken.toFixed(0)} ms`);
    expect(inspections.map((inspection) => [inspection.start.slice(0, 4), inspection.framework])).toEqual([
      ['2015', 'Single inspection framework 2013'],
      ['2019', 'ILACS 2018'],
      ['2022', 'ILACS 2018'],
      ['2026', 'ILACS 2026'],
    ]);
    expect(unread).toBe(0);
    const leaders = comparison.areas.find((area) => area.id === 'leaders');
    expect(leaders?.cells.map((cell) => [cell?.grade?.title, cell?.change])).toEqual([
      [undefined, undefined],
      ['Inadequate', null],
      ['Requires improvement to be good', 'better'],
      ['Inadequate', 'worse'],
    ]);
    const standing = (name: string): number =>
      comparison.improvements.filter((thread) => thread.standing === name).length;
    expect(standing('carried-over') + standing('new')).toBe(9);
    expect(standing('carried-over')).toBeGreaterThan(0);
  });
});

describe('one report that was imported twice', () => {
  it('stands once: as the draft that is open, whichever that is', async () => {
    const team = join(own.path, 'twice');
    mkdirSync(team);
    const running = run(join(own.path, 'twice-profile'));
    await settle(running, 'Ada', team, true);
    const importOnce = async (name: string): Promise<void> => {
      const { grant } = await running.app.grants.grantFile(join(own.path, name));
      need(await importReports(running.scope, { files: [grant], framework: null, double: 'separate' }));
    };
    const text = readFileSync(
      join(import.meta.dirname, '..', '..', '..', 'e2e', 'a-short-report.txt'),
      'utf8',
    );
    writeFileSync(join(own.path, 'one.txt'), text);
    writeFileSync(join(own.path, 'next.txt'), text.replaceAll('2026', '2027'));
    for (const name of ['one.txt', 'one.txt', 'next.txt']) await importOnce(name);
    const rows = need(await listDrafts(running.scope));
    const doubled = rows.filter(({ start }) => start.startsWith('2026')).map(({ draft }) => draft);
    expect([rows.length, doubled.length]).toEqual([3, 2]);
    for (const draft of doubled) {
      const view = need(await successiveInspections(running.scope, { draft }));
      expect([view.doubles, view.inspections.length]).toEqual([1, 2]);
      expect(view.inspections[0]?.draft).toBe(draft);
    }
    running.app.release();
  });
});
