import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openInBrowser } from '../browser-window.ts';
import type { OpenApplication } from '../open-application.ts';

const look = { size: { width: 1440, height: 900 }, theme: 'light' } as const;

/** Opens a window on a home in which there is nothing yet. */
export async function openEmptyHome(base: string, home: string): Promise<OpenApplication> {
  await mkdir(join(base, home));
  return openInBrowser(join(base, home), look);
}

/** Somebody says who they are, by mouse. */
export async function sayWhoYouAre(page: Page, name: string, post: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).click();
  await page.keyboard.type(name);
  await page.getByLabel('Post').click();
  await page.keyboard.type(post);
  await page.getByRole('button', { name: 'Introduce myself' }).click();
  await page.getByRole('heading', { name: 'Open a workspace' }).waitFor();
}

async function goToTeamFolder(dialog: Locator, base: string): Promise<void> {
  await dialog.getByRole('button', { name: basename(base), exact: true }).click();
  await dialog.getByText(basename(base), { exact: true }).and(dialog.locator('b')).waitFor();
}

/** Makes the workspace Team East in a folder beside the homes, which the window makes too, by mouse. */
export async function makeTeamEast(page: Page, base: string): Promise<void> {
  await page.getByRole('button', { name: 'Make a new workspace' }).click();
  await page.keyboard.type('Team East');
  await page.getByRole('button', { name: 'Choose the folder' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose a folder for the new workspace' });
  await goToTeamFolder(dialog, base);
  await dialog.getByRole('button', { name: 'New folder' }).click();
  await page.keyboard.type('team');
  await dialog.getByRole('button', { name: 'Make the folder' }).click();
  await dialog.getByRole('button', { name: 'Use the folder team' }).click();
  await page.getByRole('heading', { name: 'No inspections yet' }).waitFor();
}

/** Opens the folder that a colleague has made a workspace of, by mouse. */
export async function joinTeamEast(page: Page, base: string): Promise<void> {
  await page.getByRole('button', { name: 'Open a folder' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose the folder of the workspace' });
  await goToTeamFolder(dialog, base);
  await dialog.getByRole('button', { name: /team \(workspace\)/u }).click();
  await page.getByRole('heading', { name: 'Inspections', exact: true }).waitFor();
}

/** Goes to a screen of the draft by its tab. */
export async function goToTab(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens of this draft' })
    .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
    .click();
}

/** Two people read the digits to each other and find them the same, each at their own window, on its People screen. */
export async function compareThePhrase(
  mine: Page,
  theirs: Page,
  names: readonly [string, string],
): Promise<void> {
  const read: string[] = [];
  for (const [page, other] of [
    [mine, names[1]],
    [theirs, names[0]],
  ] as const) {
    await page.getByRole('button', { name: `Check it is really ${other}` }).click();
    const dialog = page.getByRole('dialog', { name: `Check it is really ${other}` });
    read.push((await dialog.getByText(/^(?:\d{5} ?){6}$/u).innerText()).trim());
    await dialog.getByRole('button', { name: 'They are the same' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
  if (read[0] !== read[1]) throw new Error(`the digits differ: ${read.join(' and ')}`);
}
