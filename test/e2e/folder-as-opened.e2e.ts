import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { beginDraft } from '../../src/main/application/draft/begin-draft.ts';
import { need, run, settle } from '../main/running-scope.ts';
import { openInBrowser } from './browser-window.ts';
import { looksSound } from './looks-sound.ts';
import { ownFolder } from './open-application.ts';
import { openTeamFolder } from './team-workspace.ts';

const look = { size: { width: 1440, height: 900 }, theme: 'light' } as const;
const lock = {
  pid: 4711,
  host: 'PRIYAS-LAPTOP',
  since: '2026-11-24T16:20:00.000Z',
  token: '0123456789abcdef0123456789abcdef',
};

/** States that a folder is in as it is opened, with the file system or the file that brings each about. */
const states = [
  ['locked', 'Read-only here', 'PRIYAS-LAPTOP'],
  ['read-only', 'Read-only', 'does not let you write'],
  ['heading', 'Opened from a copy', 'plumbline (1).json'],
  ['silent', 'Looked at every 3 s', 'does not tell of changes'],
] as const;

const full = process.env['PLUMBLINE_FULL'] === '1';

// One of them in each run: their words are those of `folder-states.test`, and test:full opens a window on every one.
it.each(full ? states : states.slice(0, 1))(
  'a folder that is %s as it is opened says so in plain words',
  async (state, short, words) => {
    const base = await ownFolder();
    const [team, profile] = [join(base.path, 'team'), join(base.path, 'ada', 'profile')];
    for (const folder of [team, profile]) mkdirSync(folder, { recursive: true });
    const ada = run(profile);
    await settle(ada, 'Ada Marsh', team, true);
    const begun = {
      provider: 'Northmere',
      kind: '',
      framework: 'ilacs-2026',
      start: '2026-10-05',
      end: null,
    };
    need(await beginDraft(ada.scope, { ...begun, recoveryOwner: null }));
    ada.app.release();
    if (state === 'locked') writeFileSync(join(profile, 'lock.json'), JSON.stringify(lock));
    if (state === 'heading') renameSync(join(team, 'plumbline.json'), join(team, 'plumbline (1).json'));
    const standIn = state === 'read-only' || state === 'silent' ? { as: state, folder: team } : null;
    const application = await openInBrowser(join(base.path, 'ada'), look, standIn);
    try {
      const { page } = application;
      await openTeamFolder(page, base.path, state !== 'heading');
      await page.getByRole('button', { name: /^Northmere/ }).waitFor();
      await page.getByRole('button', { name: new RegExp(`^Shared folder.*${short}`) }).click();
      const dialog = page.getByRole('dialog', { name: /^The shared folder/ });
      await dialog.getByRole('heading', { name: short, exact: true }).waitFor();
      await dialog.getByText(words).first().waitFor();
      await looksSound(page, `folder-${state}`);
    } finally {
      await application.close();
      await base.remove();
    }
  },
);

it('names an inspection whose folder is deleted under an open window, until the folder is back', async () => {
  const base = await ownFolder();
  const [team, profile] = [join(base.path, 'team'), join(base.path, 'ada', 'profile')];
  for (const folder of [team, profile]) mkdirSync(folder, { recursive: true });
  const ada = run(profile);
  await settle(ada, 'Ada Marsh', team, true);
  for (const provider of ['Northmere', 'Westfield']) {
    const begun = { provider, kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
    need(await beginDraft(ada.scope, { ...begun, recoveryOwner: null }));
  }
  ada.app.release();
  const application = await openInBrowser(join(base.path, 'ada'), look, null);
  try {
    const { page } = application;
    await openTeamFolder(page, base.path, true);
    await page.getByRole('button', { name: /^Westfield/ }).waitFor();
    // A draft that was looked at and left is nothing that the list complains of by itself.
    await page.getByRole('button', { name: /^Northmere/ }).click();
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
    await page.getByRole('link', { name: 'Inspections' }).click();
    await page.getByRole('button', { name: /^Westfield/ }).waitFor();
    const folder = readdirSync(join(team, 'drafts')).find((name) => name.startsWith('northmere')) ?? '';
    renameSync(join(team, 'drafts', folder), join(base.path, folder));
    await page.getByText(/This inspection was here on .*; its folder is gone/).waitFor();
    await page.getByText('Missing from the folder').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await looksSound(page, 'inspection-missing');
    await page.getByRole('button', { name: /^Shared folder.*Records missing/ }).click();
    const dialog = page.getByRole('dialog', { name: /^The shared folder/ });
    await dialog.getByText(`Northmere: folder ${folder}`).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    renameSync(join(base.path, folder), join(team, 'drafts', folder));
    await page.getByText(/its folder is gone/).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Northmere/ }).waitFor();
    await page.getByRole('button', { name: /^Shared folder(?!.*Records missing)/ }).waitFor();
    // Ada made the workspace: she may say that it was taken out on purpose.
    renameSync(join(team, 'drafts', folder), join(base.path, folder));
    await page.getByRole('button', { name: 'Say why Northmere is gone' }).click();
    const why = page.getByRole('dialog', { name: 'Why Northmere is gone' });
    await why.getByLabel('It was moved elsewhere').check();
    await why.getByLabel('Where to').fill('The workspace of Region West');
    await why.getByLabel('Reason').fill('It is theirs');
    // What was typed is kept, though no draft is open in this window.
    await why.getByRole('button', { name: 'Cancel' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Say why Northmere is gone' }).click();
    await why.getByLabel('It was moved elsewhere').check();
    await expect.poll(() => why.getByLabel('Reason').inputValue()).toBe('It is theirs');
    await expect.poll(() => why.getByLabel('Where to').inputValue()).toBe('The workspace of Region West');
    await looksSound(page, 'inspection-explained');
    await why.getByRole('button', { name: 'Say that it is gone on purpose' }).click();
    await why.waitFor({ state: 'detached' });
    await page.getByText(/its folder is gone/).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Verify' }).click();
    const verified = page.getByRole('dialog', { name: 'Nothing is broken' });
    await verified.getByText(/Ada Marsh moved this inspection to The workspace of Region West/).waitFor();
    await looksSound(page, 'inspection-moved');
  } finally {
    await application.close();
    await base.remove();
  }
});
