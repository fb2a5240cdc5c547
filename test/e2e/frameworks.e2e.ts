import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looksSound } from './looks-sound.ts';
import { ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { tabTo } from './tab-to.ts';

/** Each state of the screen, reached by keyboard from the one before it, and what shows that it is there. */
const states: readonly (readonly [name: string, go: (page: Page) => Promise<unknown>])[] = [
  [
    'frameworks',
    async (page) => {
      await page.locator('main').first().focus();
      await page.keyboard.press('g');
      await page.keyboard.press('k');
      await page.getByRole('heading', { name: 'Area SEND' }).waitFor();
      for (let down = 0; down < 3; down += 1) await page.keyboard.press('j');
      await page.getByRole('heading', { name: 'CQC key questions' }).waitFor();
      await page.getByText('(a default to review)').first().waitFor();
    },
  ],
  [
    'frameworks-compared',
    async (page) => {
      for (let down = 0; down < 5; down += 1) await page.keyboard.press('j');
      await page.getByRole('heading', { name: 'ILACS 2023' }).waitFor();
      await page.keyboard.press('c');
      await tabTo(page, /Compare with/);
      await page.keyboard.type('ILACS 2018');
      await page.getByText(/From ILACS 2018 to ILACS 2023: \d+ differences/).waitFor();
    },
  ],
  [
    'framework-written',
    async (page) => {
      await page.locator('main').first().focus();
      await page.keyboard.press('e');
      await page.getByText('The framework holds together.').waitFor();
      await tabTo(page, /^Title/);
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await page.getByText('1 problem before it can be published').waitFor();
      await page.keyboard.type('ILACS 2023 of our own');
      await page.getByText('The framework holds together.').waitFor();
    },
  ],
  [
    'framework-rules',
    async (page) => {
      await tabTo(page, /^Rules$/);
      await page.keyboard.press('Enter');
      await page.getByText('If any of Help and protection').first().waitFor();
    },
  ],
  [
    'framework-areas',
    async (page) => {
      await tabTo(page, /^Areas$/);
      await page.keyboard.press('Enter');
      await tabTo(page, /Leaders know their service/);
      await page.keyboard.press('Enter');
      await page.getByLabel('Paste the words of several grades').first().focus();
      await page.keyboard.type('Good words that are not taken over yet');
    },
  ],
  ...(['Scales', 'Sections', 'Signing'] as const).map(
    (tab) =>
      [
        `framework-${tab.toLowerCase()}`,
        async (page: Page) => {
          await tabTo(page, new RegExp(`^${tab}$`, 'u'));
          await page.keyboard.press('Enter');
          await page.locator('.edit fieldset, .edit input').first().waitFor();
        },
      ] as const,
  ),
  [
    'framework-throw-away-asks',
    async (page) => {
      // What is added has the focus, and what is taken out comes back.
      await tabTo(page, /^Rules$/);
      await page.keyboard.press('Enter');
      const conditions = page.locator('[data-added="condition-0"]');
      const before = await conditions.count();
      await page.getByRole('button', { name: 'Add a condition' }).first().click();
      await page.locator('[data-added="condition-0"]:focus').waitFor();
      const takeOut = page.getByRole('button', { name: 'Take the last condition out' }).first();
      await takeOut.click();
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await expect.poll(() => conditions.count()).toBe(before + 1);
      await takeOut.click();
      await expect.poll(() => conditions.count()).toBe(before);
      await page.getByRole('button', { name: 'Close this message' }).click();
      await tabTo(page, /^Throw away$/);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Throw away what you wrote' }).waitFor();
    },
  ],
  [
    'framework-back-after-reload',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.reload();
      await page
        .getByText(/ILACS 2023 of our own, .*revised, which you were/)
        .first()
        .waitFor();
      await page.locator('main').first().focus();
      await page.keyboard.press('e');
      await page.getByText('The framework holds together.').waitFor();
      await tabTo(page, /^Areas$/);
      await page.keyboard.press('Enter');
      const pasted = page.getByLabel('Paste the words of several grades').first();
      await expect.poll(() => pasted.inputValue()).toBe('Good words that are not taken over yet');
    },
  ],
  [
    'framework-published',
    async (page) => {
      await tabTo(page, /^Publish$/);
      await page.keyboard.press('Enter');
      await page.getByText('was published in this workspace under your signature').first().waitFor();
      await page.getByText('Published here by Alex Reader, under their signature.').waitFor();
    },
  ],
  [
    'finalise-clocks',
    async (page) => {
      await page.keyboard.press('g');
      await page.keyboard.press('i');
      await page.getByRole('button', { name: /^Northbrook/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Write', exact: true }).waitFor();
      await page.locator('main').first().focus();
      await page.keyboard.press('g');
      await page.keyboard.press('f');
      await page.getByRole('heading', { name: 'Working days' }).waitFor();
      await page.getByText('Draft report', { exact: false }).first().waitFor();
    },
  ],
];

describe('frameworks and clocks by keyboard', () => {
  let application: OpenApplication;
  let page: Page;
  let home: Awaited<ReturnType<typeof ownFolder>>;

  beforeAll(async () => {
    home = await ownFolder();
    application = await openApplication(home.path, { size: { width: 1440, height: 900 }, theme: 'light' });
    ({ page } = application);
    // The way in is pressed before anybody said who they are, which is asked then, and it is gone.
    await page.getByRole('button', { name: 'Open the sample inspection' }).click();
    await page.getByText('Fill in “Name” first.').waitFor();
    await page.keyboard.type('Alex Reader');
    await page.keyboard.press('Enter');
    await page.getByText('Northbrook').first().waitFor();
  });
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  it.each(states)('%s is reached, and axe finds nothing on it', async (name, go) => {
    await go(page);
    await looksSound(page, name);
  });

  it('the mapping is shown before a draft moves, by keyboard', async () => {
    await tabTo(page, /Move to another version/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Move the draft to another framework' }).waitFor();
    await tabTo(page, /^Framework/);
    await page.keyboard.type('ILACS 2023 of our own');
    await page.getByText('have a counterpart').first().waitFor();
  });

  it('areas and rules that are added after others were taken out stay apart, also where two are given one id', async () => {
    await page.keyboard.press('Escape');
    await page.locator('main').first().focus();
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.getByRole('heading', { name: 'Frameworks', exact: false }).first().waitFor();
    await page.locator('main').first().focus();
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'Areas', exact: true }).click();
    const areas = page.getByRole('combobox', { name: /^Area/ }).first();
    const count = (await areas.locator('option').count()) + 1;
    await page.getByRole('button', { name: 'Add an area' }).click();
    await areas.selectOption({ index: 0 });
    await page.getByRole('button', { name: 'Take this one out' }).click();
    await page.getByRole('button', { name: 'Add an area' }).click();
    await expect.poll(() => areas.locator('option').count()).toBe(count);
    await page.getByRole('button', { name: 'Scales', exact: true }).click();
    const ids = page.getByLabel('Id', { exact: true });
    await ids.nth(1).fill(await ids.nth(2).inputValue());
    await page.getByRole('button', { name: 'Areas', exact: true }).click();
    await areas.selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Rules', exact: true }).click();
    await page.getByRole('button', { name: 'Add a rule' }).waitFor();
  });
});
