import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pictureEach } from './looks-sound.ts';
import { introduce, ownFolder } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { need } from '../main/running-scope.ts';
import { services } from '../../src/main/composition/calls.ts';
import { PicturedPanel } from './pictured-panel.ts';

let base: Awaited<ReturnType<typeof ownFolder>>;
let panel: PicturedPanel;
let invitation = '';

beforeAll(async () => {
  base = await ownFolder();
  panel = new PicturedPanel(base.path);
  await panel.begin(300);
}, 240_000);
afterAll(async () => {
  await base.remove();
});

async function gradeThree(page: Page): Promise<void> {
  await page.getByRole('radiogroup', { name: 'My independent grade' }).waitFor();
  for (const key of ['3', 'f', 'j', '3', 's', 'j']) await page.keyboard.press(key);
  await page.getByRole('heading', { name: 'Children in care', exact: true }).waitFor();
  for (const key of ['2', 's', 'Shift+Digit2', 'ArrowDown', 'Shift+Digit3', 'n', 'e', 'n', 'e', 'n'])
    await page.keyboard.press(key);
  await page.getByRole('button', { name: 'Cite paragraph 1' }).click();
  await page
    .getByRole('textbox', { name: 'My rationale' })
    .fill(
      'Children are known by people who stay, and most are seen alone. Where workers change, promises are lost. This is some children, not most.',
    );
  await page.getByText('Kept on this computer only').waitFor();
}

/** A picture of the dialog that a button opens, which is closed after. */
async function pictureDialog(page: Page, button: string | RegExp, name: string): Promise<void> {
  const open = page.locator('dialog[open]');
  const before = await open.count();
  await page.getByRole('button', { name: button }).first().click();
  await expect.poll(() => open.count()).toBe(before + 1);
  await pictureEach(page, name);
  await page.keyboard.press('Escape');
  await expect.poll(() => open.count()).toBe(before);
}

