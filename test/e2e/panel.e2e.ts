import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './axe-findings.ts';
import { ownFolder, type OpenApplication, type WindowLook } from './open-application.ts';
import { beginTeam, homeOf, members, openPanel, syncAll, type Member } from './panel-team.ts';
import { openApplication } from './plumbline-window.ts';
import { tabTo } from './tab-to.ts';

const pictures = join(import.meta.dirname, '..', '..', 'test-results', 'screens');
const given: Readonly<Record<Member, readonly string[]>> = {
  'Judith Pryce': ['3', '3', '2', '2'],
  'Imran Sadiq': ['2', '3', '2', '1'],
  'Dele Farrow': ['3', '2', '2', '2'],
  'Gareth Oakes': ['4', '3', '2', '2'],
};

describe('a round of independent grades, by keyboard alone, four people in four folders', () => {
  let home: Awaited<ReturnType<typeof ownFolder>>;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    home = await ownFolder();
    await beginTeam(home.path);
  }, 120_000);
  afterAll(async () => {
    await home.remove();
  });

  /** Opens a member's window on their own folder, does something in it, closes it, and syncs the folders. */
  async function as(
    member: Member,
    work: (page: Page, application: OpenApplication) => Promise<void>,
    look?: WindowLook,
  ): Promise<void> {
    const application = await openApplication(homeOf(home.path, member), look);
    try {
      await work(await openPanel(application), application);
      expect(application.faults).toEqual([]);
    } catch (error) {
      await application.page.screenshot({ path: join(pictures, 'panel-failed.png') });
      throw error;
    } finally {
      await application.close();
    }
    await syncAll(home.path);
  }

  async function picture(page: Page, name: string): Promise<void> {
    for (const size of [
      { width: 1440, height: 900 },
      { width: 1100, height: 700 },
    ]) {
      await page.setViewportSize(size);
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await page.screenshot({ path: join(pictures, `${name}-${theme}-${size.width}.png`) });
        expect.soft(await findings(page), `${name} ${theme} ${size.width}`).toEqual([]);
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1440, height: 900 });
  }

  it('begins with declarations of interests', async () => {
    for (const member of members.toReversed()) {
      await as(member, async (page) => {
        await tabTo(page, /I have none to declare/);
        await page.keyboard.press('Enter');
        await page.getByText(/You declared none/).waitFor();
      });
    }
  }, 120_000);

  it('is opened by the chair', async () => {
    await as('Judith Pryce', async (page) => {
      await picture(page, 'panel-open');
      await tabTo(page, /Open the round/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Who has lodged' }).waitFor();
    });
  }, 60_000);

  it('each member lodges area by area', async () => {
    for (const member of members.toReversed()) {
      await as(member, async (page) => {
        await page.getByRole('radiogroup', { name: 'My independent grade' }).waitFor();
        for (const [at, key] of given[member].entries()) {
          await page.keyboard.press(key);
          await tabTo(page, /Not my area/);
          await page.getByRole('textbox', { name: 'My rationale' }).focus();
          await page.keyboard.type(
            `Quillfeather ${member}: plans are late in area ${at + 1}, and nobody asks why.`,
          );
          await tabTo(page, /Cite evidence/);
          await page.keyboard.press('Enter');
          await page.getByRole('dialog', { name: /Cite evidence/ }).waitFor();
          await page.keyboard.press('Tab');
          await page.keyboard.press('Space');
          await tabTo(page, /^Done$/);
          await page.keyboard.press('Enter');
          await page.getByText('Kept on this computer only').waitFor();
          if (member === 'Judith Pryce' && at === 2) await picture(page, 'panel-lodging');
          if (at < 3) await page.keyboard.press('j');
        }
        await page.keyboard.press('Control+Enter');
        await page.getByText(/Lodged as version 1/).waitFor();
      });
    }
  }, 240_000);

  it('is revealed to all at once, and discussed', async () => {
    await as('Judith Pryce', async (page) => {
      await tabTo(page, /Reveal all grades/);
      await page.keyboard.press('Enter');
      await page.getByText('4 of 4 have lodged').waitFor();
      await tabTo(page, /^Reveal them$/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Grades revealed' }).waitFor();
      await page.locator('.agenda svg').first().waitFor();
      await picture(page, 'panel-revealed');
    });
  }, 60_000);
});
