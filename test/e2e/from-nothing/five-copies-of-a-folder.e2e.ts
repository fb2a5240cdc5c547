import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join as path } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leakingFiles, leaksIn } from '../leak-search.ts';
import { ownFolder, type OpenApplication } from '../open-application.ts';
import { goToTab, makeTeamEast } from './at-a-window.ts';
import {
  declareNone,
  goInWorkspace,
  Homes,
  lodgeOne,
  noteAs,
  openRoundOn,
  reveal,
  Steps,
  type Colleague,
} from './panel-at-windows.ts';
import { ada, areaOf, citing, introduceIn, join, rationaleOf, secretOf, writeDraft } from './team-of-ten.ts';

/**
 * The chair works in the team's folder, five others each on a copy of their own, which a bad sync tool carries: late, twice,
 * in part, an older version over a newer. Some fifteen windows, so `npm run test:full` alone has their journey.
 */
const apart = (name: string, seat: Colleague['seat'] = 'Member'): Colleague => ({
  name,
  seat,
  offline: true,
});
const ben = apart('Ben Holt', 'Deputy');
const [cleo, eve, fay, gus] = [apart('Cleo Ray'), apart('Eve Lund'), apart('Fay Moss'), apart('Gus Penn')];
const others = [ben, cleo, eve, fay, gus];
const keys: ReadonlyMap<Colleague, string> = new Map([
  [ada, '3'],
  [ben, '2'],
  [cleo, '4'],
  [eve, '4'],
  [fay, '3'],
  [gus, '2'],
]);

let base: Awaited<ReturnType<typeof ownFolder>>;
let homes: Homes;
let chair: OpenApplication;
const began = performance.now();

beforeAll(async () => {
  base = await ownFolder();
  homes = new Homes(base.path);
  chair = await homes.open(ada);
});
afterAll(async () => {
  await chair.close();
  await base.remove();
  console.log(`measured: five copies of a folder, ${Math.round((performance.now() - began) / 1000)} s`);
});

/** Somebody lodges on their own copy, from which nothing arrives by itself. */
function lodgeAt(colleague: Colleague): Promise<void> {
  return homes.atPanel(colleague, (page) =>
    lodgeOne(page, keys.get(colleague) ?? '', rationaleOf(colleague, 1), citing[1]),
  );
}

/** Puts what somebody wrote into the team's folder as a bad sync tool would: `as` says what arrives of each changed file. */
async function arrives(
  colleague: Colleague,
  as: (file: string, bytes: Buffer, before: Buffer) => readonly (readonly [file: string, bytes: Buffer])[],
): Promise<void> {
  const [own, team] = [homes.folderOf(colleague), path(base.path, 'team')];
  for (const entry of await readdir(path(own, 'drafts'), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const source = path(entry.parentPath, entry.name);
    const target = source.replace(own, team);
    const [bytes, before] = [await readFile(source), await readFile(target).catch(() => Buffer.alloc(0))];
    if (bytes.length <= before.length) continue;
    for (const [file, content] of as(target, bytes, before)) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }
}

/** Looks at the shared folder until the window has these headings, or all is well where there are none. */
async function expectOfFolder(page: Page, headings: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: /^Shared folder/u }).click();
  await page.getByRole('button', { name: 'Look now' }).click();
  const dialog = page.getByRole('dialog');
  for (const name of headings) await dialog.getByRole('heading', { name }).waitFor();
  expect(await dialog.innerText(), 'no name of 64 digits').not.toMatch(/[0-9a-f]{64}/u);
  await dialog.getByRole('button', { name: 'Close' }).click();
}

/** Six grades of one area are fifteen pairs: one lost would leave ten, one counted twice more. */
async function expectSixOnce(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Grades revealed' }).waitFor();
  const all = page.getByRole('row', { name: /^All pairs/u });
  expect((await all.innerText()).match(/\d+/u)?.[0]).toBe('15');
  expect(await page.getByText('written without reference to the reveal').count()).toBe(0);
}

