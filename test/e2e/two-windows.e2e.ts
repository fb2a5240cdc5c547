import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { services } from '../../src/main/composition/calls.ts';
import { renderCopy } from '../../src/main/application/exchange/export-copy.ts';
import { beginDraft } from '../../src/main/application/draft/begin-draft.ts';
import { saveRevision } from '../../src/main/application/draft/save-revision.ts';
import { need, run, settle } from '../main/running-scope.ts';
import { openInBrowser } from './browser-window.ts';
import { looksSound } from './looks-sound.ts';
import { ownFolder, type OpenApplication } from './open-application.ts';
import { tabTo } from './tab-to.ts';
import { openTeamFolder } from './team-workspace.ts';

const look = { size: { width: 1440, height: 900 }, theme: 'light' } as const;
const first = 'Plans are good. Visits are timely. Risk is seen.';

/** Two people, each with a profile of their own, in one folder with one draft in which both may write. */
async function teamOfTwo(base: string): Promise<void> {
  const profiles = ['ada', 'ben'].map((name) => join(base, name, 'profile'));
  for (const folder of [...profiles, join(base, 'team')]) await mkdir(folder, { recursive: true });
  const [ada, ben] = profiles.map((profile) => run(profile));
  if (ada === undefined || ben === undefined) throw new Error('there are two people');
  await settle(ada, 'Ada Marsh', join(base, 'team'), true);
  await settle(ben, 'Ben Holt', join(base, 'team'), false);
  const begun = { provider: 'Northmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05' };
  const { draft } = need(await beginDraft(ada.scope, { ...begun, end: null, recoveryOwner: null }));
  const narratives = [{ section: 'summary', text: first, over: [] }];
  const revision = { draft, reason: 'Begins', narratives, grades: [], improvements: null };
  need(await saveRevision(ada.scope, revision));
  const person = (await ben.scope.ports.keys.self())?.person ?? '';
  need(await services.grantRole(ada.scope, { draft, person, role: 'inspector' }));
  ada.app.release();
  ben.app.release();
}

/** A colleague who works elsewhere sends a draft of theirs without its evidence. */
async function fileFromCleo(base: string): Promise<void> {
  await mkdir(join(base, 'elsewhere'));
  const cleo = run(join(base, 'cleo'));
  await settle(cleo, 'Cleo Ray', join(base, 'elsewhere'), true);
  const begun = { provider: 'Southmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05' };
  const { draft } = need(await beginDraft(cleo.scope, { ...begun, end: null, recoveryOwner: null }));
  const said = { kind: 'document', source: 'File', when: '2026-10-05T10:00', direction: 'neutral' } as const;
  need(await services.noteEvidence(cleo.scope, { draft, note: { ...said, text: 'Nobody had come.' } }));
  for (const [name, evidence] of [
    ['from-cleo', true],
    ['without-evidence', false],
  ] as const) {
    const { bytes } = need(await renderCopy(cleo.scope, { draft, evidence }));
    await writeFile(join(base, `${name}.judgment`), bytes);
  }
  cleo.app.release();
}

