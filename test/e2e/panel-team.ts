import { cp, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { need, run, settle } from '../main/running-scope.ts';
import { services } from '../../src/main/composition/calls.ts';
import type { Scope } from '../../src/main/application/session/session.ts';
import { scaleOf } from '../../src/shared/framework/grade-order.ts';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { keepPicture } from './looks-sound.ts';
import { tabTo } from './tab-to.ts';
import type { OpenApplication } from './open-application.ts';

/** The four members of the panel, each with a home, a profile and a copy of the folder of their own. */
export const members = ['Judith Pryce', 'Imran Sadiq', 'Dele Farrow', 'Gareth Oakes'] as const;
/** One of them. */
export type Member = (typeof members)[number];

/** The key of the grade that each gives to each area in turn. */
export const given: Readonly<Record<Member, readonly string[]>> = {
  'Judith Pryce': ['3', '3', '2', '2'],
  'Imran Sadiq': ['2', '3', '2', '1'],
  'Dele Farrow': ['3', '2', '2', '2'],
  'Gareth Oakes': ['4', '3', '2', '2'],
};

/** Published outcomes of made-up providers, one value of them dirty. */
export const outcomes = `local_authority,inspection_start_date,overall_effectiveness_grade,impact_of_leaders_grade,help_and_protection_grade,in_care_grade,care_leavers_grade
brackenshaw,09/03/2026,requires improvement,requires improvement,good,good,good
calderholt,03/11/2025,good,requires improvement,good,good,good
thornmere,02/06/2025,good,good,good,good,to requires improvement
northmere,06/02/2023,requires improvement,requires improvement,requires improvement,good,good
`;

/** The home of a member below a folder of the test's own. */
export function homeOf(root: string, member: Member): string {
  return join(root, member.split(' ')[0]?.toLowerCase() ?? '');
}

/** Copies what grew or is new from one folder to another, as a sync tool would; logs only ever grow. */
export async function carry(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(to, source.slice(from.length + 1));
    const there = await stat(target).catch(() => null);
    if (there !== null && there.size >= (await stat(source)).size) continue;
    await mkdir(join(target, '..'), { recursive: true });
    await cp(source, target);
  }
}

/** Copies every member's folder into every other's. */
export async function syncAll(root: string): Promise<void> {
  for (const one of members)
    for (const other of members)
      if (one !== other) await carry(join(homeOf(root, one), 'team'), join(homeOf(root, other), 'team'));
}

const criteria = ['leaders', 'help-and-protection', 'children-in-care', 'care-leavers'];

/**
 * Four people with keys, who have compared nothing yet, one shared draft with evidence, text and provisional grades, and
 * the roles of a panel. Everything after it, the round itself, is done in windows.
 */
export async function beginTeam(root: string): Promise<void> {
  for (const member of members) {
    await mkdir(join(homeOf(root, member), 'team'), { recursive: true });
    const running = run(join(homeOf(root, member), 'profile'));
    const first = member === members[0];
    if (!first) await carry(join(homeOf(root, members[0]), 'team'), join(homeOf(root, member), 'team'));
    await settle(running, member, join(homeOf(root, member), 'team'), first);
    if (first) await writeDraft(running);
    running.app.release();
  }
  await syncAll(root);
  const chair = run(join(homeOf(root, members[0]), 'profile'));
  const grant = chair.app.grants.grantFolder(join(homeOf(root, members[0]), 'team'));
  need(await services.openWorkspace(chair.scope, { folder: grant.grant }));
  const people = need(await services.listPeople(chair.scope, {}));
  const draft = need(await services.listDrafts(chair.scope, {}))[0]?.draft ?? '';
  const roles = {
    'Judith Pryce': 'chair',
    'Imran Sadiq': 'deputy',
    'Dele Farrow': 'panel',
    'Gareth Oakes': 'panel',
  } as const;
  for (const [name, role] of Object.entries(roles)) {
    const person = people.find((person) => person.card.name === name)?.id ?? '';
    need(await services.grantRole(chair.scope, { draft, person, role }));
    if (name !== members[0]) need(await services.verifyPerson(chair.scope, { person }));
  }
  chair.app.release();
  await syncAll(root);
}

/** What a member does on their own computer, without a window of this test; the folders are synced after it. */
async function atOwnComputer(
  root: string,
  member: Member,
  work: (scope: Scope, draft: string) => Promise<unknown>,
): Promise<void> {
  const running = run(join(homeOf(root, member), 'profile'));
  const grant = running.app.grants.grantFolder(join(homeOf(root, member), 'team'));
  need(await services.openWorkspace(running.scope, { folder: grant.grant }));
  await work(running.scope, need(await services.listDrafts(running.scope, {}))[0]?.draft ?? '');
  running.app.release();
  await syncAll(root);
}