describe('a round of six, five of them on copies that a bad sync tool carries', () => {
  it('they join, get their seats from a panel, and declare', async () => {
    const { page } = chair;
    await introduceIn(page, ada, new Steps());
    await makeTeamEast(page, base.path);
    await writeDraft(page);
    await page.getByRole('navigation', { name: 'Place' }).getByRole('link', { name: 'Inspections' }).click();
    await goInWorkspace(page, 'People');
    const line = page.getByLabel('The invitation, one line of text');
    await expect.poll(() => line.inputValue()).not.toBe('');
    const invitation = await line.inputValue();
    for (const colleague of others) await join(homes, page, invitation, colleague);
    await page.getByRole('button', { name: 'New panel' }).click();
    const edit = page.getByRole('dialog', { name: 'New panel' });
    await edit.getByLabel('Name').fill('Panel East');
    for (const { name, seat } of [ada, ...others])
      await edit.getByLabel(`Seat of ${name}`).selectOption(seat);
    await edit.getByRole('button', { name: 'Set up the panel' }).click();
    await page.getByRole('button', { name: 'Set up this panel in a draft' }).click();
    const apply = page.getByRole('dialog', { name: 'Set up Panel East in a draft' });
    await apply.getByRole('combobox').selectOption('Northmere');
    await apply.getByRole('button', { name: 'Give the roles' }).click();
    await page.getByText('Panel East is set up: 6 roles given.').first().waitFor();
    for (const colleague of others) {
      await homes.sync(colleague);
      await homes.atPanel(colleague, declareNone);
      await homes.sync(colleague);
    }
    await goInWorkspace(page, 'Inspections');
    await page.getByRole('button', { name: /^Northmere/u }).click();
    await goToTab(page, 'Panel');
    await declareNone(page);
    await openRoundOn(page, areaOf[1], '2026-12-04');
    for (const colleague of others) await homes.sync(colleague);
  }, 240_000);

  it('whose folder is gone in the middle of it loses nothing, and lodges once it is back', async () => {
    await homes.atPanel(cleo, async (page) => {
      await page.getByRole('radiogroup', { name: 'My independent grade' }).waitFor();
      for (const key of [keys.get(cleo) ?? '', 'f']) await page.keyboard.press(key);
      await page.getByRole('button', { name: citing[1] }).click();
      const folder = homes.folderOf(cleo);
      await rename(folder, `${folder}-off`);
      await page.getByRole('button', { name: /^Shared folder.*Folder out of reach/u }).waitFor();
      await page.getByRole('textbox', { name: 'My rationale' }).fill(rationaleOf(cleo, 1));
      await page.getByText('Kept on this computer only').waitFor();
      await page.keyboard.press('Control+Enter');
      await page
        .getByText(/no longer there, so Plumbline could not/u)
        .first()
        .waitFor();
      expect(await page.getByText(/Lodged as version/u).count()).toBe(0);
      await rename(`${folder}-off`, folder);
      await page.getByRole('button', { name: /^Shared folder(?!.*Folder out of reach)/u }).waitFor();
      await page.getByRole('button', { name: /^Lodge my grades/u }).click();
      await page.getByText(/Lodged as version 1/u).waitFor();
    });
  }, 60_000);

  it('what arrives doubled counts once, what arrives cut or not at all is not there yet, and nothing opens', async () => {
    const { page } = chair;
    for (const colleague of [ben, eve, fay, gus]) await lodgeAt(colleague);
    await lodgeOne(page, keys.get(ada) ?? '', rationaleOf(ada, 1), citing[1]);
    // Cleo's log arrives, beside a copy of it and in a second folder of the draft.
    await arrives(cleo, (file, bytes) => [
      [file, bytes],
      [file.replace('.jsonl', ' (conflicted copy).jsonl'), bytes],
    ]);
    // Ben's is as it was, and what he lodged stands in a conflicted copy alone.
    await arrives(ben, (file, bytes) => [[file.replace('.jsonl', '-DESKTOP-7Q2K9L1.jsonl'), bytes]]);
    // Eve's breaks off within its last line; Gus's whole log is there as zeros, whose content never came. Nothing of Fay's comes.
    await arrives(eve, (file, bytes) => [[file, bytes.subarray(0, bytes.length - 500)]]);
    await arrives(gus, (file, bytes) => [[file.replace('.jsonl', ' (1).jsonl'), Buffer.alloc(bytes.length)]]);
    const [folder = ''] = await readdir(path(base.path, 'team', 'drafts'));
    const drafts = path(base.path, 'team', 'drafts');
    await cp(path(drafts, folder), path(drafts, `${folder} (1)`), { recursive: true });
    await expectOfFolder(page, ['Conflicted copies', 'Half arrived']);
    // Ada, Cleo and Ben; neither Eve, of whom a part came, nor Gus and Fay.
    await page.getByRole('button', { name: 'Who has lodged: 3 of 6' }).waitFor();
    const secrets = [ada, ...others].map((member) => secretOf(member, 1));
    expect(await leakingFiles(base.path, secrets)).toEqual([]);
    for (const { name } of [ada, ...others]) {
      const told = secrets.filter((secret) => !secret.includes(name));
      expect(leaksIn(Buffer.from((homes.heard.get(name) ?? []).join('\n')), told), name).toEqual([]);
    }
  }, 240_000);

  it('once everything has come the rest is counted, and everybody’s copy shows the same six grades', async () => {
    const { page } = chair;
    for (const colleague of others) await homes.sync(colleague);
    await page.getByRole('button', { name: 'Who has lodged: 6 of 6' }).waitFor();
    await reveal(page, null);
    await expectSixOnce(page);
    for (const colleague of others) {
      await homes.sync(colleague);
      await homes.atPanel(colleague, expectSixOnce);
    }
    await page.getByRole('button', { name: /^Shared folder(?!.*Half arrived)/u }).waitFor();
    const note = await noteAs(page, 'md');
    for (const member of [ada, ...others]) expect(note.split(secretOf(member, 1))).toHaveLength(2);
  }, 240_000);
});