/** Opens the team's folder, and the summary of its draft. */
async function openSummary(page: Page, base: string): Promise<void> {
  await openTeamFolder(page, base);
  await page.getByRole('button', { name: /^Northmere/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('w');
  const rail = page.getByRole('navigation', { name: 'Sections' });
  await rail.waitFor();
  await tabTo(page, /^ ?Summary/);
  await page.keyboard.press('Enter');
  await page.locator('.cm-line', { hasText: 'Plans are good' }).waitFor();
}

/** Types into the open section in place of what is there, until it is safe on this computer. */
async function rewrite(page: Page, text: string): Promise<void> {
  await page.keyboard.press('e');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.getByText(/Typed text is safe on this computer/).waitFor();
}

async function save(page: Page, reason: string): Promise<void> {
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Save a revision' });
  await dialog.waitFor();
  await page.keyboard.type(reason);
  await tabTo(page, /Save the revision/);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
}

/** Waits until a window shows words by itself. */
async function sees(page: Page, words: string): Promise<void> {
  await page.locator('.cm-line', { hasText: words }).waitFor();
}

describe('two people, each in a window of their own, on one folder', () => {
  let ada: OpenApplication;
  let ben: OpenApplication;
  let base: Awaited<ReturnType<typeof ownFolder>>;

  beforeAll(async () => {
    base = await ownFolder();
    await teamOfTwo(base.path);
    await fileFromCleo(base.path);
    ada = await openInBrowser(join(base.path, 'ada'), look);
    ben = await openInBrowser(join(base.path, 'ben'), look);
    await openSummary(ada.page, base.path);
    await openSummary(ben.page, base.path);
  });
  afterAll(async () => {
    await ada.close();
    await ben.close();
    await base.remove();
  });

  it.each([
    ['Ben sees what Ada saved', 'Ada', 'Visits are mostly timely.'],
    ['Ada sees what Ben saved', 'Ben', 'Visits are timely now.'],
  ])('%s', async (_told, writer, sentence) => {
    const [from, to] = writer === 'Ada' ? [ada.page, ben.page] : [ben.page, ada.page];
    await rewrite(from, `Plans are good. ${sentence} Risk is seen.`);
    await save(from, `Says that ${sentence.toLowerCase()}`);
    const saved = performance.now();
    await sees(to, sentence);
    const took = Math.round(performance.now() - saved);
    console.log(`measured: ${writer}’s revision was seen in the other window ${took} ms after it was saved`);
  });

  it('both edit one paragraph, and neither loses a word', async () => {
    const begun = performance.now();
    await rewrite(ben.page, 'Plans are weak. Visits are timely now. Risk is seen.');
    const presence = ada.page.getByRole('contentinfo').getByText('is writing in Summary');
    await presence.waitFor();
    const took = Math.round(performance.now() - begun);
    console.log(`measured: that Ben is writing was seen in the other window ${took} ms after he began`);
    await ada.page
      .getByRole('navigation', { name: 'Sections' })
      .getByText(/Ben Holt.* writing/)
      .waitFor();
    await looksSound(ada.page, 'presence');
    await rewrite(ada.page, 'Plans are strong. Visits are timely now. Risk is seen early.');
    await save(ada.page, 'Risk is seen early');
    await save(ben.page, 'Plans are weak');
    await presence.waitFor({ state: 'detached' });
    const both = 'Two people wrote this without knowing of each other';
    await ben.page.getByText(both).waitFor();
    for (const words of ['Plans are weak', 'Risk is seen early'])
      await ben.page.getByText(words).first().waitFor();
  });

  it('waits for both of them', async () => {
    await ada.page.locator('main').press('g');
    await ada.page.keyboard.press('q');
    await ada.page.getByText('Settle: Text of Summary').waitFor();
    await looksSound(ada.page, 'waiting');
    await ada.page.keyboard.press('Enter');
    await ada.page.getByRole('heading', { name: 'Conflicts', exact: true }).waitFor();
    await ada.page.getByRole('heading', { name: 'Text of Summary' }).waitFor();
    await looksSound(ada.page, 'conflicts');
  });

  it('is settled by hand, place by place, by keyboard, with a reason that both can read', async () => {
    const { page } = ada;
    await page.keyboard.press('m');
    const dialog = page.getByRole('dialog', { name: 'Settle place by place' });
    await dialog.waitFor();
    await dialog.getByText('Place 1 of 1').waitFor();
    await looksSound(page, 'settle');
    await tabTo(page, /Keep (?:Ada Marsh|Ben Holt)/);
    await page.keyboard.press('Space');
    const bens = dialog.getByRole('radio', { name: /^Keep Ben Holt/ });
    if (!(await bens.isChecked())) await page.keyboard.press('ArrowRight');
    expect(await bens.isChecked()).toBe(true);
    await dialog.getByText('Every place is settled').waitFor();
    await tabTo(page, /^ ?Why/);
    await page.keyboard.type('Ben saw the later plans');
    await tabTo(page, /Save the revision/);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: 'Nothing to settle' }).waitFor();
    await page.getByText('Ben saw the later plans').waitFor();
    await looksSound(page, 'settled');
    const settled = 'Plans are weak. Visits are timely now. Risk is seen early.';
    await sees(ben.page, settled);
    await ben.page.locator('main').press('g');
    await ben.page.keyboard.press('x');
    await ben.page.getByText('Ben saw the later plans').waitFor();
  });

  it('is told to each as what happened, until they have looked', async () => {
    const { page } = ben;
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.getByRole('heading', { name: 'What happened', exact: true }).waitFor();
    // Four and more of one kind are summed up; opened, each is there.
    await page
      .getByText(/^\d+ revisions$/)
      .first()
      .click();
    await page.getByText('Saved a revision: Risk is seen early').waitFor();
    await looksSound(page, 'happened');
    await page.keyboard.press('l');
    await page.getByRole('heading', { name: 'Nothing happened' }).waitFor();
  });

  it('shows what a file from a third colleague would add before it is taken in', async () => {
    const { page } = ada;
    await page.locator('main').press('g');
    await page.keyboard.press('i');
    await page.getByRole('heading', { name: 'Inspections', exact: true }).waitFor();
    const offer = (name: string): Promise<void> =>
      ada.chooseFiles({ ask: () => page.keyboard.press('t'), paths: [join(base.path, name)] });
    await offer('without-evidence.judgment');
    const bare = page.getByRole('dialog', { name: 'What without-evidence.judgment would add' });
    await bare.getByText('This file is a copy without the content of 1 record').waitFor();
    expect(await bare.getByRole('button', { name: 'Take it in' }).count()).toBe(0);
    await looksSound(page, 'offered-copy');
    await page.keyboard.press('Escape');
    await bare.waitFor({ state: 'hidden' });
    await offer('from-cleo.judgment');
    const dialog = page.getByRole('dialog', { name: 'What from-cleo.judgment would add' });
    await dialog.getByText('it becomes a new draft').waitFor();
    await looksSound(page, 'offered-file');
    await tabTo(page, /Take it in/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Southmere/ }).waitFor();
  });

  it('and both verify', async () => {
    for (const { page } of [ada, ben]) {
      await page.locator('main').press('g');
      await page.keyboard.press('i');
      await page.getByRole('heading', { name: 'Inspections', exact: true }).waitFor();
      await page.keyboard.press('v');
      await page.getByRole('heading', { name: 'Nothing is broken' }).waitFor();
    }
  });
});
