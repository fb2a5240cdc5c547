import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, it } from 'vitest';
import { services } from '../../src/main/composition/calls.ts';
import { need } from '../main/running-scope.ts';
import { keepPicture, pictureEach } from './looks-sound.ts';
import { ownFolder } from './open-application.ts';
import { carry } from './panel-team.ts';
import { PicturedPanel } from './pictured-panel.ts';

let base: Awaited<ReturnType<typeof ownFolder>>;
let panel: PicturedPanel;
const copy = join('late', 'copy');

beforeAll(async () => {
  base = await ownFolder();
  panel = new PicturedPanel(base.path);
  await panel.begin(40);
  await panel.declare(['chair', 'deputy', 'member', 'other', 'late']);
}, 240_000);
afterAll(async () => {
  await base.remove();
});

it('of a lodging that was written without reference to the reveal, whose time nothing proves', async () => {
  await panel.open(['leaders', 'help-and-protection'], '2026-12-04');
  for (const [seat, rank] of [
    ['chair', 2],
    ['deputy', 1],
    ['member', 3],
    ['other', 1],
  ] as const)
    await panel.lodge(seat, [rank, 1]);
  await panel.as('chair', async (scope, draft) => {
    const { id: round } = await panel.round(scope);
    const change = { due: '2026-12-11', added: [], excused: [], unproven: 'shown' as const };
    need(await services.amendRound(scope, { draft, round, ...change, reason: 'One of us is at sea.' }));
  });
  await cp(join(base.path, 'team'), join(base.path, copy), { recursive: true });
  await panel.as('chair', async (scope, draft) => {
    const { id: round } = await panel.round(scope);
    const reason = 'Nobody can reach the fifth member.';
    need(await services.closeRound(scope, { draft, round, reason }));
  });
  await panel.lodge('late', [0, 2], copy);
  await carry(join(base.path, copy), join(base.path, 'team'));
  await panel.see('chair', async (page) => {
    await page.getByRole('heading', { name: 'Grades revealed' }).waitFor();
    await page
      .getByText(/their time is not proven/iu)
      .first()
      .waitFor();
    await pictureEach(page, 'decision-unproven');
    await page.keyboard.press('o');
    await page.getByRole('dialog').waitFor();
    await keepPicture(page, 'decision-unproven-note');
  });
});

it('of an outcome that the chair decided and a member dissents from, before and after it is in the draft', async () => {
  for (const [seat, grade] of [
    ['member', 'requires-improvement'],
    ['deputy', 'good'],
    ['chair', 'good'],
  ] as const)
    await panel.as(seat, async (scope, draft) => {
      const { id: round } = await panel.round(scope);
      const moved = { draft, round, area: 'leaders', answer: { grade }, reason: 'Heard the others.' };
      need(await services.reconsiderGrade(scope, moved));
    });
  await panel.as('chair', async (scope, draft) => {
    const { id: round } = await panel.round(scope);
    const outcome = {
      outcome: 'change' as const,
      agreed: { grade: 'requires-improvement' },
      rule: 'chair' as const,
      reason: 'What was promised to children was not done, and nobody noticed.',
      points: [],
    };
    need(await services.decideOutcome(scope, { draft, round, area: 'leaders', outcome, over: [] }));
  });
  await panel.as('other', async (scope, draft) => {
    const { id: round } = await panel.round(scope);
    const text =
      'I still hold that leaders acted in good time: two thresholds were moved within a month of the audit.';
    need(
      await services.recordDissent(scope, { draft, round, area: 'leaders', grade: { grade: 'good' }, text }),
    );
  });
  await panel.see('chair', async (page) => {
    await page.getByRole('button', { name: 'Apply the agreed grades to the draft' }).waitFor();
    await page.getByText(/I still hold that leaders/u).waitFor();
    await pictureEach(page, 'decision-dissent');
    await page.getByRole('button', { name: 'Apply the agreed grades to the draft' }).click();
    await page.getByRole('dialog').waitFor();
    await pictureEach(page, 'decision-apply');
    await page.getByRole('button', { name: /^Apply 1 grade/u }).click();
    await page.getByText('1 agreed grade applied as one revision').first().waitFor();
    await pictureEach(page, 'decision-applied');
  });
});

it('of rounds that were abandoned', async () => {
  await panel.open(['children-in-care', 'care-leavers'], '2026-12-18');
  await panel.lodge('member', [1, 1]);
  await panel.as('chair', async (scope, draft) => {
    const { id: round } = await panel.round(scope);
    const reason = 'The provider sent evidence that nobody on the panel has read yet.';
    need(await services.abandonRound(scope, { draft, round, reason }));
  });
  await panel.as('chair', async (scope, draft) => {
    const items = ['leaders', 'help-and-protection', 'children-in-care'].map((area) => ({ draft, area }));
    const participants = (['chair', 'deputy', 'member'] as const).map((seat) => panel.person(seat));
    const people = { participants, deputies: [panel.person('deputy')], quorum: 2, due: '2026-12-18' };
    const question = 'Which judgment is better supported?';
    const round = need(await services.openPairwiseRound(scope, { draft, question, items, ...people })).record;
    need(
      await services.abandonPairwiseRound(scope, { draft, round, reason: 'The wrong areas were chosen.' }),
    );
  });
  for (const seat of ['chair', 'member'] as const)
    await panel.see(seat, async (page) => {
      await page.getByRole('heading', { name: /^Round 2 was abandoned/u }).waitFor();
      await pictureEach(page, `decision-abandoned-${seat}`);
      await page.getByRole('button', { name: 'Comparisons' }).click();
      await page.getByRole('heading', { name: /^Round 1 was abandoned/u }).waitFor();
      await keepPicture(page, `decision-abandoned-pairs-${seat}`);
      if (seat === 'member') return;
      await page.getByRole('button', { name: 'Open another round' }).last().click();
      await page.getByRole('heading', { name: /^Open a round of comparisons/u }).waitFor();
    });
});
