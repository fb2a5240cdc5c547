import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './axe-findings.ts';
import { openSample, ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { tabTo } from './tab-to.ts';

const pictures = join(import.meta.dirname, '..', '..', 'test-results', 'screens');
const sizes = [
  { width: 1100, height: 700 },
  { width: 1440, height: 900 },
] as const;

describe.each(['light', 'dark'] as const)(
  'the record of the sample, by keyboard, in the %s theme',
  (theme) => {
    let application: OpenApplication;
    let page: Page;
    let home: Awaited<ReturnType<typeof ownFolder>>;

    beforeAll(async () => {
      mkdirSync(pictures, { recursive: true });
      home = await ownFolder();
      application = await openApplication(home.path, { size: sizes[1], theme });
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

    async function look(name: string): Promise<void> {
      for (const size of sizes) {
        await page.setViewportSize(size);
        await page.screenshot({ path: join(pictures, `${name}-${theme}-${size.width}x${size.height}.png`) });
        expect(await findings(page)).toEqual([]);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider).toBeLessThanOrEqual(0);
      }
    }

    const told = (): Promise<string> => page.getByText(/^\d+ records? of \d+$/).innerText();

    it('shows the steps to the grades first, and every record when asked', async () => {
      await look('record-steps');
      const steps = await told();
      await page.keyboard.press('s');
      await expect.poll(told).not.toBe(steps);
      await page.keyboard.press('s');
      await expect.poll(told).toBe(steps);
    });

    it('goes from record to record, and opens one to its id and key', async () => {
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.getByText('Signed by key').waitFor();
      await look('record-open');
    });

    it('keeps to an area, a person, a kind and words', async () => {
      const all = await told();
      await tabTo(page, /^Area/);
      await page.keyboard.press('ArrowDown');
      await expect.poll(told).not.toBe(all);
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
  },
);
