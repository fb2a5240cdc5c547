import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { introduce, ownFolder, type OpenApplication } from '../open-application.ts';
import { tabTo } from '../tab-to.ts';
import { openTeamFolder } from '../team-workspace.ts';
import { openEmptyHome } from './at-a-window.ts';

const names = ['Ada Marsh', 'Ben Holt', 'Cleo Ray', 'Dan Okoro'] as const;
type Name = (typeof names)[number];

/** What each is asked to be; the owner chairs her own panel. */
const roles: Readonly<Record<Name, string>> = {
  'Ada Marsh': 'Chair',
  'Ben Holt': 'Deputy',
  'Cleo Ray': 'Panel member',
  'Dan Okoro': 'Arbiter',
};

/** The members of the panel; the arbiter grades nothing. */
const graders = ['Ada Marsh', 'Ben Holt', 'Cleo Ray'] as const;

/** The key of the grade that each gives to every area. */
const grades: Readonly<Record<(typeof graders)[number], string>> = {
  'Ada Marsh': '3',
  'Ben Holt': '2',
  'Cleo Ray': '4',
};

/** Goes to a screen by G and its letter. */
async function go(page: Page, letter: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press(letter);
}

/** Presses Tab until the rationale has the focus. */
async function tabToRationale(page: Page): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate(() => document.activeElement instanceof HTMLTextAreaElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach the rationale');
}

/** Makes the workspace in a folder `team` beside the homes, which the window makes too. */
async function makeWorkspace(page: Page, base: string): Promise<void> {
  await tabTo(page, /^ ?Make a new workspace$/u);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Make a new workspace' }).waitFor();
  await page.keyboard.type('Team East');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Choose a folder for the new workspace' }).waitFor();
  await tabTo(page, new RegExp(`^ ?${base.split('/').at(-1) ?? ''}$`, 'u'));
  await page.keyboard.press('Enter');
  await tabTo(page, /^ ?New folder$/u);
  await page.keyboard.press('Enter');
  await page.keyboard.type('te/am');
  await page.keyboard.press('Enter');
  await page.getByText('A folder’s name has no /').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('team');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Use the folder team' }).waitFor();
  await tabTo(page, /Use the folder team/u);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'No inspections yet' }).waitFor();
}

