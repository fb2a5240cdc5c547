import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreeingWorkspace, graderHome } from '../main/application/agreement/agreeing-workspace.ts';
import { keepPicture, looksSound } from './looks-sound.ts';
import { ownFolder, type OpenApplication } from './open-application.ts';
import { openPanel } from './panel-team.ts';
import { openApplication } from './plumbline-window.ts';

const assurer = 'Una Webb';

/** The smallest text of a page's plots in px, and how far their drawn width is from their own. */
function lookAtPlots(page: Page): Promise<{ smallest: number; scaled: number; plots: number }> {
  return page.evaluate(() => {
    const plots = [...document.querySelectorAll('.figure svg')];
    const texts = plots.flatMap((plot) => [...plot.querySelectorAll('text')]);
    const sizes = texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize));
    const scales = plots.map((plot) =>
      Math.abs(plot.getBoundingClientRect().width - Number(plot.getAttribute('width'))),
    );
    return { smallest: Math.min(...sizes), scaled: Math.max(...scales), plots: plots.length };
  });
}

/** Words of a plot that lie over other words of it. */
function overlaps(page: Page): Promise<readonly string[]> {
  return page.locator('.figure svg').evaluateAll((plots) =>
    plots.flatMap((plot) => {
      const texts = [...plot.querySelectorAll('text')].map((text) => ({
        said: text.textContent,
        box: text.getBoundingClientRect(),
      }));
      return texts.flatMap((text, at) =>
        texts
          .slice(at + 1)
          .filter(
            (other) =>
              Math.min(text.box.right, other.box.right) - Math.max(text.box.left, other.box.left) > 1 &&
              Math.min(text.box.bottom, other.box.bottom) - Math.max(text.box.top, other.box.top) > 1,
          )
          .map((other) => `${text.said} over ${other.said}`),
      );
    }),
  );
}

describe('agreement over six rounds, as whoever assures quality sees it', () => {
  let home: Awaited<ReturnType<typeof ownFolder>>;
  let application: OpenApplication;
  let page: Page;

  beforeAll(async () => {
    home = await ownFolder();
    const workspace = await agreeingWorkspace(home.path, { rounds: 6, seed: 20_261_125 });
    workspace.release();
    const own = graderHome(home.path, assurer);
    cpSync(workspace.folder, join(own, 'team'), { recursive: true });
    application = await openApplication(own);
    page = await openPanel(application, /^Provider [12]/);
    for (let view = 0; view < 2; view += 1) await page.keyboard.press('v');
    await page.getByText('Before discussion, 24 units').waitFor();
    await page.locator('.figure svg').nth(3).waitFor();
  }, 180_000);
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  it('draws plots at their own size with text of 12 px and more, in both themes and sizes', async () => {
    await looksSound(page, 'agreement-pooled', {
      atZoom: true,
      also: async () => {
        await expect.poll(() => lookAtPlots(page)).toMatchObject({ plots: 4, scaled: 0 });
        expect((await lookAtPlots(page)).smallest).toBeGreaterThanOrEqual(12);
        expect(await overlaps(page)).toEqual([]);
      },
    });
  }, 60_000);

  it('names every severity and interval in words, and gives each plot as a table', async () => {
    const severity = page.getByRole('img', { name: /^Severity: / });
    const label = (await severity.getAttribute('aria-label')) ?? '';
    expect(label.match(/95 % from −?\d\.\d\d to −?\d\.\d\d/g)).toHaveLength(4);
    await page.getByText('This workspace has none.').waitFor();
    await page.keyboard.press('t');
    expect(await page.getByRole('table').count()).toBe(5);
    await page
      .getByRole('row', { name: /Krippendorff’s alpha, ordinal/ })
      .first()
      .waitFor();
    await keepPicture(page, 'agreement-pooled-tables');
    await page.keyboard.press('t');
  });

  it('measures a table that somebody has, by a key', async () => {
    const path = join(home.path, 'ratings.csv');
    writeFileSync(path, 'URN;Ann;Ben\n80418;Good;Good\n80419;Good;Inadequate\n80426;Inadequate;Inadequate\n');
    await application.chooseFiles({ ask: () => page.keyboard.press('m'), paths: [path] });
    await page.getByText('ratings.csv: 3 units, 2 raters (Ann and Ben), 0 grades missing.').waitFor();
    await page.getByText('“URN” names the units and is no rater.').waitFor();
    await page.getByRole('row', { name: /Cohen's kappa 0\.400/ }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Measure a table');
    await looksSound(page, 'agreement-of-a-table');
  });

  it('stands outside any draft, filtered, and is handed out as CSV and as pictures', async () => {
    await page.keyboard.press('Escape');
    await page.locator('main').press('g');
    await page.keyboard.press('a');
    await page.getByRole('navigation', { name: 'Screens of this workspace' }).waitFor();
    await page.getByText('6 rounds, 24 areas graded by two or more', { exact: false }).waitFor();
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    await page.getByRole('combobox', { name: 'Area' }).selectOption('Care leavers (6 rounds)');
    await page.getByText('6 areas of rounds were graded by two or more').waitFor();
    await page.getByRole('button', { name: 'Show all rounds' }).click();
    await page.getByText('Before discussion, 24 units').waitFor();
    const saved = async (name: string): Promise<Buffer> => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      return readFileSync(await (await download).path());
    };
    const table = (await saved('Export as CSV')).toString();
    expect(table).toMatch(/All together,Before,Pooled share of pairs with the same grade,0\.\d+,/u);
    const svg = (await saved('Export as SVG')).toString();
    for (const words of [
      'Agreement of panels',
      'Mean over areas of that share',
      'After discussion, 24 areas',
    ])
      expect(svg).toContain(words);
    expect(svg.match(/var\(--(?!plot-background)[^)]*\)/gu), 'nothing of this window is needed').toBeNull();
    expect(svg).not.toContain('severe');
    expect((await saved('Export as PNG')).subarray(1, 4).toString()).toBe('PNG');
    await looksSound(page, 'agreement-workspace');
  }, 60_000);

  it('prints', async () => {
    await page.locator('.figure svg').nth(3).waitFor();
    const pdf = await page.pdf({
      format: 'A4',
      printBackground: true,
    });
    expect(pdf.length).toBeGreaterThan(10_000);
  });
});
