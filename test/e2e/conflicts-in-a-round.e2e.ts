import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leakingFiles, leaksIn, overhear } from './leak-search.ts';
import { introduce, ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { tabTo } from './tab-to.ts';
import { openTeamFolder } from './team-workspace.ts';
import { need, run, settle, type Running } from '../main/running-scope.ts';
import { beginDraft } from '../../src/main/application/draft/begin-draft.ts';
import { services } from '../../src/main/composition/calls.ts';
import { writeRecord } from '../../src/main/application/write.ts';
import { detailsSet } from '../../src/shared/draft/details-set.ts';
import { done } from '../../src/shared/result.ts';
import { saveRevision } from '../../src/main/application/draft/save-revision.ts';

const secrets = ['Strengths-of-Ada', 'Strengths-of-Ben', 'Fact-of-Ada', 'Fact-of-Ben'].map(
  (words) => `judged inadequate ${words}`,
);
let base: Awaited<ReturnType<typeof ownFolder>>;
let member: OpenApplication;
let ada: Running;
let ben: Running;
let draft = '';
const heard: string[] = [];

/** Two colleagues at other computers: who owns and chairs, and a deputy. */
beforeAll(async () => {
  base = await ownFolder();
  await mkdir(join(base.path, 'team'));
  [ada, ben] = [run(join(base.path, 'ada')), run(join(base.path, 'ben'))];
  await settle(ada, 'Ada Marsh', join(base.path, 'team'), true);
  await settle(ben, 'Ben Holt', join(base.path, 'team'), false);
  const begun = { provider: 'Northmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
  ({ draft } = need(await beginDraft(ada.scope, { ...begun, recoveryOwner: null })));
  const home = join(base.path, 'cyn');
  await mkdir(home);
  member = await openApplication(home);
  overhear(member.page, heard);
  await introduce(member.page, 'Cyn Vale');
  await openTeamFolder(member.page, base.path);
  await member.page.getByRole('button', { name: /^Northmere/ }).waitFor();
});
afterAll(async () => {
  await member.close();
  ada.app.release();
  ben.app.release();
  await base.remove();
});

async function personOf(running: Running): Promise<string> {
  return (await running.scope.ports.keys.self())?.person ?? '';
}

/** The chair opens a round with the member in it. */
async function openRound(): Promise<void> {
  const people = need(await services.listPeople(ada.scope, {}));
  const cyn = people.find(({ card }) => card.name === 'Cyn Vale')?.id ?? '';
  const change = {
    narratives: ['summary', 'leaders'].map((section) => ({ section, text: 'Plans are late.', over: [] })),
    grades: [],
    improvements: null,
  };
  const { record: revision } = need(await saveRevision(ada.scope, { draft, reason: 'Begins', ...change }));
  for (const running of [ada, ben])
    need(await services.declareInterests(running.scope, { draft, interests: [] }));
  const deputy = await personOf(ben);
  const round = {
    participants: [cyn, deputy],
    deputies: [deputy],
    quorum: 1,
    due: '2026-11-30',
    provisionalShown: null,
  };
  need(await services.openRound(ada.scope, { draft, revision, areas: ['leaders'], ...round }));
}

/** The team disagrees: on its strengths and on a fact, which a round hides, and on who leads, which it does not. */
async function disagree(): Promise<void> {
  for (const name of ['Ada', 'Ben']) {
    const text = `They are judged inadequate Strengths-of-${name}`;
    const points = [{ id: `p-${name.toLowerCase()}`, text, area: null, notes: [] }];
    const lists = [{ section: 'strengths', points, over: [] }];
    const rest = { narratives: [], grades: [], improvements: null };
    need(await saveRevision(ada.scope, { draft, reason: 'Lists strengths', lists, ...rest }));
    const reason = `They are judged inadequate Fact-of-${name}`;
    const fact = { draft, fact: 'widespread-failures', holds: name === 'Ada', reason, notes: [], over: [] };
    need(await services.recordFact(ada.scope, fact));
    const writes = [{ name: 'leadInspector' as const, value: `${name} leads`, over: [] }];
    need(await writeRecord(ada.scope, draft, () => done(detailsSet.write({ writes }))));
  }
}

describe('a member of a round, in the window', () => {
  it('sees the conflicts that tell no grade, and no other', async () => {
    const people = need(await services.listPeople(ada.scope, {}));
    const cyn = people.find(({ card }) => card.name === 'Cyn Vale')?.id ?? '';
    need(await services.grantRole(ada.scope, { draft, person: await personOf(ada), role: 'chair' }));
    need(await services.grantRole(ada.scope, { draft, person: await personOf(ben), role: 'deputy' }));
    need(await services.grantRole(ada.scope, { draft, person: cyn, role: 'panel' }));
    const { page } = member;
    await page.getByRole('button', { name: /^Northmere/ }).click();
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await tabTo(page, /I have none to declare/);
    await page.keyboard.press('Enter');
    await page.getByText(/You declared none/).waitFor();
    await openRound();
    await page.getByRole('radiogroup', { name: 'My independent grade' }).waitFor();
    await disagree();
    await page.keyboard.press('Escape');
    await page.locator('main').first().press('g');
    await page.keyboard.press('x');
    await page.getByText('Ada leads').first().waitFor();
    await page.getByText('Ben leads').first().waitFor();
    expect(await page.getByText(/-of-(?:Ada|Ben)/u).count()).toBe(0);
    for (const screen of ['q', 'h', 'i']) {
      await page.locator('main').first().press('g');
      await page.keyboard.press(screen);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect(leaksIn(Buffer.from(await page.content()), secrets)).toEqual([]);
    }
    const bytes = Buffer.from(heard.join('\n'));
    expect(leaksIn(bytes, secrets)).toEqual([]);
    expect(leaksIn(bytes, ['Ada leads']), 'the search finds what is there').toHaveLength(1);
  }, 120_000);

  it('lodges nothing and loses nothing while the folder is gone, is told so, and lodges once it is back', async () => {
    const { page } = member;
    const team = join(base.path, 'team');
    const rationale = 'Quillfeather of Cyn: plans are late, and nobody asks why.';
    await openPanel(page);
    await page.getByRole('radiogroup', { name: 'My independent grade' }).waitFor();
    for (const key of ['3', 'f']) await page.keyboard.press(key);
    // Read before the folder goes: what was not is asked for again once it is back.
    await page.getByRole('button', { name: 'Cite paragraph 1' }).waitFor();
    await rename(team, `${team}-off`);
    await page.getByRole('button', { name: /^Shared folder.*Folder out of reach/u }).waitFor();
    await page.getByRole('textbox', { name: 'My rationale' }).fill(rationale);
    await page.getByRole('button', { name: 'Cite paragraph 1' }).click();
    await page.getByText('Kept on this computer only').waitFor();
    await page.keyboard.press('Control+Enter');
    await page
      .getByRole('alert')
      .getByText(/no longer there, so Plumbline could not/u)
      .waitFor();
    expect(await page.getByText(/Lodged as version/u).count()).toBe(0);
    await rename(`${team}-off`, team);
    await page.getByRole('button', { name: /^Shared folder(?!.*Folder out of reach)/u }).waitFor();
    expect(await page.getByRole('textbox', { name: 'My rationale' }).inputValue()).toBe(rationale);
    await page.getByRole('button', { name: /^Lodge my grades/u }).click();
    await page.getByText(/Lodged as version 1/u).waitFor();
    expect(await leakingFiles(base.path, ['Quillfeather of Cyn'])).toEqual([]);
  }, 60_000);

  it('counts every grade once where copies of logs come late, doubled and cut', async () => {
    const { page } = member;
    const logs = join(
      base.path,
      'team',
      'drafts',
      (await readdir(join(base.path, 'team', 'drafts')))[0] ?? '',
    );
    const logOf = async (running: Running): Promise<string> =>
      join(logs, `${(await running.scope.ports.keys.self())?.device ?? ''}.jsonl`);
    const [adas, bens] = [await logOf(ada), await logOf(ben)];
    const cyns = (await readdir(logs))
      .map((file) => join(logs, file))
      .find((log) => ![adas, bens].includes(log));
    if (cyns === undefined) throw new Error('the member has no log');
    const before = await readFile(bens);
    await lodgeAsBen('Quillfeather of Ben: plans are made, and mostly in time.');
    const after = await readFile(bens);
    expect(await leakingFiles(base.path, ['Quillfeather of Ben'])).toEqual([]);
    // Late: what Ben lodged is in a copy alone. Doubled: a log, and the folder. Cut: two logs, one within a line.
    await writeFile(bens, before);
    await writeFile(bens.replace('.jsonl', ' (conflicted copy).jsonl'), after);
    await cp(adas, adas.replace('.jsonl', ' (1).jsonl'));
    const cut = await readFile(cyns);
    await writeFile(cyns.replace('.jsonl', '-DESKTOP-7Q2K9L1.jsonl'), cut.subarray(0, cut.length - 50));
    const lines = (await readFile(adas, 'utf8')).split('\n');
    await writeFile(adas.replace('.jsonl', ' (2).jsonl'), `${lines.slice(0, 2).join('\n')}\n`);
    await cp(logs, `${logs} (1)`, { recursive: true });
    await page.getByRole('button', { name: /^Shared folder/u }).click();
    await page.getByRole('button', { name: 'Look now' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'Conflicted copies' }).waitFor();
    expect(await dialog.innerText(), 'no name of 64 digits').not.toMatch(/[0-9a-f]{64}/u);
    await dialog.getByRole('button', { name: 'Close' }).click();
    const round = need(await services.openDraft(ada.scope, { draft })).state.moderation.rounds[0]?.id ?? '';
    need(await services.closeRound(ada.scope, { draft, round, reason: null }));
    await page.getByRole('heading', { name: 'Grades revealed' }).waitFor();
    await expectBothOnce(page);
    await writeFile(bens, after);
    await page.reload();
    await page.getByRole('heading', { name: 'Grades revealed' }).waitFor();
    await expectBothOnce(page);
  }, 60_000);
});

/** Goes to the panel of the draft from the list. */
async function openPanel(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Northmere/ }).click();
  await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.getByRole('group', { name: 'Views of the panel' }).waitFor();
}

/** The deputy lodges at a computer of his own. */
async function lodgeAsBen(rationale: string): Promise<void> {
  const { state } = need(await services.openDraft(ben.scope, { draft }));
  const answer = {
    area: 'leaders',
    answer: { grade: 'good' },
    rationale,
    sure: 'sure' as const,
    evidence: [],
    passages: [{ section: 'leaders', paragraph: 1 }],
  };
  const round = state.moderation.rounds[0]?.id ?? '';
  need(await services.lodgeGrades(ben.scope, { draft, round, answers: [answer] }));
}

/** Two grades are one pair; more would be one of them counted twice. */
async function expectBothOnce(page: Page): Promise<void> {
  const all = page.getByRole('row', { name: /^All pairs/u });
  expect((await all.innerText()).match(/\d+/u)?.[0]).toBe('1');
}
