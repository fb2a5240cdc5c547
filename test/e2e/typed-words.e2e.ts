import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { introduce, ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { importShortReport, makeTeamWorkspace, reopenNorthmere } from './team-workspace.ts';

/** What is typed without a pause: each word says where in the row it stands. */
const words = Array.from({ length: 150 }, (_, at) => `word${at}`);

describe('words that are typed without a pause when the program behind the window is killed', () => {
  let home: Awaited<ReturnType<typeof ownFolder>>;
  let application: OpenApplication;
  let lastSafe = -1;
  const typedAt: number[] = [];

  beforeAll(async () => {
    home = await ownFolder();
    mkdirSync(join(home.path, 'team'));
    application = await openApplication(home.path);
    await introduce(application.page, 'Ada Moss');
    await makeTeamWorkspace(application, home.path);
    await importShortReport(application);
  });
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  it('stay in the window, which says so and hands them out', async () => {
    const { page, endHost } = application;
    await page.getByRole('button', { name: 'Write', exact: true }).click();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    let typed = 0;
    for (const [at, word] of words.entries()) {
      if (at === 100) {
        // Every word that was typed 250 ms ago, and the write that follows, has to be on the disk by now.
        lastSafe = typedAt.findLastIndex((time) => performance.now() - time > 400);
        if (endHost === null) await application.kill();
        else await endHost();
        if (endHost === null) return;
      }
      await page.keyboard.type(` ${word}`);
      typedAt.push(performance.now());
      typed += 1;
    }
    expect(typed).toBe(words.length);
    const alert = page.getByRole('alert').filter({ hasText: 'Kept in this window only since' });
    await alert.getByText(/the program behind it has ended/).waitFor();
    await page.getByText('Kept in this window only', { exact: true }).waitFor();
    const download = page.waitForEvent('download');
    await alert.getByRole('button', { name: 'Save as a text file' }).click();
    const path = join(home.path, 'typed.txt');
    await (await download).saveAs(path);
    expect(readFileSync(path, 'utf8')).toContain(words.join(' '));
  });

  it('are on the disk but for those of the last quarter of a second', async () => {
    await application.kill();
    application = await openApplication(home.path);
    await reopenNorthmere(application);
    const { page } = application;
    await page.getByRole('button', { name: 'Write', exact: true }).click();
    await page.getByText(/Unsaved text from .* is back/).waitFor();
    const back = await page.locator('.cm-content').innerText();
    expect(lastSafe).toBeGreaterThan(20);
    expect(back).toContain(words.slice(0, lastSafe + 1).join(' '));
  });
});