describe('pictures of a panel’s room', () => {
  it('of its people, and of what is set up there', async () => {
    const interest = {
      tie: 'lived',
      provider: 'Westering',
      from: null,
      until: '2024-03-31',
      words: '',
    } as const;
    await panel.as('other', async (scope) =>
      need(await services.listInterests(scope, { interests: [interest] })),
    );
    await panel.as('chair', async (scope) => {
      const seats = {
        chair: panel.person('chair'),
        deputies: [panel.person('deputy')],
        qa: [panel.person('qa')],
      };
      const members = [panel.person('member'), panel.person('other'), panel.person('late')];
      const arbiters = [panel.person('arbiter')];
      const body = { panel: 'northern', name: 'Northern panel', ...seats, members, arbiters };
      need(await services.setUpPanel(scope, body));
      need(await services.distrustPerson(scope, { person: panel.person('writer') }));
      ({ line: invitation } = need(await services.makeInvitation(scope, {})));
    });
    await panel.see('chair', async (page) => {
      await page.keyboard.press('g');
      await page.keyboard.press('y');
      await page.getByRole('heading', { name: 'People', exact: true, level: 1 }).waitFor();
      await page.getByText('Do not rely on this card.').first().waitFor();
      await pictureEach(page, 'room-people');
      await page
        .getByRole('row', { name: /Sian Marl/u })
        .getByRole('button')
        .click();
      await pictureDialog(page, 'Check it is really Sian Marl', 'room-phrase');
      await pictureDialog(page, 'New panel', 'room-new-panel');
      await pictureDialog(page, 'Set up this panel in a draft', 'room-apply-panel');
    });
  });

  it('of somebody who was invited', async () => {
    await mkdir(join(base.path, 'newcomer'));
    const { page, close } = await openApplication(join(base.path, 'newcomer'));
    await introduce(page, 'Moira Kell');
    await page.getByLabel('The invitation, one line of text').fill(invitation);
    await pictureEach(page, 'room-join');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText('invites you to').waitFor();
    await pictureEach(page, 'room-invited');
    await close();
  });

  it('before and while people lodge', async () => {
    await panel.declare(['chair', 'deputy', 'member', 'other', 'late']);
    await panel.see('chair', async (page) => {
      await page.getByRole('button', { name: 'Open the round', exact: true }).waitFor();
      await pictureEach(page, 'room-open');
      await page.getByRole('button', { name: 'Interests', exact: true }).click();
      await page.getByRole('heading', { name: 'Interests of the others' }).waitFor();
      await pictureEach(page, 'room-interests');
      await pictureDialog(page, 'Record an interest', 'room-interest');
    });
    await panel.open(['leaders', 'help-and-protection', 'children-in-care', 'care-leavers'], '2026-12-04');
    await panel.lodge('other', [2, 2, 1, 1]);
    await panel.as('writer', (scope) =>
      panel.save(scope, 'Children in care are known well.', 'A word of the leader'),
    );
    await panel.see('chair', async (page) => {
      await gradeThree(page);
      await pictureEach(page, 'room-lodging-half');
      await page.getByRole('button', { name: /^Who has lodged/u }).click();
      await pictureEach(page, 'room-lodging-who');
      await pictureDialog(page, 'Change the round', 'room-change');
    });
    await panel.see('member', async (page) => {
      await page.getByRole('radiogroup', { name: 'My independent grade' }).waitFor();
      await pictureEach(page, 'room-lodging-empty');
      const team = join(base.path, 'team');
      await page.keyboard.press('3');
      await rename(team, `${team}-off`);
      await page.getByRole('button', { name: /^Shared folder.*Folder out of reach/u }).waitFor();
      await pictureEach(page, 'room-lodging-offline');
      await rename(`${team}-off`, team);
      await page.getByRole('button', { name: /^Shared folder(?!.*Folder out of reach)/u }).waitFor();
    });
    await panel.see('other', async (page) => {
      await page.getByText(/Lodged as version 1/u).waitFor();
      await pictureEach(page, 'room-lodging-lodged');
    });
  });

  it('of a round that is put off, one of whose members is excused', async () => {
    await panel.as('chair', async (scope, draft) => {
      const { id: round } = await panel.round(scope);
      const excused = [panel.person('late')];
      const change = {
        due: '2026-12-11',
        added: [],
        excused,
        unproven: 'shown' as const,
        reason: 'On leave.',
      };
      need(await services.amendRound(scope, { draft, round, ...change }));
    });
    await panel.see('chair', async (page) => {
      await page.getByRole('button', { name: /^Who has lodged/u }).click();
      await page
        .getByText(/excused/iu)
        .first()
        .waitFor();
      await pictureEach(page, 'room-amended');
    });
    await panel.see('late', async (page) => {
      await page
        .getByText(/You were excused from this round/u)
        .first()
        .waitFor();
      await pictureEach(page, 'room-excused');
    });
  });

  it('of the meeting, its outcome and its arbiter', async () => {
    await panel.lodge('chair', [2, 2, 1, 1]);
    await panel.lodge('deputy', [1, 2, 1, 0]);
    await panel.lodge('member', [3, 1, 1, 1]);
    await panel.as('chair', async (scope, draft) => {
      const { id: round } = await panel.round(scope);
      need(await services.closeRound(scope, { draft, round, reason: null }));
      const arbiter = panel.person('arbiter');
      const reason = 'Two and two, and none gives way.';
      need(await services.askArbiter(scope, { draft, round, area: 'leaders', arbiter, reason }));
    });
    await panel.see('chair', async (page) => {
      await page.getByRole('heading', { name: 'Grades revealed' }).waitFor();
      await page.locator('.agenda svg text').first().waitFor();
      await pictureEach(page, 'room-revealed');
      await page.getByRole('button', { name: 'Grades, evidence, descriptors, text' }).click();
      await pictureEach(page, 'room-side');
      await page.getByRole('radio', { name: 'Change the grade' }).check();
      await page.getByRole('radio', { name: 'Chair decides' }).check();
      await pictureEach(page, 'room-outcome');
      await pictureDialog(page, 'Note of the meeting', 'room-note');
      await page.getByRole('button', { name: 'Agreement', exact: true }).click();
      await page.getByRole('heading', { name: /^Agreement over the rounds/u }).waitFor();
      await page
        .getByText(/Mean over/iu)
        .first()
        .waitFor();
      await pictureEach(page, 'room-agreement');
      await page.getByText('Calibration').first().scrollIntoViewIfNeeded();
      await pictureEach(page, 'room-calibration');
    });
    await panel.see('arbiter', async (page) => {
      await page.getByRole('heading', { name: /^Decide /u }).waitFor();
      await page.getByText('Reading the text').waitFor({ state: 'hidden' });
      await pictureEach(page, 'room-arbiter');
    });
  });

  it('of a round of pairs', async () => {
    await panel.as('chair', async (scope, draft) => {
      const items = ['leaders', 'help-and-protection', 'children-in-care', 'care-leavers'].map((area) => ({
        draft,
        area,
      }));
      const participants = (['chair', 'deputy', 'member', 'other'] as const).map((seat) =>
        panel.person(seat),
      );
      const people = { participants, deputies: [panel.person('deputy')], quorum: 3, due: '2026-12-18' };
      const question = 'Which judgment is clearer and better supported?';
      need(await services.openPairwiseRound(scope, { draft, question, items, ...people }));
    });
    await panel.see('member', async (page) => {
      await page
        .getByRole('button', { name: /^Compar|^Pairs/u })
        .first()
        .click();
      await page.getByText('Which judgment is clearer and better supported?').first().waitFor();
      await page.getByText('Reading what is compared').waitFor({ state: 'hidden' });
      await pictureEach(page, 'room-pairs');
    });
  });
});
