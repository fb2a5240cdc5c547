import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { timeJourney } from '../timed-journey.ts';
import { guardWindow } from '../window-guard.ts';
import { ownFolder, type OpenApplication } from '../open-application.ts';
import { goToTab, makeTeamEast, openEmptyHome, sayWhoYouAre } from './at-a-window.ts';

/** A report as its publisher sets it: a table of grades, numbered paragraphs, a page to print. */
const page1 = `<style>body{font:12pt serif}td{border:1px solid;padding:4px 8px;width:18em}h2{font-size:14pt}</style>
<h1>Inspection of Southmere local authority children’s services</h1>
<p>Inspection dates: 12 October 2026 to 16 October 2026</p>
<p>Lead inspector: Rowan Ashdown, His Majesty’s Inspector</p>
<table><tr><td>Judgement</td><td>Grade</td></tr>
<tr><td>The impact of leaders on social work practice with children and families</td><td>Good</td></tr>
<tr><td>The experiences and progress of children who need help and protection</td><td>Requires improvement to be good</td></tr>
<tr><td>The experiences and progress of children in care</td><td>Good</td></tr>
<tr><td>The experiences and progress of care leavers</td><td>Outstanding</td></tr></table>
<p>Children in Southmere mostly get the help that they need.</p>
<h2>What needs to improve?</h2>
<p>• How soon families are visited after they first ask for help.</p><p>• The quality of written plans.</p>
<h2>The experiences and progress of children who need help and protection: requires improvement to be good</h2>
<p>1. Families who ask for help are heard, but some wait for weeks before anybody visits them.</p>
<p>2. Plans name the risks well.</p>
<h2>The experiences and progress of children in care: good</h2>
<p>3. Children in care live in homes that suit them.</p>
<h2>The experiences and progress of care leavers: outstanding</h2>
<p>4. Care leavers know whom to call.</p>
<h2>The impact of leaders on social work practice with children and families: good</h2>
<p>5. Leaders know their services and act on what they know.</p>`;

const found = [
  ['Impact of leaders', 'Good', 'Leaders know their services and act on what they know.'],
  ['Help and protection', 'Requires improvement', 'Plans name the risks well.'],
  ['Children in care', 'Good', 'Children in care live in homes that suit them.'],
  ['Care leavers', 'Outstanding', 'Care leavers know whom to call.'],
] as const;

/** A browser prints the report, as its publisher's did. */
async function printReport(window: Page, path: string, report = page1): Promise<void> {
  const page = await window.context().newPage();
  await guardWindow(page);
  await page.setContent(report);
  await writeFile(path, await page.pdf({ format: 'A4' }));
  await page.close();
}

