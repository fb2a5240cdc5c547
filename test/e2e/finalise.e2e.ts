import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveReason } from './colleague.ts';
import { looksSound } from './looks-sound.ts';
import { openSample, ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { tabTo } from './tab-to.ts';

const comments =
  'Paragraph,Comment,Evidence\n3,The rate was 71 per cent.,Return of 2 October\nSummary,The tone is harsh.,\n';

describe('finalising the sample, by keyboard alone', () => {
  let application: OpenApplication;
  let page: Page;
  let home: Awaited<ReturnType<typeof ownFolder>>;

  beforeAll(async () => {
    home = await ownFolder();
    application = await openApplication(home.path, { size: { width: 1440, height: 900 }, theme: 'light' });
    ({ page } = application);
    await openSample(page, 'Ines Sadiq');
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await page.getByText(/\d+ of \d+ hold/).waitFor();
  });
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  const look = (name: string): Promise<void> => looksSound(page, name);

  async function press(name: RegExp): Promise<void> {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  }

  it('walks the gates with J and K, and axe finds nothing', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await page.locator('.gate[aria-current]').count()).toBe(1);
    const lookedAt = page.getByRole('table', { name: 'What was looked at: Every area has a grade' });
    await lookedAt.waitFor();
    expect(await lookedAt.getByRole('rowheader').count()).toBeGreaterThan(2);
    await look('finalise-gates');
  });

  it('records the draft as sent to the provider', async () => {
    await press(/The provider has checked the facts/);
    await press(/^Record as sent$/);
    await page.getByRole('dialog', { name: 'Send the draft for factual accuracy' }).waitFor();
    await look('accuracy-send');
    await tabTo(page, /Answers by/);
    await press(/^Record as sent$/);
    await page.getByText(/Sent by Ines Sadiq/).waitFor();
  });

  it('takes the comments in from their form, the odd row listed', async () => {
    const file = join(home.path, 'comments.csv');
    writeFileSync(file, comments);
    await tabTo(page, /^Import comments$/);
    await application.chooseFiles({ ask: () => page.keyboard.press('Enter'), paths: [file] });
    await page.getByText('The tone is harsh.').first().waitFor();
    // What went out and what came back is listed, each to be opened again.
    await page.getByText(/^Draft 1: \d+ paragraphs, sent/u).waitFor();
    await page.getByText(/^Answer 1: 2 comments in comments\.csv/u).waitFor();
    await page.getByRole('button', { name: 'Answer 1, the file as it came' }).waitFor();
    await page.getByText('It names no paragraph. It is kept as a point on the whole.').waitFor();
    await look('accuracy-points');
  });

  it.each([
    ['The rate was 71 per cent.', 1],
    ['Summary: The tone is harsh.', 2],
  ])('leads from “%s” beside the text to its answer', async (comment, point) => {
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    const sections = page.getByRole('navigation', { name: 'Sections' });
    await sections.getByRole('button', { name: /^Summary/u }).press('Enter');
    await page.keyboard.press('Alt+a');
    const asked = page.locator('li.asked', { hasText: comment });
    await asked.waitFor();
    await look('asked-by-the-provider');
    await asked.getByRole('button', { name: 'Answer it in Finalise' }).press('Enter');
    const focused = (): Promise<string | null | undefined> =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused).toBe(`Answer point ${point}`);
  });

  it.each([1, 2])('answers point %i with reasons', async (point) => {
    await press(new RegExp(`Answer point ${point}`));
    const dialog = page.getByRole('dialog', { name: `Answer point ${point}` });
    await dialog.waitFor();
    await look('accuracy-answer');
    await tabTo(page, /Reasons/);
    await page.keyboard.type('The return that was seen says otherwise');
    await press(/^Record the answer$/);
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(`${point} of 2 answered`).first().waitFor();
  });

  it('is approved anew, since the approval that stood had not seen the answers', async () => {
    await press(/^\W*Approved by someone who did not write it/);
    await page
      .getByText(/the approval has lapsed/)
      .first()
      .waitFor();
    await look('approval-lapsed');
    await press(/^Approve the judgment as it stands/);
    const dialog = page.getByRole('dialog', { name: 'Approve the judgment' });
    await dialog.waitFor();
    await press(/^ ?Approve it$/);
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('2 gates are still open').waitFor();
    await giveReason(page, 'Interests are declared', 'The approver has none');
    await giveReason(page, 'Who approves is verified', 'Nobody else is here to compare a phrase');
    await page.getByText(/still open/u).waitFor({ state: 'hidden' });
  });

  it('seals', async () => {
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog', { name: 'Sign and seal the judgment' }).waitFor();
    await press(/^ ?Sign and seal$/);
    await page.getByRole('heading', { name: 'Sealed' }).waitFor();
    await page.getByText('Read the words aloud to check a copy.').waitFor();
    await look('finalise-sealed');
  });

  it('makes a redacted copy', async () => {
    await press(/^Redacted copy$/);
    const dialog = page.getByRole('dialog', { name: 'Make a redacted copy' });
    await dialog.waitFor();
    await look('redact-copy');
    await tabTo(page, /To whom, or where/);
    await page.keyboard.type('The website');
    await tabTo(page, /Words to take out/);
    await page.keyboard.type('Police: a partner who did not agree to be named');
    await press(/^Make the copy$/);
    await dialog.waitFor({ state: 'hidden' });
    await page
      .getByText(/words? were taken out; read it before it goes/)
      .first()
      .waitFor();
  });

  it('proposes to reopen, which alone opens nothing', async () => {
    await press(/^Propose to reopen$/);
    await page.getByRole('dialog', { name: 'Propose to reopen the judgment' }).waitFor();
    await tabTo(page, /Reason/);
    await page.keyboard.type('A grade was read wrongly');
    await press(/^Propose it$/);
    await page.getByText('It takes a second person to confirm.').first().waitFor();
    await page.getByRole('heading', { name: 'Sealed' }).waitFor();
    await look('reopening-proposed');
  });
});
