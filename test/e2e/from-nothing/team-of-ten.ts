import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { goToTab, joinTeamEast } from './at-a-window.ts';
import { goInWorkspace, Steps, type Colleague, type Homes } from './panel-at-windows.ts';

/**
 * Ten people, of whom at most two have a window open at once: the chair, all the time, and whoever sits down. That is
 * some thirty windows, so `npm run test:full` alone has their journey.
 */
export const ada: Colleague = { name: 'Ada Marsh', seat: 'Chair' };
export const ben: Colleague = { name: 'Ben Holt', seat: 'Deputy' };
export const cleo: Colleague = { name: 'Cleo Ray', seat: 'Member', offline: true };
export const dan: Colleague = { name: 'Dan Okoro', seat: 'Member' };
export const eve: Colleague = { name: 'Eve Lund', seat: 'Member' };
export const fay: Colleague = { name: 'Fay Moss', seat: 'Member' };
export const gus: Colleague = { name: 'Gus Penn', seat: 'Member' };
export const hal: Colleague = { name: 'Hal Voss', seat: 'Member' };
export const ida: Colleague = { name: 'Ida Quist', seat: 'Quality assurance' };
export const jon: Colleague = { name: 'Jon Tate', seat: 'Arbiter' };
/** All of them. */
export const team = [ada, ben, cleo, dan, eve, fay, gus, hal, ida, jon];
/** Everybody but the chair, who makes the team. */
export const others = team.slice(1);

/** Words of a member's rationale in a round, which stand nowhere else. */
export const secretOf = ({ name }: Colleague, round: number): string => `Quillfeather ${name} ${round}`;
/** What a member writes. */
export const rationaleOf = (member: Colleague, round: number): string =>
  `${secretOf(member, round)}: plans are late, and nobody asks why.`;
/** The area of each round. */
export const areaOf = { 1: 'Impact of leaders', 2: 'Help and protection' } as const;
/** What is cited in each round. */
export const citing = { 1: /^Cite [A-Z]+-\d/u, 2: 'Cite paragraph 1' } as const;

/** Says who one is, by name alone. */
export async function introduceIn(page: Page, { name }: Colleague, steps: Steps): Promise<void> {
  await steps.type(page.getByLabel('Name', { exact: true }), name);
  await steps.press(page.getByRole('button', { name: 'Introduce myself' }));
  await page.getByRole('heading', { name: 'Open a workspace' }).waitFor();
}

/** Says at a window that the digits of somebody are what they read out. */
async function comparePhrase(page: Page, other: Colleague, steps: Steps): Promise<void> {
  const dialog = page.getByRole('dialog', { name: `Check it is really ${other.name}` });
  await steps.press(page.getByRole('button', { name: `Check it is really ${other.name}` }));
  steps.phrases.push((await dialog.getByText(/^(?:\d{5} ?){6}$/u).innerText()).trim());
  await steps.press(dialog.getByRole('button', { name: 'They are the same' }));
  await dialog.waitFor({ state: 'hidden' });
}

/** Somebody is invited by a line, opens the folder, and reads the digits with the chair, at her window, once. */
export async function join(
  homes: Homes,
  chair: Page,
  invitation: string,
  colleague: Colleague,
): Promise<Steps> {
  const [mine, hers] = [new Steps(), new Steps()];
  const { page, close } = await homes.open(colleague);
  await introduceIn(page, colleague, mine);
  await mine.type(page.getByLabel('The invitation, one line of text'), invitation);
  await mine.press(page.getByRole('button', { name: 'Read it' }));
  await page.getByText('invites you to').waitFor();
  if (colleague.offline === true) {
    await homes.copyFor(colleague);
    await mine.press(page.getByRole('button', { name: 'Open a folder' }));
    const dialog = page.getByRole('dialog', { name: 'Choose the folder of the workspace' });
    await mine.press(dialog.getByRole('button', { name: /team \(workspace\)/u }));
    await page.getByRole('heading', { name: 'Inspections', exact: true }).waitFor();
    await homes.sync(colleague);
  } else {
    await joinTeamEast(page, homes.base);
    mine.pressed += 3;
  }
  await goInWorkspace(page, 'People');
  mine.pressed += 1;
  await chair.getByRole('button', { name: colleague.name }).click();
  await comparePhrase(chair, colleague, hers);
  await comparePhrase(page, ada, mine);
  expect(mine.phrases, 'both read the same digits').toEqual(hers.phrases);
  if (colleague === dan) await addStandingInterest(page);
  if (colleague === jon) await page.getByText('10, of whom 10 verified', { exact: true }).waitFor();
  await close();
  return mine;
}

/** Dan worked at the authority until this year, which he says once, on his card. */
async function addStandingInterest(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Dan Okoro/u }).click();
  await page.getByRole('button', { name: 'Add a standing interest' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a standing interest' });
  await dialog.getByLabel('Provider').fill('Northmere');
  await dialog.getByLabel('How you are tied to it').selectOption('Worked there or for it');
  await dialog.getByLabel('Until').fill('2026-03-31');
  await dialog.getByLabel('In your own words').fill('Team manager, assessment');
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The chair begins the draft, with a note and two areas of text and grades, and saves it. */
export async function writeDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New draft' }).first().click();
  const begin = page.getByRole('dialog', { name: 'New draft' });
  await begin.getByLabel('Authority or setting').fill('Northmere');
  await begin.getByLabel('Framework').selectOption('ILACS 2026');
  await begin.getByLabel('First day').fill('2026-11-16');
  await begin.getByRole('button', { name: 'Begin the draft' }).click();
  await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
  await page
    .getByRole('navigation', { name: 'Judgment areas' })
    .getByRole('button', { name: areaOf[1] })
    .click();
  await page.getByRole('button', { name: /^New note/u }).click();
  const note = page.getByRole('dialog', { name: 'New evidence note' });
  await note.getByLabel('Note', { exact: true }).fill('Two of three plans were made within ten days.');
  for (const key of ['Alt+t', 'Alt+1', 'Alt+k']) await page.keyboard.press(key);
  await note.getByLabel('Who or what').fill('Case records');
  await note.getByRole('button', { name: 'Save the note' }).click();
  await note.waitFor({ state: 'hidden' });
  await goToTab(page, 'Write');
  for (const area of Object.values(areaOf)) {
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: area }).click();
    await page.getByRole('radio', { name: 'Good' }).click();
    await page.locator('.cm-content').click();
    await page.keyboard.type('Plans are made in time, and few are reviewed.');
    await page.getByText(/Typed text is safe on this computer/u).waitFor();
  }
  await page.getByRole('button', { name: /^Save a revision/u }).click();
  const save = page.getByRole('dialog', { name: 'Save a revision' });
  await save.getByLabel('Why did it change?').fill('For the panel');
  await save.getByRole('button', { name: 'Save the revision' }).click();
  await save.waitFor({ state: 'hidden' });
}
