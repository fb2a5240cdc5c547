import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looksSound } from './looks-sound.ts';
import { leakingFiles, leaksIn, overhear } from './leak-search.ts';
import { ownFolder, type OpenApplication, type WindowLook } from './open-application.ts';
import {
  beginTeam,
  declareNone,
  expectChosenInForcedColours,
  given,
  homeOf,
  lodgeGiven,
  members,
  openPanel,
  outcomes,
  syncAll,
  turnToTheRound,
  type Member,
} from './panel-team.ts';
import { openApplication } from './plumbline-window.ts';
import { tabTo } from './tab-to.ts';
import { need, run, settle } from '../main/running-scope.ts';
import { services } from '../../src/main/composition/calls.ts';

const pictures = join(import.meta.dirname, '..', '..', 'test-results', 'screens');

/**
 * Who declares and lodges in a window: the chair, last of all, and with PLUMBLINE_FULL=1 everybody. The others do it at
 * their own computers by what a window calls; from-nothing/four-homes-to-a-reveal has four windows, in test:full.
 */
const inWindows: readonly Member[] = process.env['PLUMBLINE_FULL'] === '1' ? members : ['Judith Pryce'];
/** Words of each member's rationale that stand nowhere else. */
const secretOf = (member: Member): string => `Quillfeather ${member}`;
const rationaleOf = (member: Member, area: number): string =>
  `${secretOf(member)}: plans are late in area ${area}, and nobody asks why.`;

/** Confirms, with one reason, every grade that the window's person has not moved, by keyboard alone. */
async function confirmGrades(page: Page): Promise<void> {
  await tabTo(page, /^Confirm my \d grades?$/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Confirm my grades' });
  await dialog.waitFor();
  await page.keyboard.type('Nothing that was said changes it.');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });
}

