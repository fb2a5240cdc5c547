import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leakingFiles, leaksIn } from '../leak-search.ts';
import { ownFolder, type OpenApplication } from '../open-application.ts';
import { goToTab, makeTeamEast } from './at-a-window.ts';
import {
  agreeAsChair,
  changeRound,
  declareInterest,
  declareNone,
  dissent,
  goInWorkspace,
  Homes,
  lodgeOne,
  noteAs,
  openRoundOn,
  reveal,
  Steps,
  type Colleague,
} from './panel-at-windows.ts';
import {
  ada,
  areaOf,
  ben,
  citing,
  cleo,
  dan,
  eve,
  fay,
  gus,
  hal,
  introduceIn,
  join,
  jon,
  others,
  rationaleOf,
  secretOf,
  team,
  writeDraft,
} from './team-of-ten.ts';

let base: Awaited<ReturnType<typeof ownFolder>>;
let homes: Homes;
let chair: OpenApplication;
let invitation = '';
const began = performance.now();

beforeAll(async () => {
  base = await ownFolder();
  homes = new Homes(base.path);
  chair = await homes.open(ada);
});
afterAll(async () => {
  await chair.close();
  await base.remove();
  console.log(`measured: ten people from empty homes, ${Math.round((performance.now() - began) / 1000)} s`);
});

describe('ten people from empty homes get into a team and onto a panel', () => {
  it('the chair makes the workspace and the draft, and copies the invitation', async () => {
    const { page } = chair;
    await introduceIn(page, ada, new Steps());
    await makeTeamEast(page, base.path);
    await writeDraft(page);
    await page.getByRole('navigation', { name: 'Place' }).getByRole('link', { name: 'Inspections' }).click();
    await goInWorkspace(page, 'People');
    const line = page.getByLabel('The invitation, one line of text');
    await expect.poll(() => line.inputValue()).not.toBe('');
    invitation = await line.inputValue();
  });

  it('each joins with one phrase read aloud, and the last knows everybody', async () => {
    const all: Steps[] = [];
    for (const colleague of others) all.push(await join(homes, chair.page, invitation, colleague));
    const pressed = all.map((steps) => steps.pressed);
    const phrases = all.flatMap((steps) => steps.phrases);
    console.log(
      `measured: joining took each at most ${Math.max(...pressed)} controls; ${phrases.length} phrases read aloud for ten people (each pair: 45)`,
    );
    expect(Math.max(...pressed)).toBeLessThanOrEqual(10);
    expect(all.every((steps) => steps.phrases.length === 1)).toBe(true);
  }, 240_000);

  it('the panel is set up once and given to the draft in one step', async () => {
    const { page } = chair;
    await page.getByRole('button', { name: 'New panel' }).click();
    const edit = page.getByRole('dialog', { name: 'New panel' });
    await edit.getByLabel('Name').fill('Panel East');
    for (const { name, seat } of team) await edit.getByLabel(`Seat of ${name}`).selectOption(seat);
    await edit.getByRole('button', { name: 'Set up the panel' }).click();
    await edit.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Set up this panel in a draft' }).click();
    const apply = page.getByRole('dialog', { name: 'Set up Panel East in a draft' });
    await apply.getByRole('combobox').selectOption('Northmere');
    await apply.getByRole('button', { name: 'Give the roles' }).click();
    await page.getByText('Panel East is set up: 10 roles given.').first().waitFor();
  });

  it('members declare, and what stands on a card keeps its holder out', async () => {
    for (const colleague of others.filter(({ seat }) => seat === 'Member' || seat === 'Deputy')) {
      if (colleague.offline === true) await homes.sync(colleague);
      await homes.atPanel(colleague, async (page) => {
        if (colleague !== dan) return declareNone(page);
        await page.getByText('By the rule it keeps you out of grading.').waitFor();
        await page.getByRole('button', { name: 'Declare what is on my card' }).click();
        await page.getByText('On your card, about this provider:').waitFor({ state: 'hidden' });
      });
      if (colleague.offline === true) await homes.sync(colleague);
    }
    const { page } = chair;
    await goInWorkspace(page, 'Inspections');
    await page.getByRole('button', { name: /^Northmere/u }).click();
    await goToTab(page, 'Panel');
    await declareNone(page);
    await page.getByText(/^Out\. .*Worked there or for it/u).waitFor();
  }, 240_000);
});

/** Lodges in a round at one's own window; who works on a copy has it brought up to date before, and after where `arrives`. */
async function lodgeIn(round: 1 | 2, colleague: Colleague, key: string, arrives = true): Promise<void> {
  if (colleague.offline === true) await homes.sync(colleague);
  await homes.atPanel(colleague, (page) => lodgeOne(page, key, rationaleOf(colleague, round), citing[round]));
  if (colleague.offline === true && arrives) await homes.sync(colleague);
}

/** Nobody's words of a round are in any file, nor was any window told another's. */
async function expectNoLeak(round: 1 | 2, lodged: readonly Colleague[]): Promise<void> {
  const secrets = lodged.map((member) => secretOf(member, round));
  expect(await leakingFiles(base.path, secrets)).toEqual([]);
  for (const { name } of team) {
    const bytes = Buffer.from((homes.heard.get(name) ?? []).join('\n'));
    const told = secrets.filter((secret) => !secret.includes(name));
    expect(leaksIn(bytes, told), `what ${name} was told in round ${round}`).toEqual([]);
  }
}

