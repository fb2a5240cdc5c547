import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenAsForeigner } from './foreign-listener.ts';
import { introduce, ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { mayFault } from './window-guard.ts';
import { importShortReport, makeTeamWorkspace, openNorthmere } from './team-workspace.ts';

/** What is typed without a pause, and how far it has come when the program behind the window ends: further in the full run. */
const [many, endsAt] = process.env['PLUMBLINE_FULL'] === '1' ? [150, 100] : [60, 40];
/** Each word says where in the row it stands. */
const words = Array.from({ length: many }, (_, at) => `word${at}`);

async function typeAtEnd(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

describe('words that are typed without a pause when the program behind the window is killed', () => {
  let home: Awaited<ReturnType<typeof ownFolder>>;
  let application: OpenApplication;
  let lastSafe = -1;
  /** The window that opens with the host that is started again. */
  let second: Page | null = null;
  /** What was typed after the program behind the window had ended, besides the rest of the words. */
  const later = ['with a stranger at the port', 'until it came back'];
  const journal = (): string =>
    readdirSync(join(home.path, 'profile', 'journal'))
      .map((name) => readFileSync(join(home.path, 'profile', 'journal', name), 'utf8'))
      .join('\n');
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
      if (at === endsAt) {
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
    expect(journal()).toContain(words.slice(0, lastSafe + 1).join(' '));
    const alert = page.getByRole('alert').filter({ hasText: 'Kept in this window only since' });
    await alert.getByText(/the program behind it has ended/).waitFor();
    await page.getByText('Kept in this window only', { exact: true }).waitFor();
    const download = page.waitForEvent('download');
    await alert.getByRole('button', { name: 'Save as a text file' }).click();
    const path = join(home.path, 'typed.txt');
    await (await download).saveAs(path);
    expect(readFileSync(path, 'utf8')).toContain(words.join(' '));
  });

  it('go to no other program that answers where the host was', async () => {
    const { page, startHostAgain } = application;
    if (startHostAgain === null) return;
    mayFault(/^console error: (?:Failed to load resource|WebSocket connection)/u);
    const foreigner = await listenAsForeigner(Number(new URL(page.url()).port));
    const alert = page.getByRole('alert').filter({ hasText: 'could not prove that it is Plumbline' });
    await alert.getByText(/nothing is sent to it/).waitFor();
    await typeAtEnd(page, ` ${later[0] ?? ''}`);
    const tried = foreigner.tries();
    await expect.poll(foreigner.tries).toBeGreaterThan(tried + 1);
    await foreigner.close();
    const received = foreigner.received();
    expect(received).toContain('"nonce"');
    expect(received).not.toMatch(/word\d|stranger|Northmere|Bearer|authorization|"secret"|"proof":"(?!b)/iu);
  });

  it('are taken over by the host that is started again, and the window goes on', async () => {
    const { page, startHostAgain } = application;
    if (startHostAgain === null) return;
    await page.keyboard.type(` ${later[1] ?? ''}`);
    second = await startHostAgain();
    const message = page.getByRole('region', { name: 'Message' });
    await message.getByText('What you typed meanwhile is safe on this computer').waitFor();
    const all = [...words, ...later].join(' ');
    expect(journal()).toContain(all);
    await page.getByText(/Typed text is safe on this computer/).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.getByRole('link', { name: 'Inspections' }).click();
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Northmere/ })
      .click();
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
    await page.getByRole('button', { name: 'Write', exact: true }).click();
    await page.locator('.cm-content').waitFor();
    await page.reload();
    await page.getByText(/Unsaved text from .* is back/).waitFor();
    expect(await page.locator('.cm-content').innerText()).toContain(all);
  });

  it('are not lost to what is typed in a second window', async () => {
    if (second === null) return;
    const { page } = application;
    await openNorthmere({ ...application, page: second });
    await second.getByRole('button', { name: 'Write', exact: true }).click();
    await second.getByText(/Unsaved text from .* is back/).waitFor();
    await typeAtEnd(second, ' in the second window');
    await second.getByText(/Typed text is safe on this computer/).waitFor();
    await typeAtEnd(page, ' in the first window');
    const alert = page.getByRole('alert');
    await alert.filter({ hasText: 'Kept in this window only since' }).waitFor();
    await alert.getByText(/typed here in another window of yours/).waitFor();
    expect(journal()).toContain('in the second window');
    await second.getByRole('button', { name: /^Save a revision/ }).click();
    await second.getByLabel('Why did it change?').fill('What was written in the second window');
    await second.getByRole('button', { name: 'Save the revision' }).click();
    await expect.poll(journal).toContain('in the first window');
    await expect.poll(() => alert.count()).toBe(0);
    await page.getByText(/saved something newer here while you were writing/).waitFor();
  });

  it('are on the disk but for those of the last quarter of a second', async () => {
    await application.kill();
    application = await openApplication(home.path);
    await openNorthmere(application);
    const { page } = application;
    await page.getByRole('button', { name: 'Write', exact: true }).click();
    await page.getByText(/Unsaved text from .* is back/).waitFor();
    const back = await page.locator('.cm-content').innerText();
    expect(lastSafe).toBeGreaterThan(20);
    expect(back).toContain(words.slice(0, lastSafe + 1).join(' '));
  });
});
