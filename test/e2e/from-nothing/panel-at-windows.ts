import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { openInBrowser } from '../browser-window.ts';
import { overhear } from '../leak-search.ts';
import { carry } from '../panel-team.ts';
import type { OpenApplication } from '../open-application.ts';
import { pdfFacts } from '../pdf-facts.ts';
import { wordFacts } from '../word-facts.ts';
import { goToTab } from './at-a-window.ts';

const look = { size: { width: 1440, height: 900 }, theme: 'light' } as const;

/** The seats of a panel as the window names them. */
type Seat = 'Chair' | 'Deputy' | 'Member' | 'Quality assurance' | 'Arbiter';

/** Somebody of the team, who has a home of their own. */
export interface Colleague {
  readonly name: string;
  readonly seat: Seat;
  /** Whether they work on a copy of the folder, which meets the team's only now and then. */
  readonly offline?: boolean;
}

/** What one person pressed and typed to get into a team. */
export class Steps {
  pressed = 0;
  /** The digits that were read aloud. */
  readonly phrases: string[] = [];

  async press(control: Locator): Promise<void> {
    await control.click();
    this.pressed += 1;
  }

  async type(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    this.pressed += 1;
  }
}

/** The homes of a team below one folder, and what their windows were told. */
export class Homes {
  readonly base: string;
  readonly heard = new Map<string, string[]>();

  constructor(base: string) {
    this.base = base;
  }

  /** The folder of the workspace as somebody has it. */
  folderOf({ name, offline }: Colleague): string {
    return offline === true ? join(this.#homeOf(name), 'team') : join(this.base, 'team');
  }

  #homeOf(name: string): string {
    return join(this.base, name.split(' ')[0]?.toLowerCase() ?? '');
  }

  /** Opens somebody's window. */
  async open({ name }: Colleague): Promise<OpenApplication> {
    await mkdir(this.#homeOf(name), { recursive: true });
    const application = await openInBrowser(this.#homeOf(name), look);
    const heard = this.heard.get(name) ?? [];
    this.heard.set(name, heard);
    overhear(application.page, heard);
    return application;
  }

  /** What a sync tool does between the team's folder and that of somebody who works on a copy. */
  async sync(colleague: Colleague): Promise<void> {
    const [own, team] = [this.folderOf(colleague), join(this.base, 'team')];
    await mkdir(own, { recursive: true });
    await carry(own, team);
    await carry(team, own);
  }

  /** Somebody who works on a copy begins with one. */
  async copyFor(colleague: Colleague): Promise<void> {
    await cp(join(this.base, 'team'), this.folderOf(colleague), { recursive: true });
  }

  /** Somebody sits down at their window, goes to the panel of the only draft, does something and leaves. */
  async atPanel(colleague: Colleague, work: (page: Page) => Promise<void>): Promise<void> {
    const application = await this.open(colleague);
    await openPanelOf(application.page);
    await work(application.page);
    await application.close();
  }
}

/** Opens the panel of the draft on Northmere from the list. */
async function openPanelOf(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Northmere/u }).click();
  await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
  await goToTab(page, 'Panel');
  await page.getByRole('group', { name: 'Views of the panel' }).waitFor();
}

/** Goes to a screen of the workspace by its tab. */
export async function goInWorkspace(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens of this workspace' })
    .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
    .click();
}

/** Declares that there is no interest. */
export async function declareNone(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I have none to declare' }).click();
  await page.getByText(/You declared none/u).waitFor();
}

