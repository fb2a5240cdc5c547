import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveAs, colleagueIn, giveQualityAssurance, giveReason } from './colleague.ts';
import { introduce, ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { tabTo } from './tab-to.ts';
import { importShortReport, makeTeamWorkspace, openNorthmere } from './team-workspace.ts';

describe('the main job, by keyboard alone', () => {
  let application: OpenApplication;
  let page: Page;
  let home: Awaited<ReturnType<typeof ownFolder>>;

  beforeAll(async () => {
    home = await ownFolder();
    await mkdir(join(home.path, 'team'));
    application = await openApplication(home.path);
    ({ page } = application);
  });
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  it('begins with a person and a workspace in a chosen folder', async () => {
    await introduce(page, 'Helen Ashdown');
    await makeTeamWorkspace(application, home.path);
  });

  it('imports a report and opens its draft', async () => {
    await importShortReport(application);
  });

  it('notes evidence, weighs it and links it', async () => {
    for (let area = 0; area < 4; area += 1) {
      await page.keyboard.press('n');
      const dialog = page.getByRole('dialog', { name: 'New evidence note' });
      await dialog.waitFor();
      await page.keyboard.type(`Four of nine records seen show what is meant, area ${area + 1}.`);
      for (const key of ['Alt+t', 'Alt+1', 'Alt+k']) await page.keyboard.press(key);
      await tabTo(page, /Who or what/);
      await page.keyboard.type('Team manager');
      await tabTo(page, /Save the note/);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText(`what is meant, area ${area + 1}.`).waitFor();
      if (area === 0) {
        await page.keyboard.press('j');
        await page.keyboard.press('w');
        await page.locator('.dir.against').first().waitFor();
        await page.keyboard.press('u');
        await page.getByText('1 unlinked note').waitFor();
        await page.keyboard.press('j');
        await page.keyboard.press('l');
        await page.getByText('0 unlinked notes').waitFor();
      }
      await page.keyboard.press('Alt+ArrowDown');
    }
    expect(await page.getByText('0 unlinked notes').count()).toBe(1);
  });

  it('keeps what is typed through a kill of the process', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await page.getByRole('navigation', { name: 'Sections' }).waitFor();
    await page.locator('.cm-content').waitFor();
    await page.keyboard.press('e');
    await page.locator('.cm-content:focus').waitFor();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Typed before the power went. ');
    await page.locator('.cm-line', { hasText: 'Typed before the power went.' }).waitFor();
    await page.getByText(/Typed text is safe on this computer/).waitFor();
    await application.kill();
    application = await openApplication(home.path);
    ({ page } = application);
    await openNorthmere(application);
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await page.getByText(/Unsaved text from .* is back/).waitFor();
    await page.locator('.cm-line', { hasText: 'Typed before the power went.' }).waitFor();
  });

  it('saves two revisions, each with its reason', async () => {
    const save = async (reason: string): Promise<void> => {
      await page.keyboard.press('Control+s');
      await page.getByRole('dialog', { name: 'Save a revision' }).waitFor();
      await page.keyboard.type(reason);
      await tabTo(page, /Save the revision/);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Save a revision' }).waitFor({ state: 'hidden' });
    };
    await save('Adds what was typed');
    await page.keyboard.press('e');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' And one sentence more.');
    await page.getByText(/Typed text is safe on this computer/).waitFor();
    await save('Adds a sentence');
    await page.getByRole('button', { name: 'Revisions 3' }).waitFor();
  });

  it('compares them, stepping through the changes', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.getByText('Revision 2 to 3').waitFor();
    await page.locator('ins').first().waitFor();
    await page.keyboard.press('n');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^Paragraph \d+, 1 edit$/,
    );
    expect((await page.locator('ins').first().textContent())?.trim()).toBe('And one sentence more.');
    await page.keyboard.press('v');
    await page.getByLabel('Before', { exact: true }).first().waitFor();
  });

  it('rests the improvements on evidence, and seals', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await page.getByText('gates are still open').waitFor();
    // It is the first that blocks, and shown already.
    await tabTo(page, /Every improvement rests on evidence/);
    await page.getByRole('heading', { name: 'Every improvement rests on evidence' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What needs to improve' }).waitFor();
    for (let point = 0; point < 2; point += 1) {
      await page.locator('summary').nth(point).focus();
      await page.keyboard.press('Enter');
      // A list of notes that is longer than its place is reached first, to be scrolled.
      const box = page.locator('details').nth(point).getByRole('checkbox').first();
      do await page.keyboard.press('Tab');
      while (!(await box.evaluate((element) => element === document.activeElement)));
      await page.keyboard.press('Space');
    }
    const colleague = await colleagueIn(join(home.path, 'team'), join(home.path, 'gareth'), 'Gareth Oakes');
    await page.keyboard.press('Control+s');
    await page.getByRole('dialog', { name: 'Save a revision' }).waitFor();
    await page.keyboard.type('Each point rests on a note');
    await tabTo(page, /Save the revision/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Revisions 4' }).waitFor();
    await page.getByRole('dialog', { name: 'Save a revision' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await page.getByText('5 gates are still open').waitFor();
    await giveReason(page, 'The required kinds of evidence are there', 'The case tracking is kept apart');
    await giveReason(page, 'A panel has moderated the grades', 'A pilot without a panel');
    await giveReason(page, 'The provider has checked the facts', 'The provider answered by letter');
    await page.getByText('2 gates are still open').waitFor();
    await giveQualityAssurance(page, 'Gareth Oakes');
    await approveAs(colleague);
    colleague.app.release();
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await giveReason(page, 'Interests are declared', 'Declared on paper');
    await giveReason(page, 'Who approves is verified', 'They share a desk');
    await page.getByText(/^\s*Sealing fixes the text/u).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog', { name: 'Sign and seal the judgment' }).waitFor();
    await tabTo(page, /^ ?Sign and seal$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Sealed' }).waitFor();
  });

  it('verifies what was sealed, and lets nothing be changed', async () => {
    await tabTo(page, /Verify the record/);
    await page.keyboard.press('Enter');
    await page.getByText('Verified: every line, signature and seal holds.').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await page.getByText('The judgment is sealed, so it can be read and not changed.').waitFor();
    expect(readFileSync(join(home.path, 'team', 'plumbline.json'), 'utf8')).toContain('"Team East"');
  });

  it('records publication after the seal, from which the time for keeping records counts', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.getByText('Its time has not begun.').first().waitFor();
    await page.getByRole('button', { name: 'Record the day of publication' }).click();
    const dialog = page.getByRole('dialog', { name: 'Details of the inspection' });
    await dialog.getByText(/The judgment is sealed with these details/).waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Provider' }).count()).toBe(0);
    await dialog.getByLabel('Day of publication').fill('2026-12-03');
    await dialog.getByRole('button', { name: 'Save the details' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Kept until Fri 3 Dec 2032.').first().waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Correct the publication' }).click();
    const record = page.getByRole('dialog', { name: 'Record a day' });
    await record.getByLabel(/^Address on the web/).fill('reports/northmere');
    await record.getByRole('button', { name: 'Record the day' }).click();
    await record.getByText('An address begins with https:// and names a website.').waitFor();
    await record.getByLabel(/^Address on the web/).fill('https://reports.example.org/northmere');
    await record.getByRole('button', { name: 'Record the day' }).click();
    await record.waitFor({ state: 'hidden' });
    await page.getByText('https://reports.example.org/northmere').waitFor();
    await page.getByRole('button', { name: 'Verify the record' }).click();
    await page.getByText('Verified: every line, signature and seal holds.').waitFor();
  });
});
