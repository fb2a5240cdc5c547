import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looksSound } from './looks-sound.ts';
import { leakingFiles } from './leak-search.ts';
import { ownFolder, type OpenApplication } from './open-application.ts';
import { beginTeam, declareNone, homeOf, members, openPanel, syncAll, type Member } from './panel-team.ts';
import { openApplication } from './plumbline-window.ts';
import { tabTo } from './tab-to.ts';

const pictures = join(import.meta.dirname, '..', '..', 'test-results', 'screens');

describe('a round of comparisons, by keyboard alone', () => {
  let home: Awaited<ReturnType<typeof ownFolder>>;

  beforeAll(async () => {
    home = await ownFolder();
    await beginTeam(home.path);
    for (const member of members) await declareNone(home.path, member);
  }, 120_000);
  afterAll(async () => {
    await home.remove();
  });

  async function as(
    member: Member,
    work: (page: Page, application: OpenApplication) => Promise<void>,
  ): Promise<void> {
    const application = await openApplication(homeOf(home.path, member));
    try {
      const page = await openPanel(application);
      for (let view = 0; view < 3; view += 1) await page.keyboard.press('v');
      await work(page, application);
    } catch (error) {
      await application.page.screenshot({ path: join(pictures, `comparisons-failed-${member}.png`) });
      throw error;
    } finally {
      await application.close();
    }
    await syncAll(home.path);
  }

  /** Says of pair after pair that the side of its key is better, or by 3 that neither is, and lodges. */
  async function compare(page: Page, keys: readonly string[], words: string): Promise<void> {
    await page.getByRole('radiogroup', { name: 'Which is better' }).waitFor();
    for (const [pair, key] of keys.entries()) {
      await page.keyboard.press(key);
      await page.keyboard.type(`${words} in pair ${pair + 1}.`);
      await page.keyboard.press('Control+Enter');
      await page.getByText(`${pair + 1} of 5 pairs compared`, { exact: true }).waitFor();
    }
    await page.keyboard.press('l');
    await page.getByText(/Lodged as version 1/).waitFor();
  }

  it('is opened by the chair, who compares pairs and lodges them', async () => {
    await as('Judith Pryce', async (page) => {
      await page.getByRole('heading', { name: 'Open a round of comparisons' }).waitFor();
      await looksSound(page, 'comparisons-open', { atZoom: true });
      await tabTo(page, /Pairs asked of each member/);
      await page.keyboard.type('5');
      await tabTo(page, /Open the comparisons/);
      await page.keyboard.press('Enter');
      await page.getByRole('radiogroup', { name: 'Which is better' }).waitFor();
      await page.keyboard.press('1');
      await looksSound(page, 'comparisons-pair', { atZoom: true });
      await page.keyboard.press('Control+Enter');
      await page.getByRole('region', { name: 'Message' }).getByText('Say in a few words why.').waitFor();
      await page.keyboard.press('Escape');
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await compare(page, ['1', '1', '1', '1', '3'], 'Thistledown shows what changed');
      await page.getByText('You compared all 5 pairs asked of you.').waitFor();
      expect(await page.locator('.btn.pri').count()).toBeLessThanOrEqual(1);
      await page.keyboard.press('z');
      await page.getByText('4 of 5 pairs compared', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await page.getByText('5 of 5 pairs compared', { exact: true }).waitFor();
    });
  }, 120_000);

  it('stays unread by everybody until the reveal', async () => {
    await as('Dele Farrow', async (page) => {
      expect(await page.getByText('Thistledown').count()).toBe(0);
      await compare(page, ['2', '1', '2', '2', '1'], 'Marram names its evidence');
    });
    expect(await leakingFiles(home.path, ['Thistledown shows', 'Marram names'])).toEqual([]);
  }, 120_000);

  it('is revealed with a reason, and puts what was compared on a scale', async () => {
    await as('Judith Pryce', async (page) => {
      await tabTo(page, /Reveal all comparisons/);
      await page.keyboard.press('Enter');
      await page.getByLabel('Why it is revealed now').fill('Two were enough to try it.');
      await tabTo(page, /^Reveal them$/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Where the comparisons put them' }).waitFor();
      await page.getByText('10 comparisons by 2 members').waitFor();
      await page.getByText(/Thistledown shows what changed in pair 1/).waitFor();
      await page.getByText(/too close to call: Thistledown shows what changed in pair 5/).waitFor();
      await page.getByText(/two at one place are too close to call in \d+ of 100 comparisons/).waitFor();
      await page.locator('.figure svg').first().waitFor();
      await looksSound(page, 'comparisons-scale', { atZoom: true });
    });
  }, 60_000);

  it('is opened again, abandoned, and never in the way of the next', async () => {
    await as('Judith Pryce', async (page) => {
      const another = page.getByRole('button', { name: 'Open another round' });
      await another.click();
      await page.getByRole('button', { name: 'Open the comparisons' }).click();
      await page.getByRole('button', { name: 'Abandon the round' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Reason').fill('The wrong areas were chosen.');
      await dialog.getByRole('button', { name: 'Abandon it' }).click();
      await page.getByRole('heading', { name: 'Round 2 was abandoned' }).waitFor();
      await page.getByText('The wrong areas were chosen.').waitFor();
      await another.last().click();
      await page.getByRole('heading', { name: 'Open a round of comparisons' }).waitFor();
    });
  }, 60_000);
});