describe('ten people in two rounds', () => {
  it('the first is opened, and members lodge, one of them offline', async () => {
    await openRoundOn(chair.page, areaOf[1], '2026-12-04');
    await lodgeIn(1, cleo, '4', false);
    for (const [member, key] of [
      [ben, '2'],
      [eve, '4'],
      [fay, '3'],
      [gus, '2'],
    ] as const)
      await lodgeIn(1, member, key);
    await lodgeOne(chair.page, '3', rationaleOf(ada, 1), citing[1]);
  }, 240_000);

  it('an interest is declared late, its holder excused and the day put off', async () => {
    await homes.atPanel(hal, (page) => declareInterest(page, 'A cousin began to work there last week.'));
    const { page } = chair;
    await page.getByRole('button', { name: 'Interests', exact: true }).click();
    const interests = page.getByRole('dialog', { name: 'Interests' });
    await interests.getByText('A cousin began to work there last week.').waitFor();
    await interests.getByRole('button', { name: 'Close' }).last().click();
    await changeRound(page, '2026-12-11', hal.name, 'A late interest, and two are on leave.');
    await page.getByText('To be lodged by Fri 11 Dec 2026').first().waitFor();
  });

  it('it is revealed without the one who is offline, whose grade is named as what it is', async () => {
    const { page } = chair;
    await expectNoLeak(1, [ada, ben, cleo, eve, fay, gus]);
    await reveal(page, 'Cleo cannot be reached.');
    await homes.sync(cleo);
    await page.getByText('These grades were written without reference to the reveal').waitFor();
    await page.getByRole('columnheader', { name: 'Before, with no proven time' }).waitFor();
    // Five grades have ten pairs, and six fifteen.
    const all = page.getByRole('row', { name: /^All pairs/u });
    expect((await all.innerText()).match(/\d+/gu)?.filter((_, at) => at !== 1)).toEqual(['10', '15']);
  });

  it('the arbiter, blind to names, decides what the panel cannot', async () => {
    const { page } = chair;
    await page.getByRole('button', { name: 'The panel cannot decide: ask the arbiter' }).click();
    const ask = page.getByRole('dialog', { name: /^Ask the arbiter/u });
    await ask.getByRole('combobox').selectOption(jon.name);
    await ask.getByRole('textbox').fill('Two and two, and none gives way.');
    await ask.getByRole('button', { name: 'Ask the arbiter' }).click();
    await ask.waitFor({ state: 'hidden' });
    await homes.atPanel(jon, async (desk) => {
      await desk.getByRole('heading', { name: `Decide ${areaOf[1]}` }).waitFor();
      await desk.getByText('Member B', { exact: true }).waitFor();
      const read = await desk.locator('main').innerText();
      for (const { name } of team.filter((colleague) => colleague !== jon)) expect(read).not.toContain(name);
      await desk.getByRole('combobox', { name: /^Grade/u }).selectOption('Requires improvement to be good');
      await desk.getByRole('textbox', { name: 'Reason' }).fill('Plans are late in most of what was read.');
      await desk.getByRole('button', { name: 'Decide', exact: true }).click();
      await desk.getByText('Nobody asks you to decide an area now.').waitFor();
    });
    await page.getByText(/by the arbiter\. Plans are late in most/u).waitFor();
    for (const words of ['A cousin began to work there', 'Hal Voss excused', 'Plans are late in most'])
      expect(await noteAs(page, 'md'), words).toContain(words);
  });

  it('a second round has the offline member’s grade in time', async () => {
    const { page } = chair;
    await page.getByRole('button', { name: 'Open another round' }).click();
    await page.getByRole('checkbox', { name: hal.name }).uncheck();
    await openRoundOn(page, areaOf[2], '2026-12-18');
    for (const [member, key] of [
      [ben, '2'],
      [cleo, '3'],
      [eve, '3'],
      [fay, '3'],
      [gus, '2'],
    ] as const)
      await lodgeIn(2, member, key);
    await lodgeOne(page, '3', rationaleOf(ada, 2), citing[2]);
    await page.getByRole('button', { name: 'Who has lodged: 6 of 6' }).waitFor();
    await expectNoLeak(2, [ada, ben, cleo, eve, fay, gus]);
    await reveal(page, null);
    expect(await page.getByText('written without reference to the reveal').count()).toBe(0);
  }, 240_000);

  it('a member dissents, the chair decides, and both agreed grades become one revision', async () => {
    await homes.atPanel(ben, (page) => dissent(page, 'Good', 'Few reviews are late, and none did harm.'));
    const { page } = chair;
    await page.getByText('Few reviews are late, and none did harm.').waitFor();
    await agreeAsChair(page, 'Requires improvement to be good', 'Reviews are late where it matters.');
    await page.getByText(/chair decides\. Reviews are late where it matters/u).waitFor();
    await page.getByRole('button', { name: 'Apply the agreed grades to the draft' }).click();
    const apply = page.getByRole('dialog', { name: 'Apply the agreed grades to the draft' });
    await apply.getByRole('button', { name: 'Apply 2 grades as one revision' }).click();
    await apply.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Revisions 2$/u }).waitFor();
    await page.getByText('The panel graded revision 1; revision 2 exists.').waitFor();
  });

  it('the note of the meeting says the same in four formats', async () => {
    for (const format of ['docx', 'pdf', 'html', 'md'] as const) {
      const text = (await noteAs(chair.page, format)).replaceAll(/\s+/gu, ' ');
      for (const words of [
        'Declared no interest',
        'Few reviews are late, and none did harm.',
        'Reviews are late where it matters.',
        secretOf(cleo, 2),
        'Revision 2 was saved since',
      ])
        expect(text, `${format}: ${words}`).toContain(words);
    }
  }, 60_000);
});