describe('from an empty home to a published PDF with evidence of one’s own, by mouse', () => {
  let base: Awaited<ReturnType<typeof ownFolder>>;
  let cleo: OpenApplication;

  beforeAll(async () => {
    base = await ownFolder();
    cleo = await openEmptyHome(base.path, 'cleo');
    await printReport(cleo.page, join(base.path, 'southmere.pdf'));
  });
  afterAll(async () => {
    await cleo.close();
    await base.remove();
  });

  it('the PDF is imported', async () => {
    const { page } = cleo;
    await sayWhoYouAre(page, 'Cleo Ray', 'Inspector');
    await makeTeamEast(page, base.path);
    await cleo.chooseFiles({
      ask: () => page.getByRole('button', { name: 'Import reports' }).first().click(),
      paths: [join(base.path, 'southmere.pdf')],
    });
    const dialog = page.getByRole('dialog', { name: 'Imported 1 of 1 file' });
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Southmere/u }).click();
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
  });

  it('every area has its grade and its paragraphs', async () => {
    const { page } = cleo;
    await goToTab(page, 'Write');
    for (const [area, grade, paragraph] of found) {
      await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: area }).click();
      await page.getByRole('radio', { name: grade, checked: true }).waitFor();
      await page.locator('.cm-line', { hasText: paragraph }).waitFor();
    }
    await page.getByRole('navigation', { name: 'Sections' }).getByText('2 points').waitFor();
  });

  it('evidence is linked to it, and a revision saved over it', async () => {
    const { page } = cleo;
    await goToTab(page, 'Evidence');
    await page.getByRole('button', { name: /^New note/u }).click();
    const note = page.getByRole('dialog', { name: 'New evidence note' });
    await note.getByLabel('Note', { exact: true }).click();
    await page.keyboard.type('Two of three families were visited within a week.');
    for (const key of ['Alt+t', 'Alt+1', 'Alt+k']) await page.keyboard.press(key);
    await note.getByLabel('Who or what').click();
    await page.keyboard.type('Team manager');
    await note.getByRole('button', { name: 'Save the note' }).click();
    await note.waitFor({ state: 'hidden' });
    await page.getByText('Two of three families were visited within a week.').waitFor();
    await goToTab(page, 'Write');
    await page
      .getByRole('navigation', { name: 'Sections' })
      .getByRole('button', { name: 'Care leavers' })
      .click();
    await page.locator('.cm-line', { hasText: 'Care leavers know whom to call.' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Some do not know when.');
    await page.getByRole('button', { name: /^Save a revision/u }).click();
    const save = page.getByRole('dialog', { name: 'Save a revision' });
    await save.getByLabel('Why did it change?').click();
    await page.keyboard.type('A visit showed more');
    await save.getByRole('button', { name: 'Save the revision' }).click();
    await save.waitFor({ state: 'hidden' });
    await goToTab(page, 'Revisions');
    await page.getByText('A visit showed more').first().waitFor();
    await page.getByText('Some do not know when.').first().waitFor();
  });

  it('the next report comes in, is corrected and compared with the last, by keyboard', async () => {
    const { page } = cleo;
    const next = page1
      .replace('12 October 2026 to 16 October 2026', '11 October 2027 to 15 October 2027')
      .replace(
        'progress of children in care</td><td>Good',
        'progress of children in care</td><td>Outstanding',
      );
    await printReport(page, join(base.path, 'southmere-2027.pdf'), next);
    await timeJourney(
      page,
      'a PDF report in, corrected, compared with the last one',
      { most: 10, before: 13 },
      async () => {
        await page.keyboard.press('g');
        await page.keyboard.press('i');
        await page.getByRole('heading', { name: 'Inspections', exact: true }).waitFor();
        await cleo.chooseFiles({
          ask: () => page.keyboard.press('r'),
          paths: [join(base.path, 'southmere-2027.pdf')],
        });
        await page.getByRole('dialog', { name: 'Imported 1 of 1 file' }).waitFor();
        // Before: Escape, Enter on the list, and G W from the evidence that it opened on.
        await page.keyboard.press('Enter');
        await page.getByRole('navigation', { name: 'Sections' }).waitFor();
        await page.keyboard.press('e');
        await page.locator('.cm-content:focus').waitFor();
        await page.keyboard.press('Control+End');
        await page.keyboard.type(' Some wait.');
        await page.keyboard.press('Control+s');
        await page.getByRole('dialog', { name: 'Save a revision' }).getByRole('textbox').waitFor();
        await page.keyboard.type('Says what a visit showed');
        await page.keyboard.press('Control+Enter');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
        await page.keyboard.press('g');
        await page.keyboard.press('o');
        await page.getByText('2 inspections').waitFor();
        await page.getByText('Better').first().waitFor();
      },
    );
  });

  it('stands beside the one before over time, and each is one press away', async () => {
    const { page } = cleo;
    const row = page.getByRole('row', { name: /progress of children in care/u });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([
      'Good',
      expect.stringMatching(/^Outstanding\s+Better$/u),
    ]);
    await row.locator('svg.plot').waitFor();
    const heads = page.getByRole('columnheader').getByRole('button');
    await heads.nth(0).press('Enter');
    await page
      .getByRole('button', { name: /Southmere/u })
      .first()
      .waitFor();
    const current = (): Promise<(string | null)[]> =>
      heads.evaluateAll((all) => all.map((head) => head.ariaCurrent));
    await expect.poll(current).toEqual(['true', null]);
    await heads.nth(1).press('Enter');
    await expect.poll(current).toEqual([null, 'true']);
  });
});
