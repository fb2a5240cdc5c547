import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TeamStages } from './crawl/team-stages.ts';
import { introduce, ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';

/** Somebody who has no role looks on at a round that is open: the Panel screen then has no keys but that of its views. */
describe('the keys of a screen', () => {
  let base: Awaited<ReturnType<typeof ownFolder>>;
  let application: OpenApplication;
  let page: Page;

  beforeAll(async () => {
    base = await ownFolder();
    const stages = new TeamStages(join(base.path, 'stages'));
    await stages.build('moderation');
    const home = join(base.path, 'nobody');
    stages.homeOf('nobody', 'moderation', home);
    application = await openApplication(home);
    ({ page } = application);
    await page.getByRole('button', { name: /^Northmere/ }).click();
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
  }, 120_000);
  afterAll(async () => {
    await application.close();
    await base.remove();
  });

  async function go(letter: string): Promise<void> {
    await page.locator('main').first().press('g');
    await page.keyboard.press(letter);
  }
  const hints = (): Promise<readonly string[]> => page.locator('.status .hints > span').allInnerTexts();

  it.each([
    ['Evidence', 'e', 'Evidence against descriptors', 'next note'],
    ['Revisions', 'r', 'Revisions', 'tick as reviewed'],
  ])('are gone with it: those of %s on the Panel screen', async (_screen, letter, heading, key) => {
    await go(letter);
    await page.getByRole('heading', { name: heading }).first().waitFor();
    await expect.poll(async () => (await hints()).join()).toContain(key);
    await go('p');
    await page.getByText('You are not grading in this round').waitFor();
    await expect.poll(hints).toEqual(['V\nnext view']);
    await page.keyboard.press('v');
    await page.getByRole('button', { name: 'Precedents', pressed: true }).waitFor();
    await page.getByRole('button', { name: 'This round' }).click();
    await expect.poll(hints).toEqual(['V\nnext view']);
  });

  it('say so where there is nothing to go to or to act on', async () => {
    await go('e');
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).first().waitFor();
    await expect.poll(async () => (await hints()).join()).toContain('next criterion');
    await page.keyboard.press('ArrowUp');
    await page.getByText('This is the first criterion').waitFor();
    await page.keyboard.press('f');
    await page
      .getByText(/^(?:Go to a note first|Your role in this draft does not let you attach)/)
      .first()
      .waitFor();
  });

  it('keep one stop for all cells of a matrix, the one that had the focus last', async () => {
    await go('m');
    const grid = page.getByRole('grid').first();
    await grid.waitFor();
    const name = (): Promise<string | null | undefined> =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    const cells = grid.getByRole('gridcell').getByRole('button');
    const [first, second] = await Promise.all([0, 1].map((at) => cells.nth(at).getAttribute('aria-label')));
    await cells.first().focus();
    expect(await name()).toBe(first);
    await page.keyboard.press('ArrowRight');
    expect(await name()).toBe(second);
    await page.keyboard.press('Tab');
    expect(await name()).not.toBe(second);
    await page.keyboard.press('Shift+Tab');
    expect(await name()).toBe(second);
    expect(await grid.locator('td button[tabindex="0"]').count()).toBe(1);
  });
});

/** Where a person looks on: what has the focus, and what a list marks as the one that is meant. */
const place = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [document.activeElement, ...document.querySelectorAll('main .current, main [aria-current]')]
      .map((element) => element?.outerHTML.slice(0, 300))
      .join('\n'),
  );

describe('keys in the sample, pressed as soon as they are offered', () => {
  let base: Awaited<ReturnType<typeof ownFolder>>;
  let application: OpenApplication;
  let page: Page;

  beforeAll(async () => {
    base = await ownFolder();
    application = await openApplication(base.path);
    ({ page } = application);
    await introduce(page, 'Alex Reader');
    await page.getByRole('button', { name: 'Open the sample inspection' }).click();
    await page.getByText('Northbrook').first().waitFor();
  }, 120_000);
  afterAll(async () => {
    await application.close();
    await base.remove();
  });

  const tab = (name: string) =>
    page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .last();

  it.each([
    ['Waiting for me'],
    ['What happened'],
    ['People'],
    ['Frameworks'],
    ['Evidence'],
    ['Panel'],
    ['Finalise'],
    ['Record'],
  ])('J goes on to the next of %s, also from the tab that was pressed', async (screen) => {
    if (screen === 'Evidence') {
      await tab('Inspections').click();
      await page.getByRole('button', { name: /^Northbrook/ }).click();
    }
    await tab(screen).click();
    await page.locator('.status .hints', { hasText: 'next' }).waitFor();
    const before = await place(page);
    await page.keyboard.press('j');
    await expect.poll(() => place(page)).not.toBe(before);
  });

  it.each([
    ['Inspections', 'Evidence'],
    ['Waiting for me', 'Write'],
  ])('Enter goes on from %s, also from the tab that was pressed', async (screen, there) => {
    await page.locator('main').first().press('g');
    await page.keyboard.press('i');
    await tab(screen).click();
    await page.locator('.status .hints', { hasText: 'Enter' }).waitFor();
    await page.keyboard.press('Enter');
    await tab(there).waitFor();
  });

  it('E loses nothing that is typed after it while the text is still read', async () => {
    const goOn = application.holdHost?.();
    await tab('Write').click();
    await page.locator('.status .hints', { hasText: 'write' }).waitFor();
    await page.keyboard.type('eChildren are senn');
    for (const key of ['Backspace', 'Backspace', 'e', 'n', '.']) await page.keyboard.press(key);
    goOn?.();
    await page.locator('.cm-line', { hasText: /^Children are seen\./ }).waitFor();
    await page.getByText('Typed text is safe on this computer').waitFor();
  });

  it('Alt and an arrow go on as often as they are pressed, however fast', async () => {
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('heading', { name: /progress of children in care/ }).waitFor();
    await page.getByRole('region', { name: /progress of children in care/ }).waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByRole('heading', { name: /^The impact of leaders/ }).waitFor();
  });

  it('Alt and an arrow leave the grade that has the focus, and never change it', async () => {
    const good = page.getByRole('radio', { name: 'Good' });
    await good.click();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('heading', { name: /who need help and protection/ }).waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByRole('heading', { name: /^The impact of leaders/ }).waitFor();
    expect(await good.getAttribute('aria-checked')).toBe('true');
  });
});
