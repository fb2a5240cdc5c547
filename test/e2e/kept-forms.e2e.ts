import { readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TeamStages, type TeamStage } from './crawl/team-stages.ts';
import { ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';

const many = process.env['PLUMBLINE_FULL'] === '1' ? 60 : 25;
const words = Array.from({ length: many }, (_, at) => `word${at}`);

describe('what a chair types on the Panel screen', () => {
  let base: Awaited<ReturnType<typeof ownFolder>>;
  let stages: TeamStages;
  let home = '';
  let application: OpenApplication | null = null;

  beforeAll(async () => {
    base = await ownFolder();
    stages = new TeamStages(join(base.path, 'stages'));
    await stages.build('revealed');
  }, 120_000);
  afterEach(async () => {
    await application?.close();
    application = null;
  });
  afterAll(async () => {
    await base.remove();
  });

  /** Opens the team's draft on the Panel screen, on the home as it stands. */
  async function openPanel(): Promise<Page> {
    application = await openApplication(home);
    const { page } = application;
    await page.getByRole('button', { name: /^Northmere/ }).click();
    await page.getByRole('button', { name: 'Panel', exact: true }).click();
    await page.getByRole('group', { name: 'Views of the panel' }).waitFor();
    return page;
  }

  function begin(stage: TeamStage): Promise<Page> {
    home = join(base.path, stage);
    stages.homeOf('chair', stage, home);
    return openPanel();
  }

  async function killAndReopen(): Promise<Page> {
    await application?.kill();
    application = null;
    return openPanel();
  }

  /**
   * Waits until what a form holds by now lies on the disk; what it is, nobody can read there. A write may have begun
   * before the last words: for a second nothing more was written, four times as long as words may wait.
   */
  async function waitForForm(slot: string): Promise<void> {
    const now = Date.now();
    const journal = join(home, 'profile', 'journal');
    const kept = (): boolean =>
      readdirSync(journal).some(
        (name) =>
          name.includes(`-form-${slot}`) &&
          Date.now() - Math.max(now, statSync(join(journal, name)).mtimeMs) >= 1000,
      );
    await expect.poll(kept).toBe(true);
  }

  it('as a rationale, without a pause, is there after a kill but for the last quarter of a second', async () => {
    let page = await begin('moderation');
    await page.getByRole('radiogroup', { name: 'My independent grade' }).waitFor();
    await page.keyboard.press('2');
    await page.getByRole('textbox', { name: 'My rationale' }).focus();
    const typedAt: number[] = [];
    for (const word of words) {
      await page.keyboard.type(`${word} `);
      typedAt.push(performance.now());
    }
    // What was typed 250 ms ago, and the write that follows, has to be on the disk by now.
    const lastSafe = typedAt.findLastIndex((time) => performance.now() - time > 400);
    page = await killAndReopen();
    const back = await page.getByRole('textbox', { name: 'My rationale' }).inputValue();
    expect(lastSafe).toBeGreaterThan(many / 3);
    expect(back).toContain(words.slice(0, lastSafe + 1).join(' '));
  });

  it('as a reason that is refused stays in its dialog, and is given when the refusal is over', async () => {
    const page = await begin('moderation');
    await page.getByRole('button', { name: /^(?:About the round|Who has lodged)/u }).click();
    await page.getByRole('button', { name: 'I cannot attend' }).click();
    const dialog = page.getByRole('dialog', { name: 'You cannot attend' });
    const reason = dialog.getByLabel('Reason');
    await reason.fill('In court all that week');
    renameSync(join(home, 'team'), join(home, 'away'));
    await dialog.getByRole('button', { name: 'Say so' }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await dialog.isVisible()).toBe(true);
    expect(await reason.inputValue()).toBe('In court all that week');
    renameSync(join(home, 'away'), join(home, 'team'));
    await expect
      .poll(
        async () => {
          if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Say so' }).click();
          return dialog.isVisible();
        },
        { interval: 1_000 },
      )
      .toBe(false);
    await page.getByText('Noted that you cannot attend').waitFor({ state: 'attached' });
  });

  it('as an outcome and a point back to the team is there after a kill, each area with its own', async () => {
    let page = await begin('revealed');
    await page.getByLabel('Return to the team with points').check();
    await page.locator('#outcome-reason').fill('Two records were not read');
    await page.getByLabel('What is to be done').fill('Read records 4 and 7');
    await waitForForm('outcome-');
    page = await killAndReopen();
    const reason = page.locator('#outcome-reason');
    await expect.poll(() => reason.inputValue()).toBe('Two records were not read');
    expect(await page.getByLabel('What is to be done').inputValue()).toBe('Read records 4 and 7');
    expect(await page.getByLabel('Return to the team with points').isChecked()).toBe(true);
    await page.locator('main').first().focus();
    await page.keyboard.press('j');
    await expect.poll(() => reason.inputValue()).toBe('');
    await reason.fill('Nothing speaks against it');
    await page.locator('main').first().focus();
    await page.keyboard.press('k');
    await expect.poll(() => reason.inputValue()).toBe('Two records were not read');
    await page.locator('main').first().focus();
    await page.keyboard.press('j');
    await expect.poll(() => reason.inputValue()).toBe('Nothing speaks against it');
  });
});