/** Lets a member declare at their own computer that there is no interest. */
export async function declareNone(root: string, member: Member): Promise<void> {
  await atOwnComputer(root, member, async (scope, draft) =>
    need(await services.declareInterests(scope, { draft, interests: [] })),
  );
}

/** Lets a member lodge at their own computer the grades that each gives, with a rationale and a note for each area. */
export async function lodgeGiven(
  root: string,
  member: Member,
  rationale: (area: number) => string,
): Promise<void> {
  await atOwnComputer(root, member, async (scope, draft) => {
    const { state, framework } = need(await services.openDraft(scope, { draft }));
    const [round] = state.moderation.rounds;
    if (round === undefined || framework === null) throw new Error(`${member} sees no round`);
    const entries = round.areas.map((area, at) => ({
      area,
      answer: { grade: scaleOf(framework, area)?.grades[Number(given[member][at]) - 1]?.id ?? '' },
      rationale: rationale(at + 1),
      sure: 'fairly-sure' as const,
      evidence: [state.notes[at]?.id ?? ''],
    }));
    need(await services.lodgeGrades(scope, { draft, round: round.id, answers: entries }));
  });
}

async function writeDraft({ scope }: ReturnType<typeof run>): Promise<void> {
  const { draft } = need(
    await services.beginDraft(scope, {
      provider: 'Northmere',
      kind: 'standard inspection',
      framework: 'ilacs-2026',
      start: '2026-10-05',
      end: '2026-10-16',
      recoveryOwner: null,
    }),
  );
  const { framework } = need(await services.openDraft(scope, { draft }));
  for (const [at, area] of criteria.entries()) {
    const criterion = framework?.areas.find(({ id }) => id === area)?.criteria[0]?.id ?? '';
    need(
      await services.noteEvidence(scope, {
        draft,
        note: {
          kind: 'case-tracking',
          source: 'Team manager',
          when: '2026-10-07T09:30',
          direction: 'weakness',
          text: `In ${at + 3} of nine records tracked, plans were reviewed late and nobody had asked why.`,
        },
        link: { criterion, direction: 'against' },
      }),
    );
  }
  need(
    await services.saveRevision(scope, {
      draft,
      reason: 'The team’s draft for the panel',
      narratives: criteria.map((section) => ({
        section,
        text: 'Plans are made in good time. They are not always reviewed when they should be, and some children wait too long.',
        over: [],
      })),
      grades: criteria.map((area, at) => ({
        area,
        value: { grade: at === 0 ? 'requires-improvement' : 'good' },
        over: [],
      })),
      improvements: null,
    }),
  );
}

/** Opens the member's own copy of the folder, where it has not opened by itself, and the draft's Panel screen, by keyboard alone. */
export async function openPanel(application: OpenApplication, provider = /^Northmere/): Promise<Page> {
  const { page } = application;
  const start = page.getByRole('heading', { name: 'Open a workspace' });
  const draft = page.getByRole('button', { name: provider }).first();
  await start.or(draft).waitFor();
  if (await start.isVisible()) {
    await tabTo(page, /^Open a folder$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /Choose the folder/ }).waitFor();
    await page.getByRole('button', { name: /team/ }).first().waitFor();
    await tabTo(page, /team \(workspace\)/);
    await page.keyboard.press('Enter');
    await draft.waitFor();
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.getByRole('group', { name: 'Views of the panel' }).waitFor();
  return page;
}

/** Where the system's own colours replace all others, what is chosen still differs from what is not by more than colour names. */
export async function expectChosenInForcedColours(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const group of ['My independent grade', 'How sure']) {
    const looks = await page
      .getByRole('radiogroup', { name: group })
      .getByRole('radio')
      .evaluateAll((all) =>
        all.map((radio) => {
          const { backgroundColor, borderTopColor, outlineStyle, color } = getComputedStyle(radio);
          const look = [backgroundColor, borderTopColor, outlineStyle, color].join();
          return { look, chosen: radio.getAttribute('aria-checked') === 'true' };
        }),
      );
    const chosen = looks.filter((radio) => radio.chosen);
    expect(chosen, group).toHaveLength(1);
    expect(
      looks.filter(({ look }) => look === chosen[0]?.look),
      `${group}: one looks chosen`,
    ).toHaveLength(1);
  }
  await keepPicture(page, 'panel-lodging-forced-colours');
  await page.emulateMedia({ forcedColors: 'none' });
}

/** W shows who has lodged, and again one's own grade. */
export async function turnToTheRound(page: Page): Promise<void> {
  await page.locator('main').first().press('w');
  await page.getByRole('button', { name: /^Who has lodged/u, pressed: true }).waitFor();
  expect(await page.getByRole('radiogroup', { name: 'My independent grade' }).count()).toBe(0);
  await page.keyboard.press('w');
  await page.getByRole('button', { name: 'My grade', pressed: true }).waitFor();
}