describe('from four empty homes to a revealed round and an arbiter’s decision, by keyboard', () => {
  let base: Awaited<ReturnType<typeof ownFolder>>;
  const windows = new Map<Name, OpenApplication>();
  const pageOf = (name: Name): Page => {
    const window = windows.get(name);
    if (window === undefined) throw new Error(`${name} has no window`);
    return window.page;
  };

  beforeAll(async () => {
    base = await ownFolder();
    for (const name of names)
      windows.set(name, await openEmptyHome(base.path, name.split(' ')[0]?.toLowerCase() ?? ''));
  });
  afterAll(async () => {
    for (const window of windows.values()) await window.close();
    await base.remove();
  });

  it('four people meet in one folder', async () => {
    for (const name of names) {
      const page = pageOf(name);
      await introduce(page, name);
      if (name === 'Ada Marsh') await makeWorkspace(page, base.path);
      else await openTeamFolder(page, base.path);
      await page.getByRole('heading', { name: 'Inspections', exact: true }).waitFor();
    }
  });

  it('the owner begins the draft, notes, writes and saves', async () => {
    const page = pageOf('Ada Marsh');
    await page.keyboard.press('n');
    await page.getByRole('dialog', { name: 'New draft' }).waitFor();
    await page.keyboard.type('Northmere');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ILACS 2026');
    await tabTo(page, /First day/u);
    // Whichever order of day and month the browser has, the eleventh of November is one date.
    await page.keyboard.type('11112026');
    await tabTo(page, /Begin the draft/u);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
    await page.keyboard.press('n');
    const note = page.getByRole('dialog', { name: 'New evidence note' });
    await note.waitFor();
    await page.keyboard.type('Two of three plans were made within ten days.');
    for (const key of ['Alt+t', 'Alt+1', 'Alt+k']) await page.keyboard.press(key);
    await tabTo(page, /Who or what/u);
    await page.keyboard.type('Case records');
    await tabTo(page, /Save the note/u);
    await page.keyboard.press('Enter');
    await note.waitFor({ state: 'hidden' });
    await go(page, 'w');
    await page.locator('.cm-content').waitFor();
    await page.keyboard.press('e');
    await page.keyboard.type('Plans are made in good time.');
    await page.getByText(/Typed text is safe on this computer/u).waitFor();
    await page.keyboard.press('Control+s');
    const dialog = page.getByRole('dialog', { name: 'Save a revision' });
    await dialog.waitFor();
    await page.keyboard.type('For the panel');
    await tabTo(page, /Save the revision/u);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('she makes herself chair, and the others what they are', async () => {
    const page = pageOf('Ada Marsh');
    await page.locator('main').press('g');
    await page.keyboard.press('l');
    for (const name of names) {
      await tabTo(page, new RegExp(`Give ${name} a role`, 'u'));
      await page.keyboard.type(roles[name].slice(0, 4));
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: `Take the role ${roles[name]} from ${name}` }).waitFor();
    }
  });

  it('the members declare their interests', async () => {
    for (const name of names) {
      const page = pageOf(name);
      if (name !== 'Ada Marsh') {
        await page.getByRole('button', { name: /^Northmere/u }).waitFor();
        await tabTo(page, /^Northmere/u);
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
      }
      await go(page, 'p');
      if (name === 'Dan Okoro') continue;
      await page.getByRole('button', { name: 'I have none to declare' }).waitFor();
      await tabTo(page, /I have none to declare/u);
      await page.keyboard.press('Enter');
      await page.getByText(/You declared none/u).waitFor();
    }
  });

  it('the chair opens the round, and every member’s window goes to grading', async () => {
    const page = pageOf('Ada Marsh');
    await page.getByText('Still needed').waitFor({ state: 'hidden' });
    await tabTo(page, /^Open the round$/u);
    await page.keyboard.press('Enter');
    for (const name of graders)
      await pageOf(name).getByRole('radiogroup', { name: 'My independent grade' }).waitFor();
    for (const name of names)
      await pageOf(name).getByRole('region', { name: 'This draft' }).getByText('Moderation').waitFor();
  });

  it('each lodges a grade for every area', async () => {
    for (const name of graders) {
      const page = pageOf(name);
      for (let area = 0; area < 4; area += 1) {
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
        for (const key of [grades[name], 's']) await page.keyboard.press(key);
        await tabToRationale(page);
        await page.keyboard.type(`What I read of area ${area + 1} says so.`);
        await tabTo(page, /Cite evidence/u);
        await page.keyboard.press('Enter');
        const cite = page.getByRole('dialog', { name: /^Cite evidence/u });
        await cite.waitFor();
        await page.keyboard.press('Tab');
        // The list itself takes the focus where it can be scrolled.
        if (await page.evaluate(() => !(document.activeElement instanceof HTMLInputElement)))
          await page.keyboard.press('Tab');
        await page.keyboard.press('Space');
        await tabTo(page, /^ ?Done$/u);
        await page.keyboard.press('Enter');
        await cite.waitFor({ state: 'hidden' });
        if (area < 3) await page.keyboard.press('j');
      }
      await page.keyboard.press('Control+Enter');
      await page.getByText(/Lodged as version 1/u).waitFor();
    }
  });

  it('the chair reveals them, and every member sees the same grades, the arbiter none', async () => {
    const page = pageOf('Ada Marsh');
    await page.getByRole('button', { name: 'Who has lodged: 3 of 3' }).waitFor();
    await tabTo(page, /Reveal all grades/u);
    await page.keyboard.press('Enter');
    await page.getByText('3 of 3 have lodged').waitFor();
    await tabTo(page, /^Reveal them$/u);
    await page.keyboard.press('Enter');
    for (const name of graders)
      await pageOf(name).getByRole('heading', { name: 'Grades revealed' }).waitFor();
    await pageOf('Dan Okoro').getByText('Nobody asks you to decide an area now.').waitFor();
  });

  it('a member challenges another, and accepts the answer', async () => {
    const [asks, answers] = [pageOf('Cleo Ray'), pageOf('Ben Holt')];
    await asks.keyboard.press('c');
    const raise = asks.getByRole('dialog', { name: /Challenge/u });
    await raise.waitFor();
    await asks.keyboard.type('The grade');
    await asks.keyboard.press('Tab');
    await asks.keyboard.type('Which note shows it?');
    await asks.keyboard.press('Tab');
    await asks.keyboard.type('Ben');
    await tabTo(asks, /Raise it/u);
    await asks.keyboard.press('Enter');
    await raise.waitFor({ state: 'hidden' });
    await answers.getByRole('button', { name: 'Answer it' }).waitFor();
    await tabTo(answers, /Answer it/u);
    await answers.keyboard.press('Enter');
    const answer = answers.getByRole('dialog', { name: 'Answer the challenge' });
    await answer.waitFor();
    await answers.keyboard.type('The note of the case records.');
    await tabTo(answers, /^Answer it$/u);
    await answers.keyboard.press('Enter');
    await answer.waitFor({ state: 'hidden' });
    await asks.getByRole('button', { name: 'Accept the answer' }).waitFor();
    await tabTo(asks, /Accept the answer/u);
    await asks.keyboard.press('Enter');
    for (const page of [asks, answers])
      await page.getByText('Answer accepted', { exact: true }).first().waitFor();
  });

  it('the chair asks the arbiter, who decides without names, and nothing asks the panel again', async () => {
    const [chair, arbiter] = [pageOf('Ada Marsh'), pageOf('Dan Okoro')];
    await tabTo(chair, /ask the arbiter/u);
    await chair.keyboard.press('Enter');
    const ask = chair.getByRole('dialog', { name: /^Ask the arbiter/u });
    await ask.waitFor();
    await tabTo(chair, /^Arbiter/u);
    await chair.keyboard.type('Dan');
    await chair.keyboard.press('Tab');
    await chair.keyboard.type('Three grades, and none gives way.');
    await chair.keyboard.press('Control+Enter');
    await ask.waitFor({ state: 'hidden' });
    await arbiter.getByRole('heading', { name: /^Decide /u }).waitFor();
    await arbiter.getByText('Member C').waitFor();
    await arbiter.getByRole('heading', { name: 'The text that the panel graded, revision 1' }).waitFor();
    const read = await arbiter.locator('main').innerText();
    for (const name of graders) expect(read, `the arbiter reads who ${name} is`).not.toContain(name);
    expect(read).toContain('What I read of area 1 says so.');
    await tabTo(arbiter, /^Grade/u);
    await arbiter.keyboard.type('Good');
    await arbiter.keyboard.press('Tab');
    await arbiter.keyboard.type('The descriptor of good is met, but for one record.');
    await tabTo(arbiter, /^Decide$/u);
    await arbiter.keyboard.press('Enter');
    await arbiter.getByText('Nobody asks you to decide an area now.').waitFor();
    await chair.getByText(/by the arbiter\. The descriptor of good is met/u).waitFor();
    await chair.keyboard.press('?');
    await chair.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    expect(await chair.getByText(/^outcome: /u).count(), 'keys that would be refused').toBe(0);
    await chair.keyboard.press('Escape');
    await chair.getByRole('dialog').waitFor({ state: 'hidden' });
    await chair.keyboard.press('j');
    await chair.getByRole('radiogroup', { name: 'Outcome' }).waitFor();
  });
});
