import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './axe-findings.ts';
import { keepPicture } from './looks-sound.ts';
import { introduce, ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { timeJourney } from './timed-journey.ts';
import { tabTo } from './tab-to.ts';
import { importShortReport, makeTeamWorkspace, openNorthmere } from './team-workspace.ts';

/** How many notes are captured: fifty in the full run. */
const [all, half] = process.env['PLUMBLINE_FULL'] === '1' ? [50, 25] : [12, 10];

describe('a busy visit, by keyboard alone', () => {
  let application: OpenApplication;
  let page: Page;
  let home: Awaited<ReturnType<typeof ownFolder>>;
  const dialog = () => page.getByRole('dialog', { name: 'New evidence note' });

  beforeAll(async () => {
    home = await ownFolder();
    await mkdir(join(home.path, 'team'));
    application = await openApplication(home.path);
    ({ page } = application);
    await introduce(page, 'Helen Ashdown');
    await makeTeamWorkspace(application, home.path);
    await importShortReport(application);
  });
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  /** Writes notes from one number up to another in one sitting of the dialog. */
  async function note(from: number, to: number): Promise<void> {
    for (let at = from; at <= to; at += 1) {
      const words = `Record ${at} of ${all} shows that a plan was reviewed.`;
      // The first by every key, the rest at once, as dictation gives them.
      if (at === from) await page.keyboard.type(words);
      else await page.keyboard.insertText(words);
      if (at === from) for (const key of ['Alt+t', 'Alt+k']) await page.keyboard.press(key);
      if (at === from) {
        // A source that came back with an unsaved note is typed over.
        await page.keyboard.press('Alt+w');
        await page.keyboard.type(`Team manager, sitting from ${from}`);
      }
      await page.keyboard.press('Alt+Shift+Digit1');
      await dialog()
        .getByText(`CT-${String(at).padStart(3, '0')} is saved`)
        .waitFor();
    }
  }

  it('captures note after note, each saved and linked before the next is begun', async () => {
    await page.keyboard.press('n');
    await dialog().waitFor();
    // Nothing is chosen for who writes.
    expect(await dialog().locator(':checked').count()).toBe(0);
    await page.keyboard.press('Control+Enter');
    // In our words, beside the field, which has the focus.
    await dialog().getByText('Fill in “Note” first.').waitFor();
    await timeJourney(page, 'ten notes typed and linked', { most: 14, before: 15 }, () => note(1, 10));
    await note(11, half);
  });

  it('loses nothing when the process is killed while the next is typed', async () => {
    await page.keyboard.type('Half a note, typed before the power went');
    // How soon it is kept is held by kept-forms; here a loaded machine has time.
    await page.waitForTimeout(2_000);
    await application.kill();
    application = await openApplication(home.path);
    ({ page } = application);
    await openNorthmere(application);
    await page
      .locator('article[data-note]')
      .nth(half - 1)
      .waitFor();
    expect(await page.locator('article[data-note]').count()).toBe(half);
    await page.keyboard.press('n');
    await dialog()
      .getByText(/Unsaved text from .* is back/)
      .waitFor();
    expect(await dialog().getByLabel('Note', { exact: true }).inputValue()).toBe(
      'Half a note, typed before the power went',
    );
    await page.keyboard.press('Control+a');
    await note(half + 1, all);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    await page.getByText('0 unlinked notes').waitFor();
    await page
      .locator('article[data-note]')
      .nth(all - 1)
      .waitFor();
    expect(await page.locator('article[data-note]').count()).toBe(all);
  });

  it('asks after what may be a name, and remembers the answer for everybody', async () => {
    await page.keyboard.press('n');
    await dialog().waitFor();
    await page.keyboard.type('The worker wrote that Oluwaseun was seen at Northgate House. ');
    await dialog().getByText('Is “Oluwaseun” somebody’s name?').waitFor();
    await dialog().getByText('Is “Northgate House” somebody’s name?').waitFor();
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'note-names-1440x900');
    await tabTo(page, /It is no name/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog().getByText('Is “Northgate House” somebody’s name?').waitFor({ state: 'detached' });
    expect(await dialog().getByText('Is “Oluwaseun” somebody’s name?').count()).toBe(1);
    await tabTo(page, /^ *Close$/);
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'hidden' });
    await page.keyboard.press('n');
    await dialog()
      .getByText(/Unsaved text from .* is back/)
      .waitFor();
    await tabTo(page, /Discard it/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
  });

  it('weighs notes by key', async () => {
    for (let at = 0; at < 3; at += 1) {
      await page.keyboard.press('j');
      await page.keyboard.press('h');
      await page.locator('.nt.current .dir', { hasText: 'moderate' }).waitFor();
    }
    await page.keyboard.press('h');
    await page.locator('.nt.current .dir', { hasText: 'strong' }).waitFor();
    await page.keyboard.press('w');
    await page.locator('.nt.current .dir', { hasText: 'strong Weakness' }).waitFor();
  });

  it('corrects a saved note by key, and keeps what stood beside it', async () => {
    await page.keyboard.press('c');
    const correction = page.getByRole('dialog', { name: 'Correct CT-003' });
    await correction.waitFor();
    expect(await correction.getByText('Nothing is changed yet.').count()).toBe(1);
    await page.keyboard.press('Alt+o');
    await page.keyboard.press('Alt+3');
    await correction.getByText('Its links stay as they are').waitFor();
    await tabTo(page, /^Reason/);
    await page.keyboard.type('Seen at the visit, not read in the file.');
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'note-corrected-1440x900');
    await page.keyboard.press('Control+Enter');
    await correction.waitFor({ state: 'hidden' });
    const note = page.locator('.nt.current');
    await note.getByText('Seen at the visit, not read in the file.').waitFor();
    expect(await note.locator('s').allTextContents()).toEqual(['Case tracking', 'Strength']);
    expect(await note.locator('.tag').textContent()).toBe('Observation');
  });

  it('cites every note in the narrative, and names what nothing cites', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await page.getByRole('navigation', { name: 'Sections' }).waitFor();
    const uncited = page.getByRole('button', { name: 'Cite it here' });
    await uncited.first().waitFor();
    expect(await uncited.count()).toBe(all);
    await page.keyboard.press('e');
    await page.locator('.cm-content:focus').waitFor();
    await page.keyboard.press('Control+End');
    const claims = Array.from(
      { length: all },
      (_, at) => `Plan ${at + 1} was reviewed in time by its team [CT-${String(at + 1).padStart(3, '0')}].`,
    );
    await page.keyboard.insertText(` ${claims.slice(10).join(' ')} Plan 1 was reviewed in time by its team `);
    await page.keyboard.type('[CT');
    await page.locator('.cm-tooltip-autocomplete li', { hasText: /CT-001.*Case tracking/ }).waitFor();
    // As fast as it is typed: what is offered follows each letter.
    await page.keyboard.type('-001');
    await page.keyboard.press('Enter');
    await page.keyboard.type('.');
    await timeJourney(page, 'nine more notes cited', { most: 0, before: '9 beside 36' }, async () => {
      for (let at = 2; at <= 10; at += 1) {
        await page.keyboard.insertText(` Plan ${at} was reviewed in time by its team `);
        // Before: as much of the code as told it from others, "[02", and Enter to take what was offered.
        await page.keyboard.type(`[${at}].`);
        await page.locator('.cm-cite', { hasText: `CT-${String(at).padStart(3, '0')}` }).waitFor();
      }
    });
    await uncited.first().waitFor({ state: 'detached' });
    // Who meant the number gets it back by one undo.
    const line = page.locator('.cm-line').last();
    await page.keyboard.type(' Plan 3 was late [3]');
    await expect.poll(() => line.innerText()).toMatch(/ \[CT-003\]$/);
    await page.keyboard.press('Control+z');
    await expect.poll(() => line.innerText()).toMatch(/ \[3\]$/);
    await page.keyboard.press('Control+y');
    await expect.poll(() => line.innerText()).toMatch(/ \[CT-003\]$/);
    await page.keyboard.type('. Nothing is cited for this sentence.');
    const marked = page.locator('.cm-uncited', { hasText: 'Nothing is cited for this sentence' });
    await marked.waitFor();
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('note').getByText('This sentence cites no evidence').waitFor();
    await page.keyboard.type(' [CT-001');
    await page.locator('.cm-tooltip-autocomplete li', { hasText: 'CT-001' }).waitFor();
    await page.keyboard.press('Enter');
    await marked.waitFor({ state: 'detached' });
    expect(await page.locator('.cm-cite').count()).toBeGreaterThan(0);
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'write-claims-1440x900');
    await page.keyboard.press('Control+s');
    await page.getByRole('dialog', { name: 'Save a revision' }).waitFor();
    await page.keyboard.type('Cites the fifty notes');
    await tabTo(page, /Save the revision/);
    await page.keyboard.press('Enter');
    await page.getByText('Revision saved').waitFor({ state: 'attached' });
  });

  it('goes from a citation to its note', async () => {
    await page.keyboard.press('Escape');
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
    await page.locator('article.nt.current', { hasText: 'CT-001' }).waitFor();
  });

  it('keeps a picture and a PDF with a note, and shows both', async () => {
    const picture = join(home.path, 'whiteboard.png');
    const plan = join(home.path, 'plan.pdf');
    writeFileSync(picture, await page.screenshot());
    writeFileSync(plan, await page.pdf({ format: 'A4' }));
    await page.locator('article.nt.current').waitFor();
    await application.chooseFiles({ ask: () => page.keyboard.press('f'), paths: [picture, plan] });
    await page.getByRole('button', { name: 'Show plan.pdf' }).waitFor();
    await page.keyboard.press('v');
    const shown = page.getByRole('dialog', { name: 'whiteboard.png' });
    await shown.getByAltText('The attached picture whiteboard.png').waitFor();
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'attached-picture-1440x900');
    await page.keyboard.press('Escape');
    await shown.waitFor({ state: 'hidden' });
    await tabTo(page, /Show plan.pdf/);
    await page.keyboard.press('Enter');
    const pages = page.getByRole('dialog', { name: 'plan.pdf' });
    await pages.getByText(/Page 1 of \d/).waitFor();
    await pages
      .getByText(/Leaders know their service/)
      .first()
      .waitFor({ state: 'attached' });
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'attached-pdf-1440x900');
    await page.keyboard.press('Escape');
    await pages.waitFor({ state: 'hidden' });
  });

  it('brings a table in with its columns read, and undoes it as a whole', async () => {
    const file = join(home.path, 'visit.csv');
    writeFileSync(file, 'Note;Date;Who\nSeen at home;6/10/2026;Family\nNo day;soon;Family\n');
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: 'Matrix' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await application.chooseFiles({
      ask: async () => {
        await tabTo(page, /Import evidence/);
        await page.keyboard.press('Enter');
      },
      paths: [file],
    });
    const preview = page.getByRole('dialog', { name: 'Import evidence from visit.csv' });
    await preview.getByText('“soon” is no day that can be read').waitFor();
    await preview.getByRole('button', { name: 'Import 1 note' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await keepPicture(page, 'import-evidence-1440x900');
    await tabTo(page, /Import 1 note/);
    await page.keyboard.press('Enter');
    await preview.waitFor({ state: 'hidden' });
    await page.getByText('1 unlinked note').waitFor();
    await tabTo(page, /Undo the import/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Undo the import' }).waitFor();
    await page.keyboard.type('The wrong file');
    await tabTo(page, /^ *Undo the import$/);
    await page.keyboard.press('Enter');
    await page.getByText('0 unlinked notes').waitFor();
    await page.getByText('undone', { exact: true }).waitFor();
  });
});
