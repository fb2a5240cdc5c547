import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownFolder, root, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { expectFault, faultsSoFar, judgeFaults, takeFaults } from './window-guard.ts';

/** What a window can do wrong, by a script in it, and how the guard says so. */
const wrongs: readonly (readonly [name: string, script: string, said: RegExp])[] = [
  [
    'throws',
    `setTimeout(() => { throw new Error('thrown on purpose') })`,
    /^page error: .*thrown on purpose/u,
  ],
  [
    'leaves a rejection to nobody',
    `void Promise.reject(new Error('rejected on purpose'))`,
    /^page error: .*rejected on purpose/u,
  ],
  ['reports an error', `console.error('logged on purpose')`, /^console error: logged on purpose/u],
  [
    'shows an answer that should not have come',
    `console.error('listDrafts', 'Something in Plumbline failed that should not have.')`,
    /^failed call: listDrafts/u,
  ],
  [
    'never answers again',
    `setTimeout(() => { for (;;); })`,
    /^hang: .* answered no frame for \d+ ms, \d+ ms of it at work/u,
  ],
];

describe('the guard over every window of an end-to-end test', () => {
  let application: OpenApplication;
  let page: Page;
  let home: Awaited<ReturnType<typeof ownFolder>>;

  beforeAll(async () => {
    home = await ownFolder();
    application = await openApplication(home.path);
    ({ page } = application);
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  });
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  it.each(wrongs)('reports a window that %s', async (_name, script, said) => {
    expectFault(said);
    await page.evaluate(script);
    await expect
      .poll(() => faultsSoFar().map(({ kind, message }) => `${kind}: ${message}`), { timeout: 40_000 })
      .toContainEqual(expect.stringMatching(said));
    await page.reload();
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  });

  it('fails a test for each fault that it did not announce, and for each that it announced in vain', async () => {
    await page.evaluate(`setTimeout(() => { throw new Error('nobody announced this') })`);
    await expect.poll(() => faultsSoFar().length).toBe(1);
    expect(await takeFaults()).toEqual([expect.stringMatching(/^page error: .*nobody announced this/u)]);
    const seen = [{ kind: 'console error', message: 'known', page } as const];
    expect(judgeFaults(seen, [{ pattern: /known/u, required: true }])).toEqual([]);
    expect(judgeFaults(seen, [{ pattern: /other/u, required: false }])).toEqual(['console error: known']);
    expect(judgeFaults([], [{ pattern: /never/u, required: true }])).toEqual([
      'announced, and did not come: /never/u',
    ]);
  });

  it('stands over every file that opens a browser', () => {
    const folder = join(root, 'test', 'e2e');
    const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
    const opening = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && /\.newPage\(|firstWindow\(/u.test(text(name)))
      .filter((name) => name !== 'guard.e2e.ts');
    expect(opening.toSorted()).toEqual([
      'browser-window.ts',
      'documents.e2e.ts',
      'electron-window.ts',
      join('from-nothing', 'pdf-report.e2e.ts'),
    ]);
    for (const name of opening)
      expect(text(name).match(/guardWindow\(\w+\)/gu)?.length).toBe(
        text(name).match(/\.newPage\(|firstWindow\(/gu)?.length,
      );
    expect(text('vitest.config.ts')).toContain("'test/e2e/guard-every-test.ts'");
  });
});
