import type { Page } from 'playwright-core';

/** Gives each of these gates its reason on the Finalise screen. */
export async function giveReasons(page: Page, given: readonly (readonly [string, string])[]): Promise<void> {
  for (const [gate, reason] of given) {
    await page.getByRole('button', { name: new RegExp(`^${gate}`, 'u') }).click();
    await page.getByRole('button', { name: /^Write the reason/u }).click();
    const dialog = page.getByRole('dialog', { name: gate });
    await dialog.getByLabel('Reason').click();
    await page.keyboard.type(reason);
    await dialog.getByRole('button', { name: 'Record the reason' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}

/** Writes a note about an area and links it to the area's first criterion. */
export async function noteUnder(page: Page, area: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Judgment areas' }).getByRole('button', { name: area }).click();
  await page.getByRole('button', { name: /^New note/u }).click();
  const dialog = page.getByRole('dialog', { name: 'New evidence note' });
  await dialog.getByLabel('Note', { exact: true }).click();
  await page.keyboard.type(`Two of three audits of ${area.toLowerCase()} are read, and acted on.`);
  for (const key of ['Alt+t', 'Alt+1', 'Alt+k']) await page.keyboard.press(key);
  await dialog.getByLabel('Who or what').click();
  await page.keyboard.type('Team manager, assessment team 2');
  await dialog.getByRole('button', { name: 'Save the note' }).click();
  await dialog.waitFor({ state: 'hidden' });
}
