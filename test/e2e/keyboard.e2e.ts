import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSample, ownFolder, type OpenApplication } from './open-application.ts';
import { looksSound } from './looks-sound.ts';
import { openApplication } from './plumbline-window.ts';
import { keyGuide, screenLetters } from './screen-letters.ts';

/** What docs/keyboard.md says in the first paragraph under a heading, as "cap: label". */
function documented(heading: string): readonly string[] {
  const [, after = ''] = keyGuide.split(new RegExp(`\\n## ${heading}\\n\\n`, 'i'));
  const [text = ''] = after.split('\n\n');
  return [...text.matchAll(/`([^`]+)` ([^·]+)(?:·|$)/g)].map(
    ([, cap = '', label = '']) => `${cap}: ${label.replaceAll(/\s+/g, ' ').trim()}`,
  );
}

/** What the window lists under a heading of its own keys, as "cap: label". */
function listed(page: Page, heading: string): Promise<readonly string[]> {
  return page
    .getByRole('dialog', { name: 'Keyboard shortcuts' })
    .locator('section', { has: page.getByRole('heading', { name: heading }) })
    .evaluate((section) =>
      [...section.querySelectorAll('dt')].map((cap) => {
        const does = cap.nextElementSibling;
        return `${cap.innerText}: ${(does?.querySelector('span') ?? does)?.textContent ?? ''}`;
      }),
    );
}

const screens = Object.entries(screenLetters);

describe('the keys of every screen', () => {
  let application: OpenApplication;
  let page: Page;
  let home: Awaited<ReturnType<typeof ownFolder>>;

  beforeAll(async () => {
    home = await ownFolder();
    application = await openApplication(home.path);
    ({ page } = application);
    await openSample(page, 'Alex Reader');
  });
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  /** Opens the list of keys, waits until it says what is documented, and closes it. */
  async function expectKeys(heading: string, keys: readonly string[]): Promise<void> {
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    try {
      await expect.poll(() => listed(page, heading), { timeout: 5_000 }).toEqual(keys);
    } finally {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
  }

  it('are in docs/keyboard.md: those that work everywhere', () =>
    expectKeys('Everywhere', documented('Everywhere')));

  it.each(screens.toReversed())('are in docs/keyboard.md: %s, reached by G and %s', async (name, letter) => {
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
    await page.waitForURL((url) => url.hash.startsWith(`#/${name}`));
    const keys = documented(`${name.replaceAll('-', ' ')}, G ${letter.toUpperCase()}`);
    // The sample has no conflict and no open gate, and keys that could do nothing are not offered.
    const idle =
      {
        finalise: ['Enter: go to what blocks it'],
        conflicts: keys,
      }[name] ?? [];
    await expectKeys(
      'This screen',
      keys.filter((key) => !idle.includes(key)),
    );
    expect(keys.length).toBeGreaterThan(0);
  });

  it('are all in the palette, also two of one name, and each of the two does its work', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.getByRole('button', { name: /^Northbrook/ }).click();
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: 'Grades revealed' }).waitFor();
    const palette = page.getByRole('dialog', { name: 'Search or run a command' });
    const twins = palette.getByRole('option', { name: /^Leave projection/ });
    for (const twin of [0, 1]) {
      await page.keyboard.press('p');
      await page.getByRole('contentinfo').getByText('leave projection').waitFor();
      await page.keyboard.press('Control+k');
      await palette.waitFor();
      expect(await twins.count()).toBe(2);
      await twins.nth(twin).click();
      await page.getByRole('contentinfo').getByText('leave projection').waitFor({ state: 'detached' });
      await palette.waitFor({ state: 'hidden' });
    }
    await page.keyboard.press('Control+k');
    await palette.getByRole('combobox').fill('next area');
    await palette.getByRole('option', { name: 'Next area J' }).waitFor();
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'hidden' });
    // A note of another area, under no first criterion, is opened at its words also from the screen that shows it.
    for (const [looked, opened] of [
      ['#CT-003', 'CT-003, Case tracking'],
      ['prison every', 'CT-006, Case tracking'],
    ] as const) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(looked);
      const count = palette.getByRole('tab', { name: /^# Notes and text [1-9]/ });
      await count.waitFor();
      await palette.getByRole('complementary', { name: 'Preview' }).getByText('Written by').waitFor();
      if (looked === '#CT-003') await looksSound(page, 'palette-finds');
      await page.keyboard.press('Enter');
      await page.getByRole('article', { name: opened }).and(page.locator(':focus')).waitFor();
      const marked = await page.evaluate(() =>
        [...CSS.highlights.values()].flatMap((each) => [...each].map((range) => (range as Range).toString())),
      );
      expect(marked.join()).toMatch(/CT-003|CT,003|prison every/);
    }
    // Tab looks in the next group for the same words.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('young');
    await page.keyboard.press('Tab');
    await palette.getByRole('tab', { name: /^\/ Inspections/, selected: true }).waitFor();
    expect(await palette.getByRole('combobox').inputValue()).toBe('/ young');
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'hidden' });
  });
});