/** Declares, late, how things seem to stand with the provider. */
export async function declareInterest(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Interests', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'Interests' })
    .getByRole('button', { name: 'Declare an interest' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Declare an interest' });
  await dialog.getByLabel('What kind').selectOption({ index: 1 });
  await dialog.getByLabel('How it stands').selectOption('Perceived');
  await dialog.getByLabel('What it is').fill(what);
  await dialog.getByRole('button', { name: 'Declare it' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Puts off the day of a round, excuses a member, and says how late grades are counted. */
export async function changeRound(page: Page, due: string, excused: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: /^Who has lodged/u }).click();
  await page.getByRole('button', { name: 'Change the round' }).click();
  const change = page.getByRole('dialog', { name: 'Change the round' });
  await change.getByLabel('Lodge by').fill(due);
  await change.getByLabel('Excuse a member').selectOption(excused);
  await change
    .getByLabel('Grades written without reference to the reveal')
    .selectOption('Show them in a second line of figures');
  await change.getByRole('textbox', { name: /^Why/u }).fill(reason);
  await change.getByRole('button', { name: 'Change the round' }).click();
  await change.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'My grade', exact: true }).click();
}

/** Records that one holds to another grade than the panel. */
export async function dissent(page: Page, grade: string, words: string): Promise<void> {
  await page.getByRole('button', { name: /^Dissent/u }).click();
  const dialog = page.getByRole('dialog', { name: /^Record your dissent/u });
  await dialog.getByLabel('The grade you hold to').selectOption(grade);
  await dialog.getByLabel('In your own words').fill(words);
  await dialog.getByRole('button', { name: 'Record my dissent' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The chair changes the grade of the area that is open, and decides alone. */
export async function agreeAsChair(page: Page, grade: string, reason: string): Promise<void> {
  await page.getByRole('radio', { name: 'Change the grade' }).check();
  await page.getByRole('combobox', { name: /^Agreed grade/u }).selectOption(grade);
  await page.getByRole('radio', { name: 'Chair decides' }).check();
  await page.getByRole('textbox', { name: 'Reason', exact: true }).fill(reason);
  await page.getByRole('button', { name: /^Record outcome/u }).click();
}

/** Lodges a grade for the only area of the round, and cites what stands beside it. */
export async function lodgeOne(
  page: Page,
  key: string,
  rationale: string,
  cite: string | RegExp,
): Promise<void> {
  await page.getByRole('radiogroup', { name: 'My independent grade' }).waitFor();
  await page.keyboard.press(key);
  await page.keyboard.press('s');
  await page.getByRole('textbox', { name: 'My rationale' }).fill(rationale);
  await page.getByRole('button', { name: cite }).click();
  await page.getByText('Kept on this computer only').waitFor();
  await page.getByRole('button', { name: /^Lodge my grades/u }).click();
  await page.getByText(/Lodged as version 1/u).waitFor();
}

/** Opens a round on one area, by the form that stands on the screen. */
export async function openRoundOn(page: Page, area: string, due: string): Promise<void> {
  const areas = page.getByRole('group', { name: 'Areas, parts before the whole' });
  for (const box of await areas.getByRole('checkbox').all()) await box.uncheck();
  await areas.getByRole('checkbox', { name: area }).check();
  await page.getByLabel('By when').fill(due);
  await page.getByText('Still needed').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Open the round', exact: true }).click();
  await page.getByRole('button', { name: /^Who has lodged/u }).waitFor();
}

/** Reveals the round, with a reason where somebody is waited for. */
export async function reveal(page: Page, reason: string | null): Promise<void> {
  await page.getByRole('button', { name: 'Reveal all grades' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reveal all grades' });
  if (reason !== null) await dialog.getByLabel('Why it is revealed now').fill(reason);
  await dialog.getByRole('button', { name: 'Reveal them' }).click();
  await page.getByRole('heading', { name: 'Grades revealed' }).waitFor();
}

/** Reads what a format of the note of the meeting says, as its reader would. */
export async function noteAs(page: Page, format: 'docx' | 'pdf' | 'html' | 'md'): Promise<string> {
  await page.getByRole('button', { name: 'Note of the meeting' }).click();
  const dialog = page.getByRole('dialog', { name: 'Note of the meeting' });
  await dialog.getByRole('combobox').selectOption(format);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Make the note' }).click();
  const bytes = await readFile(await (await download).path());
  await dialog.waitFor({ state: 'hidden' });
  if (format === 'docx') return wordFacts(bytes).text;
  if (format === 'pdf') return (await pdfFacts(new Uint8Array(bytes))).spoken;
  return strFromU8(bytes).replaceAll(/<[^>]*>/gu, ' ');
}
