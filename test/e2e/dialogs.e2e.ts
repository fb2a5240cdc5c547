import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { colleagueIn } from './colleague.ts';
import { introduce, ownFolder, type OpenApplication } from './open-application.ts';
import { keepPicture } from './looks-sound.ts';
import { openApplication } from './plumbline-window.ts';
import { makeTeamWorkspace } from './team-workspace.ts';

/** Waits until the window has drawn twice: one that loops in an effect never does. */
async function answers(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(null)))),
  );
  await page.getByText('Working …').waitFor({ state: 'hidden' });
}

describe('dialogs that read something as they open', () => {
  let application: OpenApplication;
  let page: Page;
  let home: Awaited<ReturnType<typeof ownFolder>>;

  beforeAll(async () => {
    home = await ownFolder();
    await mkdir(join(home.path, 'team'));
    await mkdir(join(home.path, 'elsewhere'));
    const managed = join(home.path, 'managed.json');
    const settings = { workspaceFolders: [join(home.path, 'team')], preferences: { density: 'compact' } };
    await writeFile(managed, JSON.stringify(settings));
    process.env['PLUMBLINE_MANAGED'] = managed;
    application = await openApplication(home.path);
    delete process.env['PLUMBLINE_MANAGED'];
    ({ page } = application);
    await introduce(page, 'Helen Ashdown');
    await refusesElsewhere();
    await makeTeamWorkspace(application, home.path);
    const colleague = await colleagueIn(join(home.path, 'team'), join(home.path, 'priya'), 'Priya Nair');
    colleague.app.release();
  });
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  /** The organisation keeps workspaces in one folder: said before anybody chooses, and to whoever chooses another. */
  async function refusesElsewhere(): Promise<void> {
    await page.getByText(/^Your organisation keeps workspaces in .*team\.$/u).waitFor();
    await application.chooseFolder({
      ask: () => page.getByRole('button', { name: 'Open a folder' }).click(),
      path: join(home.path, 'elsewhere'),
      walk: async () => {
        await page.getByRole('dialog', { name: /^Choose/ }).waitFor();
        await page.getByRole('button', { name: /elsewhere/ }).click();
        await page.getByRole('button', { name: 'Use the folder elsewhere' }).click();
      },
    });
    // Said in sight, and to whoever listens.
    await page
      .getByText(/nowhere else\. Choose a folder there\. Nothing was opened or changed\./u)
      .first()
      .waitFor();
  }

  async function opened(title: string | RegExp): Promise<Locator> {
    const dialog = page.getByRole('dialog', { name: title });
    await dialog.waitFor();
    await answers(page);
    return dialog;
  }

  async function close(dialog: Locator): Promise<void> {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }

  it('Preferences cannot change what the organisation has set', async () => {
    await page.getByRole('button', { name: 'Preferences' }).click();
    const dialog = await opened('Preferences');
    await dialog.getByText('What cannot be changed here').waitFor();
    expect(await dialog.getByRole('radio', { name: 'Compact' }).isChecked()).toBe(true);
    expect(await dialog.getByRole('radio', { name: 'Comfortable' }).isDisabled()).toBe(true);
    await dialog.getByText('Dark', { exact: true }).click();
    await expect.poll(() => dialog.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
    await keepPicture(page, 'managed-preferences-dark');
    await dialog.getByText('As the system').click();
    await close(dialog);
  });

  it('New draft opens in a new workspace, names colleagues and begins a draft', async () => {
    await page.getByRole('button', { name: 'New draft' }).first().click();
    const dialog = await opened('New draft');
    await dialog.getByRole('option', { name: 'Priya Nair' }).waitFor({ state: 'attached' });
    await dialog.getByLabel('Authority or setting').fill('Northmere');
    await dialog.getByLabel('Framework').selectOption({ index: 1 });
    await dialog.getByLabel('First day').fill('2026-10-05');
    await dialog.getByRole('button', { name: 'Begin the draft' }).click();
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
    await answers(page);
  });

  it('what a colleague who leaves would leave behind is shown', async () => {
    await page.getByRole('button', { name: 'People', exact: true }).click();
    await page.getByRole('button', { name: /is leaving/ }).click();
    const dialog = await opened('Priya Nair is leaving');
    await dialog.getByText('They have no role in a draft that you own.').waitFor();
    await close(dialog);
  });

  it('search opens with the names of colleagues', async () => {
    await page.keyboard.press('Control+f');
    const dialog = await opened(/^Search/);
    await dialog.getByRole('option', { name: 'Priya Nair' }).waitFor({ state: 'attached' });
    await close(dialog);
  });

  it('preferences show what is chosen at once, and no key acts behind them', async () => {
    const theme = (): Promise<string | null> => page.locator('html').getAttribute('data-theme');
    const before = page.url();
    expect(await theme()).toBeNull();
    await page.keyboard.press('Control+,');
    const dialog = await opened('Preferences');
    await dialog.getByRole('radio', { name: 'Dark' }).click();
    await expect.poll(theme).toBe('dark');
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    expect(page.url()).toBe(before);
    await dialog.getByRole('radio', { name: 'As the system' }).click();
    await expect.poll(theme).toBeNull();
    await dialog.getByLabel('Where your own files lie').waitFor();
    // A key of the screen is changed, and works at once.
    await dialog.getByRole('button', { name: 'See and change keys' }).click();
    const list = await opened('Keyboard shortcuts');
    await list
      .getByRole('button', { name: /^Change the key for/ })
      .first()
      .click();
    await page.keyboard.press('g');
    await list.getByText(/^G stands for “.*” already/).waitFor();
    await page.keyboard.press(';');
    await list.getByText(/^was /).waitFor();
    await list.getByRole('button', { name: 'Put 1 changed key back' }).click();
    await list.getByText(/^was /).waitFor({ state: 'hidden' });
    await close(list);
  });

  it('a note is written, its file attached and shown', async () => {
    await page
      .getByRole('navigation', { name: 'Screens of this draft' })
      .getByRole('button', { name: /^Evidence/ })
      .click();
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
    await page.keyboard.press('n');
    const dialog = await opened('New evidence note');
    await dialog
      .getByRole('textbox', { name: 'Note', exact: true })
      .fill('Four of nine records seen show what is meant.');
    await dialog.getByLabel('Who or what').fill('Team manager');
    for (const key of ['Alt+t', 'Alt+1', 'Alt+k']) await page.keyboard.press(key);
    const picture = join(home.path, 'wall.png');
    await writeFile(
      picture,
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    );
    await application.chooseFiles({
      ask: () => dialog.getByRole('button', { name: /Attach files/ }).click(),
      paths: [picture],
    });
    await dialog.getByText('wall.png').waitFor();
    await dialog.getByRole('button', { name: 'Save the note' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('[data-note]').first().focus();
    await page.keyboard.press('v');
    const preview = await opened('wall.png');
    await preview.getByRole('img', { name: /wall\.png/ }).waitFor();
    await close(preview);
  });

  it('a table of evidence is previewed before it comes in', async () => {
    await page.getByRole('button', { name: 'Matrix', exact: true }).click();
    const table = join(home.path, 'notes.csv');
    await writeFile(table, 'Note,Source\nA plan was reviewed in time.,Team manager\n');
    await application.chooseFiles({
      ask: () => page.getByRole('button', { name: /^Import evidence/ }).click(),
      paths: [table],
    });
    const dialog = await opened(/./);
    await dialog.getByRole('button', { name: /^Import \d+ note/ }).waitFor();
    await close(dialog);
  });
});
