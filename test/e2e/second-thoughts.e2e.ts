import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { services } from '../../src/main/composition/calls.ts';
import { need, run } from '../main/running-scope.ts';
import { colleagueIn } from './colleague.ts';
import { introduce, ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { makeTeamWorkspace } from './team-workspace.ts';

describe('what a person did not mean', () => {
  let application: OpenApplication;
  let page: Page;
  let home: Awaited<ReturnType<typeof ownFolder>>;

  beforeAll(async () => {
    home = await ownFolder();
    await mkdir(join(home.path, 'team'));
    application = await openApplication(home.path);
    ({ page } = application);
    await introduce(page, 'Helen Ashdown');
  });
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  const screen = (name: RegExp) =>
    page.getByRole('navigation', { name: 'Screens of this draft' }).getByRole('button', { name }).click();
  const section = (name: RegExp) =>
    page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name }).click();

  async function type(words: string): Promise<void> {
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(words);
    await page.locator('.cm-line', { hasText: words.split('\n').at(-1) ?? '' }).waitFor();
  }

  async function saveRevision(reason: string): Promise<void> {
    await page.keyboard.press('Control+s');
    const dialog = page.getByRole('dialog', { name: /Save a revision/ });
    await dialog.getByRole('textbox').fill(reason);
    await dialog.getByRole('button', { name: /^Save/ }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  it('the palette offers what can be done where no workspace is open, and no more', async () => {
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Search or run a command' });
    await palette.getByRole('option', { name: /^Preferences/ }).waitFor();
    const offered = await palette.getByRole('option').allInnerTexts();
    expect(offered.map((text) => text.split('\n')[0])).toEqual([
      'Help',
      'Read a file of records',
      'Next pane',
      'Preferences',
      'Keyboard shortcuts',
      'Take the tour',
    ]);
    await palette.getByRole('option', { name: /^Next pane/ }).click();
    await page.locator('[data-pane]:focus, [data-pane] :focus').waitFor();
    for (const name of ['Preferences', 'Keyboard shortcuts']) {
      await page.keyboard.press('Control+k');
      await palette.getByRole('option', { name: new RegExp(`^${name}`) }).click();
      await page.getByRole('dialog', { name }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name }).waitFor({ state: 'hidden' });
    }
    await makeTeamWorkspace(application, home.path);
    await page.keyboard.press('Control+k');
    await palette.getByRole('option', { name: /^Search evidence/ }).waitFor();
    expect(await palette.getByRole('option', { name: /^Write/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('a weakness that is linked by key stays a weakness, and undo brings back what was unlinked', async () => {
    await page.getByRole('button', { name: 'New draft' }).first().click();
    const begin = page.getByRole('dialog', { name: 'New draft' });
    await begin.getByLabel('Authority or setting').fill('Northmere');
    await begin.getByLabel('Framework').selectOption('ilacs-2026');
    await begin.getByLabel('First day').fill('2026-10-05');
    await begin.getByRole('button', { name: 'Begin the draft' }).click();
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
    await page.keyboard.press('n');
    const note = page.getByRole('dialog', { name: 'New evidence note' });
    await note.getByRole('textbox', { name: 'Note', exact: true }).fill('Nobody had come for three weeks.');
    await note.getByLabel('Who or what').fill('Team manager');
    for (const key of ['Alt+t', 'Alt+2']) await page.keyboard.press(key);
    await note.getByRole('button', { name: 'Save the note' }).click();
    await note.waitFor({ state: 'hidden' });
    await page.getByText('1 unlinked note').waitFor();
    await page.locator('[data-note]').first().focus();
    await page.keyboard.press('l');
    await page.locator('.dir.against').waitFor();
    expect(await page.locator('.dir.for').count()).toBe(0);
    await page.keyboard.press('u');
    await page.getByText('1 unlinked note').waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('.dir.against').waitFor();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByText('1 unlinked note').waitFor();
  });

  it('a weakness that is dragged to another criterion stays a weakness, and undo takes it back', async () => {
    const criterion = page.locator('.crow').nth(1);
    await page.locator('[data-note]').first().dragTo(criterion);
    await criterion.getByRole('img', { name: '0 strengths, 1 weakness' }).waitFor();
    await page.getByText('0 unlinked notes').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('1 unlinked note').waitFor();
    await criterion.getByText('No evidence').waitFor();
  });

  it('a note for an empty cell of the matrix begins of its kind, for a gap of two kinds or by N of none', async () => {
    const note = page.getByRole('dialog', { name: 'New evidence note' });
    const chosen = note.locator(':checked');
    const write = page.getByRole('button', { name: 'Write a note for this criterion' });
    await screen(/^Matrix/);
    await page.getByRole('button', { name: /^Document: none; the framework asks/ }).click();
    await page.getByText(/^The framework asks for 1 from document or data, and there are 0\.$/).waitFor();
    await write.click();
    await expect.poll(() => chosen.count()).toBe(1);
    expect(await chosen.inputValue()).toBe('document');
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'hidden' });
    await page.keyboard.press('n');
    await note.waitFor();
    expect(await chosen.count()).toBe(0);
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'hidden' });
    await screen(/^Matrix/);
    await page.getByRole('button', { name: 'Gaps and contradictions' }).click();
    await page.getByRole('button', { name: /^Settle it: .* asks for 1 from document or data/ }).click();
    await write.click();
    await note.waitFor();
    expect(await chosen.count()).toBe(0);
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'hidden' });
  });

  it('a point that is added is empty and has the focus; one that nobody wrote is not kept', async () => {
    await screen(/^Write/);
    await section(/to improve/i);
    await page.getByRole('button', { name: 'Add a point' }).click();
    await page.keyboard.type('Note reasons. Not at once: never leave a child waiting.');
    const points = page.getByPlaceholder('Write one point');
    expect(await points.count()).toBe(1);
    expect(await points.inputValue()).toBe('Note reasons. Not at once: never leave a child waiting.');
    await page.getByRole('button', { name: 'Add a point' }).click();
    await page.keyboard.press('Shift+Tab');
    await page.getByPlaceholder('Write one point').nth(1).waitFor({ state: 'detached' });
  });

  it('a point that is removed comes back', async () => {
    await page.getByRole('button', { name: 'Remove point 1' }).click();
    await page.getByText('Point 1 was removed.').first().waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByPlaceholder('Write one point').waitFor();
  });

  it('a click far below an empty text goes on writing there', async () => {
    await section(/help and protection|need help/i);
    const box = await page.locator('.cm-content').boundingBox();
    const bottom = (box?.y ?? 0) + 0.6 * (page.viewportSize()?.height ?? 0) - 10;
    await page.mouse.click((box?.x ?? 0) + 20, bottom);
    await page.locator('.cm-content:focus').waitFor();
    await section(/to improve/i);
  });

  it('discarding asks, names every place, and can be for the place alone', async () => {
    await section(/help and protection|need help/i);
    await type('First words of an area.');
    await page.getByRole('button', { name: /^Discard typed text/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Discard what is typed and not saved' });
    expect(await dialog.getByRole('listitem').count()).toBe(2);
    await dialog.getByRole('button', { name: /only$/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('.cm-line', { hasText: 'First words' }).waitFor({ state: 'detached' });
    await section(/to improve/i);
    expect(await page.getByPlaceholder('Write one point').inputValue()).toContain('Note reasons.');
  });

  it('a comment can be written on words that were taken out, and its letters are no commands', async () => {
    await section(/help and protection|need help/i);
    await type('These words stay.');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('These words go.');
    await saveRevision('First text');
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await saveRevision('Taken out');
    await screen(/^Revisions/);
    await page.locator('[data-change]', { hasText: 'These words go' }).focus();
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog', { name: 'Comment' });
    await dialog.getByText('the comment is on the earlier revision').waitFor();
    await dialog.getByRole('textbox', { name: 'Comment', exact: true }).fill('Why were they taken out?');
    await dialog.getByRole('button', { name: 'Save the comment' }).click();
    await page.getByText('Why were they taken out?').waitFor();
    // With nothing to comment on, no dialog opens: what is typed on runs no command ("v" turns the comparison).
    await page.locator('main').first().focus();
    await page.keyboard.press('c');
    await page.getByText('Select words of the text').first().waitFor();
    await page.keyboard.type('very well');
    expect(await page.getByRole('button', { name: 'Inline', pressed: true }).count()).toBe(1);
  });

  it('a comment is written, answered and resolved beside the text by keyboard, and the focus stays with it', async () => {
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
    await screen(/^Write/);
    await page.locator('.cm-line', { hasText: 'These words stay.' }).click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Alt+m');
    const dialog = page.getByRole('dialog', { name: 'Comment' });
    await dialog.getByRole('textbox', { name: 'Comment', exact: true }).fill('Stay where?');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('Alt+a');
    const asked = page.getByRole('listitem').filter({ hasText: 'Stay where?' });
    await asked.getByRole('button', { name: /^Reply to/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('In the second paragraph.');
    await page.keyboard.press('Control+Enter');
    await asked.getByText('In the second paragraph.').waitFor();
    await expect.poll(focused).toBe('Reply');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toContain('resolved comment');
    await page.keyboard.press('Enter');
    await asked.getByText(/^Resolved by /).waitFor();
  });

  it('a colleague whose card arrives is there without a reload', async () => {
    await screen(/^People/);
    await page.getByRole('heading', { name: 'People' }).waitFor();
    const colleague = await colleagueIn(join(home.path, 'team'), join(home.path, 'priya'), 'Priya Nair');
    colleague.app.release();
    await page.getByText('Priya Nair').first().waitFor();
  });

  it('a second computer of one’s own is there without a reload, and a refusal is gone with what follows', async () => {
    const backup = page.locator('form', { has: page.getByRole('heading', { name: 'Back up your key' }) });
    const refusal = page.getByText('The two passphrases differ.');
    for (const again of ['another horse battery', 'correct horse battery']) {
      await backup.getByLabel('Passphrase').fill('correct horse battery');
      await backup.getByLabel('The same again').fill(again);
      if (again.startsWith('another')) {
        await backup.getByRole('button').click();
        await refusal.first().waitFor();
      }
    }
    const handedOut = page.waitForEvent('download');
    await backup.getByRole('button').click();
    const file = await readFile(await (await handedOut).path());
    await refusal.first().waitFor({ state: 'detached' });
    const laptop = run(join(home.path, 'laptop'));
    const { grant } = laptop.app.grants.grantBytes('key.json', file);
    need(await services.restoreKey(laptop.scope, { file: grant, passphrase: 'correct horse battery' }));
    const { grant: folder } = laptop.app.grants.grantFolder(join(home.path, 'team'));
    need(await services.openWorkspace(laptop.scope, { folder }));
    laptop.app.release();
    await page.getByText('Restored device').waitFor();
  });
});
