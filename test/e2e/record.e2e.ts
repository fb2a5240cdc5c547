import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looksSound } from './looks-sound.ts';
import { openSample, ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { tabTo } from './tab-to.ts';

describe('the record of the sample, by keyboard', () => {
  let application: OpenApplication;
  let page: Page;
  let home: Awaited<ReturnType<typeof ownFolder>>;

  beforeAll(async () => {
    home = await ownFolder();
    application = await openApplication(home.path, { size: { width: 1440, height: 900 }, theme: 'light' });
    ({ page } = application);
    await openSample(page, 'Quality Reader');
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.getByText('opened a round of independent grades').first().waitFor();
  });
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  const look = (name: string): Promise<void> => looksSound(page, name);
  const counted = (): Promise<string> => page.getByText(/^\d+ records? of \d+$/).innerText();

  it('shows the steps to the grades first, and every record when asked', async () => {
    await look('record-steps');
    const steps = await counted();
    await page.keyboard.press('s');
    await expect.poll(counted).not.toBe(steps);
    await page.keyboard.press('s');
    await expect.poll(counted).toBe(steps);
  });

  it('goes from record to record, and opens one to its id and key', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByText('Signed by key').waitFor();
    await look('record-open');
  });

  it('keeps to an area, a person, a kind and words', async () => {
    const all = await counted();
    await tabTo(page, /^Area/);
    await page.keyboard.press('ArrowDown');
    await expect.poll(counted).not.toBe(all);
    await page.getByRole('heading', { name: /^How it came about: / }).waitFor();
    await tabTo(page, /Words/);
    await page.keyboard.type('no record says this');
    await page.getByRole('heading', { name: 'No record fits' }).waitFor();
    await look('record-empty');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
  });

  it('verifies again, and says how long what is kept', async () => {
    await tabTo(page, /^Verify again$/);
    await page.keyboard.press('Enter');
    await page.getByText(/hold\.\s+\w{3} \d/u).waitFor();
    await page.getByText('Kept without end.').waitFor();
  });
});
