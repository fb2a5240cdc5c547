import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frameHolds } from './frame-holds.ts';
import { introduce, ownFolder, type OpenApplication } from './open-application.ts';
import { looksSound } from './looks-sound.ts';
import { openApplication } from './plumbline-window.ts';
import { wordsOfRecords } from './words-on-screen.ts';

/** How each screen is reached from the one before it in this list, and what shows that it is there. */
const screens: readonly (readonly [name: string, go: (page: Page) => Promise<unknown>])[] = [
  ['first-start', (page) => page.getByRole('heading', { name: 'Who are you?' }).waitFor()],
  ['open-workspace', (page) => introduce(page, 'Alex Reader')],
  [
    'inspections',
    async (page) => {
      await page.getByRole('button', { name: 'Open the sample inspection' }).click();
      await page.getByText('Northbrook').first().waitFor();
    },
  ],
  [
    'verified',
    async (page) => {
      await page.getByRole('button', { name: 'Verify', exact: true }).click();
      await page.getByRole('heading', { name: 'Nothing is broken' }).waitFor();
    },
  ],
  [
    'evidence',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Northbrook/ }).click();
      await page.getByRole('button', { name: 'Help and protection' }).click();
      await page.getByRole('button', { name: /^Strategy discussions and enquiries/ }).click();
      await page.getByText('In four of nine enquiries tracked').waitFor();
      await page.getByText('What the marks add up to').click();
      await page.getByText(/Good: members differ|Good: partly met/).waitFor();
    },
  ],
  [
    'new-note',
    async (page) => {
      await page.getByRole('button', { name: /New note/ }).click();
      await page.getByRole('dialog', { name: 'New evidence note' }).waitFor();
    },
  ],
  [
    'write',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Write', exact: true }).click();
      await page.locator('.cm-line', { hasText: 'Strategy discussions do not always include' }).waitFor();
    },
  ],
  [
    'citation-popup',
    async (page) => {
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(' [');
      await page.getByRole('listbox', { name: 'Notes that can be cited' }).waitFor();
    },
  ],
  [
    'checks',
    async (page) => {
      await page.locator('.cm-content').focus();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Alt+k');
      await page.getByRole('region', { name: 'Checks of the text' }).waitFor();
    },
  ],
  [
    'improvements',
    async (page) => {
      await page.getByRole('button', { name: /What needs to improve/ }).click();
      await page.getByText('Rests on 5 notes').waitFor();
    },
  ],
  [
    'matrix',
    async (page) => {
      await page.getByRole('button', { name: 'Matrix' }).click();
      await page.getByRole('grid').first().waitFor();
    },
  ],
  [
    'child-experience',
    async (page) => {
      await page.getByRole('button', { name: 'The child’s experience' }).click();
      await page.getByText('What children and families said').first().waitFor();
    },
  ],
  [
    'gaps',
    async (page) => {
      await page.getByRole('button', { name: 'Gaps and contradictions' }).click();
      await page.getByText('point different ways').first().waitFor();
    },
  ],
  [
    'revisions',
    async (page) => {
      await page.getByRole('button', { name: /^Revisions/ }).click();
      await page.getByRole('button', { name: 'Compare from revision 3' }).click();
      await page.getByText('Revision 3 to 7').waitFor();
      await page
        .getByRole('navigation', { name: 'Places that differ' })
        .getByRole('button', { name: 'Help and protection' })
        .click();
      await page.getByText('Moved from').first().waitFor();
    },
  ],
  [
    'revisions-side',
    async (page) => {
      await page.getByRole('button', { name: 'Side by side' }).click();
      await page.getByLabel('Before', { exact: true }).first().waitFor();
    },
  ],
  [
    'panel',
    async (page) => {
      await page.getByRole('button', { name: 'Panel', exact: true }).click();
      await page.getByRole('heading', { name: 'Grades revealed' }).waitFor();
    },
  ],
  [
    'panel-precedents',
    async (page) => {
      await page.getByRole('button', { name: 'Precedents', exact: true }).click();
      await page.getByText('No published outcomes are on this computer').waitFor();
    },
  ],
  [
    'panel-agreement',
    async (page) => {
      await page.getByRole('button', { name: 'Agreement' }).click();
      await page.getByRole('heading', { name: 'Agreement over the rounds of this workspace' }).waitFor();
    },
  ],
  [
    'panel-comparisons',
    async (page) => {
      await page.getByRole('button', { name: 'Comparisons', exact: true }).click();
      await page.getByText('The scale of a round of comparisons stands here').waitFor();
    },
  ],
  [
    'finalise',
    async (page) => {
      await page.getByRole('button', { name: 'Finalise' }).click();
      await page.getByRole('heading', { name: 'Before you sign' }).waitFor();
    },
  ],
  [
    'record',
    async (page) => {
      await page.getByRole('button', { name: 'Record', exact: true }).click();
      await page.getByRole('heading', { name: 'How the judgment came about' }).waitFor();
      await page.getByText('opened a round').first().waitFor();
      await page.getByText('Kept without end.').waitFor();
    },
  ],
  [
    'people',
    async (page) => {
      await page.locator('main').press('g');
      await page.keyboard.press('l');
      await page.getByRole('heading', { name: 'Back up your key' }).waitFor();
    },
  ],
  [
    'phrase',
    async (page) => {
      await page.getByRole('button', { name: 'Check it is really Judith Pryce' }).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'over-time',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Over time' }).click();
      await page.getByText('the only inspection of this provider').waitFor();
    },
  ],
  [
    'search',
    async (page) => {
      await page.keyboard.press('Control+f');
      await page.getByRole('dialog', { name: 'Search evidence and text' }).waitFor();
      await page.keyboard.type('strategy disc');
      await page.locator('#found [role=option]').nth(2).waitFor();
      await page.getByText('best first').waitFor();
    },
  ],
  [
    'palette',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Command' }).waitFor();
    },
  ],
  [
    'keyboard-help',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('main').press('?');
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    },
  ],
  [
    'preferences',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Preferences' }).click();
      await page.getByRole('dialog', { name: 'Preferences' }).waitFor();
    },
  ],
  [
    'sealed',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Finalise' }).click();
      await page.getByRole('button', { name: /Sign and seal/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Sign and seal' }).click();
      await page.getByRole('heading', { name: 'Sealed' }).waitFor();
    },
  ],
  ...(
    [
      ['waiting-sample', 'q', 'Waiting for me'],
      ['conflicts-sample', 'x', 'Conflicts'],
      ['happened-sample', 'h', 'What happened'],
    ] as const
  ).map(
    ([name, letter, heading]) =>
      [
        name,
        async (page: Page): Promise<void> => {
          await page.locator('main').press('g');
          await page.keyboard.press(letter);
          await page.getByRole('heading', { name: heading, exact: true, level: 1 }).waitFor();
        },
      ] as const,
  ),
];

describe('every screen', () => {
  let application: OpenApplication;
  let page: Page;
  let home: Awaited<ReturnType<typeof ownFolder>>;

  beforeAll(async () => {
    home = await ownFolder();
    application = await openApplication(home.path, { size: { width: 1440, height: 900 }, theme: 'light' });
    ({ page } = application);
  });
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  it.each(screens)('%s is reached, and axe finds nothing on it', async (name, go) => {
    await go(page);
    await looksSound(page, name, {
      // What is offered for a citation closes where the focus goes to another part.
      also: ({ width }) =>
        name === 'citation-popup' ? Promise.resolve() : frameHolds(page, `${name} at ${width}`),
    });
    expect(await wordsOfRecords(page), name).toEqual([]);
  });
});
