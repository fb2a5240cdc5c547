import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import type { OpenApplication } from './open-application.ts';
import { tabTo } from './tab-to.ts';

const report = join(import.meta.dirname, 'a-short-report.txt');

/** Makes the workspace Team East in the folder `team` of a home, by keyboard alone. */
export async function makeTeamWorkspace(application: OpenApplication, home: string): Promise<void> {
  const { page } = application;
  await tabTo(page, /^ ?Make a new workspace$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Make a new workspace' }).waitFor();
  await page.keyboard.type('Team East');
  await application.chooseFolder({
    ask: () => page.keyboard.press('Enter'),
    path: join(home, 'team'),
    walk: async () => {
      await page.getByRole('dialog', { name: 'Choose a folder for the new workspace' }).waitFor();
      await tabTo(page, /^ ?team$/);
      // The window waits for a person and works at nothing meanwhile.
      await page.getByText('Working …').waitFor({ state: 'hidden' });
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Use the folder team' }).waitFor();
      await tabTo(page, /Use the folder team/);
      await page.keyboard.press('Enter');
    },
  });
  await page.getByRole('heading', { name: 'No inspections yet' }).waitFor();
}

/** Imports the short report and opens its draft. */
export async function importShortReport(application: OpenApplication): Promise<void> {
  const { page } = application;
  await application.chooseFiles({ ask: () => page.keyboard.press('r'), paths: [report] });
  await page.getByRole('dialog', { name: 'Imported 1 of 1 file' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await openNorthmere(application);
}

/** Opens the draft in Team East, which is open or, after a restart, opens by itself. */
export async function openNorthmere({ page }: OpenApplication): Promise<void> {
  await page.getByRole('button', { name: /^Northmere/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
}

/** Opens the workspace in the folder `team` of `base`, itself above a home, by keyboard; `known` where the picker can tell that it is one. */
export async function openTeamFolder(page: Page, base: string, known = true): Promise<void> {
  await page.getByRole('heading', { name: 'Open a workspace' }).waitFor();
  await tabTo(page, /^ ?Open a folder$/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Choose the folder of the workspace' });
  // A folder's folders are listed once they are read: Tab finds none before.
  for (const name of [new RegExp(`^ ?${basename(base)}$`), known ? /team \(workspace\)/ : /^ ?team$/]) {
    await dialog.getByRole('button', { name }).first().waitFor();
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  }
  if (known) return;
  await page.getByRole('button', { name: 'Use the folder team' }).waitFor();
  await tabTo(page, /Use the folder team/);
  await page.keyboard.press('Enter');
}
