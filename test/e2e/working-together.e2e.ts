import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginDraft } from '../../src/main/application/draft/begin-draft.ts';
import { services } from '../../src/main/composition/calls.ts';
import { renderCopy } from '../../src/main/application/exchange/export-copy.ts';
import { need, run, settle } from '../main/running-scope.ts';
import { looksSound } from './looks-sound.ts';
import { introduce, ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { makeTeamWorkspace } from './team-workspace.ts';

/** Drops a file on the window, as a person drags one from a folder. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const data = await page.evaluateHandle(
    ([called, base64]) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      transfer.items.add(new File([content], called));
      return transfer;
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

/** Goes to a screen by G and its letter. */
async function go(page: Page, letter: string, heading: string): Promise<void> {
  await page.locator('main').press('g');
  await page.keyboard.press(letter);
  await page.getByRole('heading', { name: heading, exact: true, level: 1 }).waitFor();
}

describe('working together', () => {
  let home: Awaited<ReturnType<typeof ownFolder>>;
  let application: OpenApplication;
  let page: Page;

  beforeAll(async () => {
    home = await ownFolder();
    await mkdir(join(home.path, 'team'));
    application = await openApplication(home.path);
    ({ page } = application);
    await introduce(page, 'Ada Marsh');
    await makeTeamWorkspace(application, home.path);
  });
  afterAll(async () => {
    await application.close();
    await home.remove();
  });

  it.each([
    ['q', 'Waiting for me', 'Nothing waits for you'],
    ['x', 'Conflicts', 'Nothing to settle'],
    ['h', 'What happened', 'Nothing happened'],
  ])('begins with screens that say what will be there: G %s', async (letter, heading, empty) => {
    await go(page, letter, heading);
    await page.getByRole('heading', { name: empty }).waitFor();
    await looksSound(page, `empty-${heading.toLowerCase().replaceAll(' ', '-')}`);
  });

  let fromCleo = new Uint8Array();

  it('shows what a dropped file of records would add, wherever it is dropped, and takes it in', async () => {
    await mkdir(join(home.path, 'elsewhere'));
    const cleo = run(join(home.path, 'cleo'));
    await settle(cleo, 'Cleo Ray', join(home.path, 'elsewhere'), true);
    const begun = { provider: 'Southmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05' };
    const { draft } = need(
      await beginDraft(cleo.scope, { ...begun, end: '2026-10-09', recoveryOwner: null }),
    );
    const said = {
      kind: 'document',
      source: 'File',
      when: '2026-10-05T10:00',
      direction: 'neutral',
    } as const;
    need(await services.noteEvidence(cleo.scope, { draft, note: { ...said, text: 'Nobody had come.' } }));
    const { bytes } = need(await renderCopy(cleo.scope, { draft, evidence: true }));
    cleo.app.release();
    fromCleo = Uint8Array.from(bytes);
    await drop(page, 'holiday.txt', new TextEncoder().encode('Not records'));
    await drop(page, 'from-cleo.judgment', bytes);
    const dialog = page.getByRole('dialog', { name: 'What from-cleo.judgment would add' });
    await dialog.getByText('it becomes a new draft').waitFor();
    await looksSound(page, 'dropped-file');
    await dialog.getByRole('button', { name: 'Take it in' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await go(page, 'i', 'Inspections');
    await page.getByRole('button', { name: /^Southmere/ }).waitFor();
  });

  it('refuses a dropped file in which a line was changed, and changes nothing', async () => {
    await drop(page, 'broken.judgment', new TextEncoder().encode('{"v":1,"type":"draft.begun"}\n'));
    const refusal = 'This file holds no records of Plumbline, or it is damaged.';
    await page.getByRole('alert').getByText(refusal).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'Close this message' }).click();
  });

  it('says no longer that a file was refused once another is read', async () => {
    const refusal = page.getByRole('alert').getByText('This file holds no records of Plumbline');
    await drop(page, 'broken.judgment', new TextEncoder().encode('{}\n'));
    await refusal.waitFor();
    await drop(page, 'from-cleo.judgment', fromCleo);
    await page.getByRole('dialog', { name: 'What from-cleo.judgment would add' }).waitFor();
    await refusal.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('shows each person with what they did, devices, one’s own card, and what can be done where one leaves', async () => {
    await page.getByRole('button', { name: /^Southmere/ }).click();
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
    await go(page, 'l', 'People');
    await page.getByText('Cleo Ray').first().waitFor();
    await looksSound(page, 'people-of-two');
  });
});