/** Says which grade's descriptor fits a criterion best, and follows criteria to the notes that are linked to them. */
async function fitAndFollow(page: Page): Promise<void> {
  const criterion = 'Leaders know their service and act on what they know';
  await page.keyboard.press('Shift+Digit3');
  await page.getByText('Fits requires improvement', { exact: true }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('heading', { name: 'Evidence for criterion 2' }).waitFor();
  await page.getByText('No note is linked to this criterion.').waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await tabTo(page, new RegExp(`^1${criterion}`));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Evidence for criterion 1' }).getByText('1 note').waitFor();
  await page.keyboard.press('a');
  await page.getByRole('heading', { name: /^Evidence\s*1 note/ }).waitFor();
  await page.keyboard.press('a');
  for (const key of ['n', 'e']) await page.keyboard.press(key);
  await page.getByRole('button', { name: /^Cited [A-Z]+-\d/ }).waitFor();
  for (const key of ['e', 'u']) await page.keyboard.press(key);
  await page.getByRole('radio', { name: 'Unsure', checked: true }).waitFor();
}

describe('a round of independent grades, by keyboard alone, four people in four folders', () => {
  let home: Awaited<ReturnType<typeof ownFolder>>;
  /** What each member's window was told before the reveal. */
  const heard = new Map<Member, string[]>(members.map((member) => [member, []]));

  beforeAll(async () => {
    home = await ownFolder();
    await beginTeam(home.path);
  }, 120_000);
  afterAll(async () => {
    await home.remove();
  });

  /** Opens a member's window on their own folder, does something in it, closes it, and syncs the folders. */
  async function as(
    member: Member,
    work: (page: Page, application: OpenApplication) => Promise<void>,
    look?: WindowLook,
  ): Promise<void> {
    const application = await openApplication(homeOf(home.path, member), look);
    overhear(application.page, heard.get(member) ?? []);
    try {
      await work(await openPanel(application), application);
    } catch (error) {
      await application.page.screenshot({ path: join(pictures, `panel-failed-${member}.png`) });
      throw error;
    } finally {
      await application.close();
    }
    await syncAll(home.path);
  }

  it('begins with declarations of interests', async () => {
    for (const member of members.toReversed()) {
      if (!inWindows.includes(member)) {
        await declareNone(home.path, member);
        continue;
      }
      await as(member, async (page) => {
        await tabTo(page, /I have none to declare/);
        await page.keyboard.press('Enter');
        await page.getByText(/You declared none/).waitFor();
      });
    }
  }, 120_000);

  it('is opened by the chair', async () => {
    await as('Judith Pryce', async (page) => {
      await looksSound(page, 'panel-open');
      await tabTo(page, /Open the round/);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Who has lodged: 0 of 4' }).waitFor();
    });
  }, 60_000);

  it('each member lodges area by area', async () => {
    for (const member of members.toReversed()) {
      if (!inWindows.includes(member)) {
        await lodgeGiven(home.path, member, (area) => rationaleOf(member, area));
        continue;
      }
      await as(member, async (page) => {
        await page.getByRole('radiogroup', { name: 'My independent grade' }).waitFor();
        for (const [at, key] of given[member].entries()) {
          for (const pressed of [key, 'f']) await page.keyboard.press(pressed);
          if (member === 'Judith Pryce' && at === 0) await fitAndFollow(page);
          await page.getByRole('textbox', { name: 'My rationale' }).focus();
          await page.keyboard.type(rationaleOf(member, at + 1));
          await tabTo(page, /Cite evidence/);
          await page.keyboard.press('Enter');
          await page.getByRole('dialog', { name: /Cite evidence/ }).waitFor();
          await page.keyboard.press('Tab');
          await page.keyboard.press('Space');
          await tabTo(page, /^Done$/);
          await page.keyboard.press('Enter');
          await page.getByText('Kept on this computer only').waitFor();
          if (member === 'Judith Pryce' && at === 2) {
            await looksSound(page, 'panel-lodging', { atZoom: true });
            await expectChosenInForcedColours(page);
            await turnToTheRound(page);
          }
          if (at === 3) continue;
          const frame = page.getByRole('list', { name: 'Descriptors of the criteria' });
          await page.setViewportSize({ width: 1440, height: 768 });
          await frame.evaluate((element) => element.scrollTo(0, element.scrollHeight));
          expect(await frame.evaluate((element) => element.scrollTop), 'there is more to read').not.toBe(0);
          await page.keyboard.press('j');
          await expect
            .poll(() => frame.evaluate((element) => element.scrollTop), { message: 'the next begins' })
            .toBe(0);
        }
        await page.keyboard.press('Control+Enter');
        await page.getByText(/Lodged as version 1/).waitFor();
      });
    }
  }, 240_000);

  it('until the reveal nobody else’s words are in any file or any message', async () => {
    const secrets = members.map(secretOf);
    expect(await leakingFiles(home.path, secrets)).toEqual([]);
    for (const member of inWindows) {
      const others = secrets.filter((secret) => secret !== secretOf(member));
      const bytes = Buffer.from((heard.get(member) ?? []).join('\n'));
      expect(leaksIn(bytes, others), `what ${member} was told`).toEqual([]);
      expect(leaksIn(bytes, [secretOf(member)]), 'the search finds what is there').toHaveLength(1);
    }
  });

  it('is revealed to all at once', async () => {
    await as('Judith Pryce', async (page) => {
      await tabTo(page, /Reveal all grades/);
      await page.keyboard.press('Enter');
      await page.getByText('4 of 4 have lodged').waitFor();
      await tabTo(page, /^Reveal them$/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Grades revealed' }).waitFor();
      await page.locator('.agenda svg').first().waitFor();
      // Nobody has confirmed anything yet: what is seen is the independent grades.
      await page.getByText('3 grades, 4 not confirmed').first().waitFor();
      await expect.poll(() => page.locator('.agenda .ar svg text').count()).toBe(16);
    });
  }, 60_000);

  it('an auditor with the files alone opens every lodged grade', async () => {
    const auditor = run(join(home.path, 'auditor'));
    await settle(auditor, 'Ada Auditor', join(homeOf(home.path, 'Dele Farrow'), 'team'), false);
    const draft = need(await services.listDrafts(auditor.scope, {}))[0]?.draft ?? '';
    const { state } = need(await services.openDraft(auditor.scope, { draft }));
    const [round] = state.moderation.rounds;
    const rationales = round?.lodgings.map((lodging) => lodging.entries?.[0]?.rationale.slice(0, 40));
    expect(rationales?.toSorted()).toEqual(
      members.map((member) => rationaleOf(member, 1).slice(0, 40)).toSorted(),
    );
    expect(round?.lodgings.map((lodging) => lodging.standing)).toEqual(members.map(() => 'independent'));
    const verified = need(await services.verifyWorkspace(auditor.scope, { draft: null }));
    expect(verified.ok).toBe(true);
    auditor.app.release();
  }, 30_000);

  it('a member moves a grade, another challenges, a third dissents', async () => {
    await as('Gareth Oakes', async (page) => {
      await page.getByRole('heading', { name: 'Grades revealed' }).waitFor();
      await page.keyboard.press('m');
      const dialog = page.getByRole('dialog', { name: /Confirm or change/ });
      await dialog.waitFor();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Tab');
      await page.keyboard.type('One serious case is not enough by itself.');
      await tabTo(page, /Move my grade/);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText('1 member moved').waitFor();
    });
    await as('Dele Farrow', async (page) => {
      await page.getByRole('heading', { name: 'Grades revealed' }).waitFor();
      await page.keyboard.press('c');
      const dialog = page.getByRole('dialog', { name: /Challenge/ });
      await dialog.waitFor();
      await page.keyboard.type('The grade');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Which note shows that the action has worked?');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Imran');
      await tabTo(page, /Raise it/);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText(/Dele Farrow( \(unverified\))? asks Imran Sadiq/).waitFor();
      await confirmGrades(page);
    });
    await as('Imran Sadiq', async (page) => {
      await page.getByText(/Dele Farrow( \(unverified\))? asks Imran Sadiq/).waitFor();
      await tabTo(page, /Answer it/);
      await page.keyboard.press('Enter');
      const answer = page.getByRole('dialog', { name: 'Answer the challenge' });
      await answer.waitFor();
      await page.keyboard.type('None yet: the note records action, not impact.');
      await tabTo(page, /^Answer it$/);
      await page.keyboard.press('Enter');
      await answer.waitFor({ state: 'hidden' });
      await page.keyboard.press('d');
      const dialog = page.getByRole('dialog', { name: /Record your dissent/ });
      await dialog.waitFor();
      await page.keyboard.type('Good');
      await page.keyboard.press('Tab');
      await page.keyboard.type('The descriptor for good asks that leaders know and act. They do both.');
      await page.keyboard.press('Control+Enter');
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText('They do both.').waitFor();
      await confirmGrades(page);
    });
  }, 120_000);

  it('the chair records the outcome; the room sees it; precedents and agreement stand beside it', async () => {
    await as('Judith Pryce', async (page, application) => {
      await page.getByText(/They do both/).waitFor();
      await confirmGrades(page);
      await page.keyboard.press('a');
      await page.keyboard.type('Action is clear, its effect is not even yet.');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Choose how the outcome was found.').first().waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('outcome-rule');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Action is clear, its effect is not even yet. Judith Pryce').waitFor();
      await page.getByText('Agreed: Requires improvement').waitFor();
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await looksSound(page, 'panel-revealed');
      await page.keyboard.press('b');
      await page.getByRole('heading', { name: 'Descriptors of the grades given' }).waitFor();
      await page
        .getByText('Best fit by criterion: Leaders know their service and act on what they know: Requires')
        .waitFor();
      await looksSound(page, 'panel-side-by-side');
      await page.keyboard.press('t');
      await page.getByRole('table').first().waitFor();
      await looksSound(page, 'panel-table');
      await page.keyboard.press('t');
      await page.keyboard.press('p');
      await page.getByRole('button', { name: 'Leave P' }).waitFor();
      expect(await page.getByRole('contentinfo').innerText(), 'nothing of the chair alone').not.toMatch(
        /dissent|move my grade|backup|outcome/i,
      );
      await page.getByRole('heading', { name: /^Narrative/u }).waitFor();
      await looksSound(page, 'panel-projection-side');
      await page.keyboard.press('b');
      await page.locator('.agenda svg').first().waitFor();
      await looksSound(page, 'panel-projection');
      await page.keyboard.press('p');
      await page.keyboard.press('v');
      await page.getByRole('heading', { name: 'Precedents of a pattern of grades' }).waitFor();
      const table = join(home.path, 'outcomes.csv');
      writeFileSync(table, outcomes);
      await application.chooseFiles({ ask: () => page.keyboard.press('i'), paths: [table] });
      await page.getByText(/The same pattern: 2 of 4/).waitFor();
      await looksSound(page, 'panel-precedents');
      await page.keyboard.press('v');
      await page.getByRole('heading', { name: 'Severity against the other members' }).waitFor();
      await page.locator('.figure svg').first().waitFor();
      await looksSound(page, 'panel-agreement');
    });
  }, 120_000);
});
