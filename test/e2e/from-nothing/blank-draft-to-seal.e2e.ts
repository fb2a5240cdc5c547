import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Page } from 'playwright-core';
import { ownFolder, type OpenApplication } from '../open-application.ts';
import {
  compareThePhrase,
  goToTab,
  joinTeamEast,
  makeTeamEast,
  openEmptyHome,
  sayWhoYouAre,
} from './at-a-window.ts';
import { giveReasons, noteUnder } from './writing-at-a-window.ts';

const areas = ['Impact of leaders', 'Help and protection', 'Children in care', 'Care leavers'] as const;

/** What a small draft lacks, and why it may be sealed all the same. */
const reasons = [
  ['Every area and section has words', 'A letter without a summary.'],
  ['The required kinds of evidence are there', 'The case tracking is kept apart.'],
  ['A panel has moderated the grades', 'A pilot without a panel.'],
  ['The provider has checked the facts', 'The provider checked a printed copy.'],
] as const;

/** What speaks of who approves is asked for once somebody has. */
const reasonsAfterwards = [
  ['Interests are declared', 'Both declared on paper that they have none.'],
  ['Who approves is verified', 'They sit in one room.'],
] as const;

/** Writes an area's narrative and chooses its grade. */
async function writeAbout(page: Page, area: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: area }).click();
  await page.getByRole('radio', { name: 'Good' }).click();
  await page.locator('.cm-content').click();
  await page.keyboard.type('Audits are read, and what they show is acted on.');
  await page.getByText(/Typed text is safe on this computer/u).waitFor();
}

describe('from two empty homes to a sealed judgment, by mouse', () => {
  let base: Awaited<ReturnType<typeof ownFolder>>;
  let ada: OpenApplication;
  let ben: OpenApplication;

  beforeAll(async () => {
    base = await ownFolder();
    [ada, ben] = await Promise.all([openEmptyHome(base.path, 'ada'), openEmptyHome(base.path, 'ben')]);
  });
  afterAll(async () => {
    await ada.close();
    await ben.close();
    await base.remove();
  });

  it('two people find each other in the folder that they share', async () => {
    await sayWhoYouAre(ada.page, 'Ada Marsh', 'Senior inspector');
    await makeTeamEast(ada.page, base.path);
    await sayWhoYouAre(ben.page, 'Ben Holt', 'Quality assurance manager');
    await joinTeamEast(ben.page, base.path);
  });

  it('one of them begins a draft', async () => {
    const { page } = ada;
    await page.getByRole('button', { name: 'New draft' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'New draft' });
    await dialog.getByLabel('Authority or setting').click();
    await page.keyboard.type('Northmere');
    await dialog.getByLabel('Framework').selectOption('ILACS 2026');
    await dialog.getByLabel('First day').fill('2026-11-16');
    await dialog.getByLabel('Last day').fill('2026-11-27');
    await dialog.getByRole('button', { name: 'Begin the draft' }).click();
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
  });

  it('notes, writes, grades and saves', async () => {
    const { page } = ada;
    for (const area of areas) await noteUnder(page, area);
    await goToTab(page, 'Write');
    for (const area of areas) await writeAbout(page, area);
    await page.getByRole('button', { name: /^Save a revision/u }).click();
    const dialog = page.getByRole('dialog', { name: 'Save a revision' });
    await dialog.getByLabel('Why did it change?').click();
    await page.keyboard.type('The team’s draft');
    await dialog.getByRole('button', { name: 'Save the revision' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Revisions 1$/u }).waitFor();
  });

  it('they compare the phrase, and one is asked to assure quality', async () => {
    await ben.page.getByRole('button', { name: /^Northmere/u }).click();
    await ben.page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
    for (const { page } of [ada, ben]) {
      await goToTab(page, 'People');
      await page.getByRole('heading', { name: 'People', exact: true }).waitFor();
    }
    await compareThePhrase(ada.page, ben.page, ['Ada Marsh', 'Ben Holt']);
    await ada.page.getByLabel('Give Ben Holt a role').selectOption('Quality assurance');
    for (const { page } of [ada, ben])
      await page.locator('.chip', { hasText: 'Quality assurance' }).waitFor();
  });

  it('the gates that ask for a reason are given one each', async () => {
    const { page } = ada;
    await goToTab(page, 'Finalise');
    await page.getByText('6 gates are still open').waitFor();
    await giveReasons(page, reasons);
    await page.getByText('2 gates are still open').waitFor();
  });

  it('the other approves it at their own window', async () => {
    const { page } = ben;
    await goToTab(page, 'Finalise');
    await page.getByRole('button', { name: /^Approved by someone who did not write it/u }).click();
    await page.getByRole('button', { name: 'Approve the judgment as it stands' }).click();
    const dialog = page.getByRole('dialog', { name: 'Approve the judgment' });
    await dialog.getByRole('button', { name: 'Approve it' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('it is sealed, and both see it sealed and whole', async () => {
    const { page } = ada;
    // Rows that arrive move what stands under them: a person presses once they stand.
    await page
      .getByRole('button', { name: /^Interests are declared/u })
      .filter({ hasText: '2 people of 2' })
      .waitFor();
    await giveReasons(page, reasonsAfterwards);
    await page.getByText(/gates? (?:is|are) still open/u).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Sign and seal/u }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign and seal the judgment' });
    await dialog.getByRole('button', { name: 'Sign and seal' }).click();
    for (const window of [ada, ben])
      await window.page.getByRole('heading', { name: 'Sealed', exact: false }).first().waitFor();
    for (const window of [ada, ben]) {
      await window.page.getByText('Inspections', { exact: true }).first().click();
      await window.page.getByRole('button', { name: /^Verify/u }).click();
      await window.page.getByRole('heading', { name: 'Nothing is broken' }).waitFor();
    }
  });
});
