import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { pictureEach } from './looks-sound.ts';
import { ownFolder } from './open-application.ts';
import { need } from '../main/running-scope.ts';
import { services } from '../../src/main/composition/calls.ts';
import { PicturedPanel } from './pictured-panel.ts';

let base: Awaited<ReturnType<typeof ownFolder>>;
let panel: PicturedPanel;

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
  for (const key of ['3', 'j', '3', 'j']) await page.keyboard.press(key);
  await page.getByRole('heading', { name: 'Children in care', exact: true }).waitFor();
  await page.keyboard.press('2');
  await page.keyboard.press('s');
  for (const key of ['Shift+Digit2', 'ArrowDown', 'Shift+Digit3', 'n', 'e', 'n', 'e', 'n'])
    await page.keyboard.press(key);
  await page.getByRole('button', { name: 'Cite paragraph 1' }).click();
  await page
    .getByRole('textbox', { name: 'My rationale' })
    .fill(
      'Children are known by people who stay, and most are seen alone. Where workers change, promises are lost. This is some children, not most.',
    );
  await page.getByText('Kept on this computer only').waitFor();
}

describe('pictures of a panel’s room', () => {
  it('of its people', async () => {
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
      const body = {
        panel: 'northern',
        name: 'Northern panel',
        ...seats,
        members,
        arbiters: [panel.person('arbiter')],
      };
      need(await services.setUpPanel(scope, body));
      need(await services.distrustPerson(scope, { person: panel.person('writer') }));
    });
    await panel.see('chair', async (page) => {
      await page.keyboard.press('g');
      await page.keyboard.press('y');
      await page.getByRole('heading', { name: 'People', exact: true, level: 1 }).waitFor();
      await page.getByText('Do not rely on this card.').first().waitFor();
      await pictureEach(page, 'room-people');
    });
  });

  it('while people lodge', async () => {
    await panel.declare(['chair', 'deputy', 'member', 'other', 'late']);
    await panel.open(['leaders', 'help-and-protection', 'children-in-care', 'care-leavers'], '2026-12-04');
    await panel.lodge('other', [2, 2, 1, 1]);
    await panel.as('writer', (scope) =>
      panel.save(scope, 'Children in care are known well.', 'A word of the leader'),
    );
    await panel.see('chair', async (page) => {
      await gradeThree(page);
      await pictureEach(page, 'room-lodging-chair');
      await page.getByRole('button', { name: /^Who has lodged/u }).click();
      await pictureEach(page, 'room-lodging-who');
    });
    await panel.see('member', async (page) => {
      await page.getByRole('radiogroup', { name: 'My independent grade' }).waitFor();
      await pictureEach(page, 'room-lodging-member');
    });
  });
});
