import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { services } from '../../../src/main/composition/calls.ts';
import { noteEvidence } from '../../../src/main/application/evidence/note-evidence.ts';
import { openDraft } from '../../../src/main/application/window/open-draft.ts';
import { openWorkspace } from '../../../src/main/application/workspace/open-workspace.ts';
import type { DraftState } from '../../../src/shared/judgment/draft-state.ts';
import { need, ownFolder, run, settle } from '../running-scope.ts';
import { copyNames, litter, markedBehind } from './copy-names.ts';

const own = ownFolder();
const before = join(own.path, 'before');
const work = join(own.path, 'work');
const team = join(work, 'team');
const drafts = join(team, 'drafts');
const note = {
  kind: 'document',
  source: 'A letter',
  when: '2026-10-06T10:00',
  direction: 'neutral',
} as const;
let draft = '';
let folder = '';
let adasLog = '';
let bensLog = '';
let whole: DraftState;

/** Opens the folder as it lies there now, as one of the two after a restart. */
async function as(person: 'ada' | 'ben'): Promise<ReturnType<typeof run>> {
  const running = run(join(work, person));
  const grant = running.app.grants.grantFolder(team);
  need(await openWorkspace(running.scope, grant, await running.scope.ports.workspaces.open(grant)));
  return running;
}

/** What Ada sees: one draft, all records, nothing broken. */
async function expectWhole(): Promise<void> {
  const ada = await as('ada');
  expect(need(await services.listDrafts(ada.scope, {})).map((row) => row.draft)).toEqual([draft]);
  const { state, problems } = need(await openDraft(ada.scope, { draft }));
  expect(problems.filter((problem) => problem.level === 'broken')).toEqual([]);
  expect(state.timeline).toEqual(whole.timeline);
  expect(state.notes).toEqual(whole.notes);
  expect(need(await services.verifyWorkspace(ada.scope, { draft: null })).ok).toBe(true);
  ada.app.release();
}

const halfOf = (text: string): string =>
  text
    .split('\n')
    .slice(0, Math.floor(text.split('\n').length / 2))
    .map((line) => `${line}\n`)
    .join('');

beforeAll(async () => {
  mkdirSync(join(before, 'team'), { recursive: true });
  const ada = run(join(before, 'ada'));
  const ben = run(join(before, 'ben'));
  await settle(ada, 'Ada', join(before, 'team'), true);
  await settle(ben, 'Ben', join(before, 'team'), false);
  const begun = { provider: 'Northmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
  ({ draft } = need(await services.beginDraft(ada.scope, { ...begun, recoveryOwner: null })));
  const bensId = (await ben.scope.ports.keys.self())?.person ?? '';
  need(await services.grantRole(ada.scope, { draft, person: bensId, role: 'inspector' }));
  for (const at of [1, 2, 3]) {
    need(await noteEvidence(ada.scope, { draft, note: { ...note, text: `Ada ${at}` } }));
    need(await noteEvidence(ben.scope, { draft, note: { ...note, text: `Ben ${at}` } }));
  }
  whole = need(await openDraft(ada.scope, { draft })).state;
  [folder = ''] = readdirSync(join(before, 'team', 'drafts'));
  adasLog = (await ada.scope.ports.keys.self())?.device ?? '';
  bensLog = (await ben.scope.ports.keys.self())?.device ?? '';
  ada.app.release();
  ben.app.release();
});
afterAll(own.remove);

function layOut(): void {
  rmSync(work, { recursive: true, force: true });
  cpSync(before, work, { recursive: true });
}

/** Every fourth service by itself, each in test:full; what comes of all of them at once is tested always. */
const alone = <T>(services: readonly T[]): readonly T[] =>
  process.env['PLUMBLINE_FULL'] === '1' ? services : services.filter((_, at) => at % 4 === 0);

describe('a conflicted copy is taken in by what it holds', () => {
  const names: readonly (readonly [string, (stem: string) => string])[] = [
    ...copyNames.map(([service, name]) => [service, (stem: string) => `${name(stem)}.jsonl`] as const),
    ...markedBehind.map(([service, name]) => [service, (stem: string) => name(`${stem}.jsonl`)] as const),
  ];

  it.each(alone(names))('of a log whose newer half the service moved there: %s', async (_service, name) => {
    layOut();
    for (const key of [adasLog, bensLog]) {
      const log = join(drafts, folder, `${key}.jsonl`);
      const text = readFileSync(log, 'utf8');
      writeFileSync(join(drafts, folder, name(key)), text);
      writeFileSync(log, halfOf(text));
    }
    await expectWhole();
  });

  it.each(alone(copyNames))(
    'of a whole draft folder that holds what the first does not: %s',
    async (_service, name) => {
      layOut();
      cpSync(join(drafts, folder), join(drafts, name(folder)), { recursive: true });
      const log = join(drafts, folder, `${bensLog}.jsonl`);
      writeFileSync(log, halfOf(readFileSync(log, 'utf8')));
      rmSync(join(drafts, name(folder), `${adasLog}.jsonl`));
      await expectWhole();
    },
  );

  it.each(alone(copyNames))('of plumbline.json and of people’s cards: %s', async (_service, name) => {
    layOut();
    renameSync(join(team, 'plumbline.json'), join(team, `${name('plumbline')}.json`));
    for (const card of readdirSync(join(team, 'people')))
      renameSync(join(team, 'people', card), join(team, 'people', `${name(card.slice(0, -6))}.jsonl`));
    const ada = await as('ada');
    expect(ada.scope.session.opened?.workspace.openedFrom).toBe(`${name('plumbline')}.json`);
    ada.app.release();
    await expectWhole();
  });

  it('of every service at once, with all that they leave beside: one draft, nothing twice, nothing lost', async () => {
    layOut();
    for (const [, name] of copyNames) {
      cpSync(join(before, 'team', 'drafts', folder), join(drafts, name(folder)), { recursive: true });
      cpSync(join(team, 'plumbline.json'), join(team, `${name('plumbline')}.json`));
      for (const card of readdirSync(join(before, 'team', 'people')))
        cpSync(
          join(before, 'team', 'people', card),
          join(team, 'people', `${name(card.slice(0, -6))}.jsonl`),
        );
    }
    for (const place of readdirSync(drafts)) {
      for (const key of [adasLog, bensLog]) {
        const log = join(drafts, place, `${key}.jsonl`);
        const text = readFileSync(log, 'utf8');
        for (const [, name] of copyNames) writeFileSync(join(drafts, place, `${name(key)}.jsonl`), text);
        for (const [, name] of markedBehind) writeFileSync(join(drafts, place, name(`${key}.jsonl`)), text);
        for (const name of litter) writeFileSync(join(drafts, place, name(`${key}.jsonl`)), '\0\u0001junk');
        writeFileSync(log, halfOf(text));
      }
    }
    mkdirSync(join(drafts, '.stversions', folder), { recursive: true });
    await expectWhole();
  });

  it.skipIf(process.platform !== 'linux')('whose folder’s name differs only by case', async () => {
    layOut();
    const other = folder.replace('northmere', 'Northmere');
    mkdirSync(join(drafts, other));
    renameSync(join(drafts, folder, `${bensLog}.jsonl`), join(drafts, other, `${bensLog}.jsonl`));
    await expectWhole();
    const ada = await as('ada');
    need(await noteEvidence(ada.scope, { draft, note: { ...note, text: 'Written to the plain folder' } }));
    expect(readdirSync(join(drafts, other))).toEqual([`${bensLog}.jsonl`]);
    ada.app.release();
  });
});

describe('a device whose own log a service put an older one in place of', () => {
  it('takes its records back before it writes on, so that whoever clears the copies away loses nothing', async () => {
    layOut();
    const log = join(drafts, folder, `${adasLog}.jsonl`);
    const copy = join(drafts, folder, `${adasLog} (conflicted copy).jsonl`);
    const text = readFileSync(log, 'utf8');
    writeFileSync(copy, text);
    writeFileSync(log, `${halfOf(text)}{"torn":`);
    const ada = await as('ada');
    const { record } = need(await noteEvidence(ada.scope, { draft, note: { ...note, text: 'Next' } }));
    rmSync(copy);
    const { state, problems } = need(await openDraft(ada.scope, { draft }));
    expect(problems.filter((problem) => problem.level === 'broken')).toEqual([]);
    expect(state.timeline.map((entry) => entry.record)).toEqual([
      ...whole.timeline.map((entry) => entry.record),
      record,
    ]);
    ada.app.release();
  });

  it('writes nothing while its newest records are nowhere, and says so', async () => {
    layOut();
    const log = join(drafts, folder, `${adasLog}.jsonl`);
    const text = readFileSync(log, 'utf8');
    const first = await as('ada');
    need(await openDraft(first.scope, { draft }));
    first.app.release();
    writeFileSync(log, halfOf(text));
    const ada = await as('ada');
    const refused = await noteEvidence(ada.scope, { draft, note: { ...note, text: 'Next' } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(readFileSync(log, 'utf8')).toBe(halfOf(text));
    writeFileSync(log, text);
    expect((await noteEvidence(ada.scope, { draft, note: { ...note, text: 'Next' } })).ok).toBe(true);
    ada.app.release();
  });

  it('erases what was erased from every copy of its log too', async () => {
    layOut();
    const log = join(drafts, folder, `${adasLog}.jsonl`);
    const text = readFileSync(log, 'utf8');
    writeFileSync(join(drafts, folder, `${adasLog} (1).jsonl`), text);
    const ada = await as('ada');
    const records = whole.notes.filter((note) => note.text === 'Ada 2').map((note) => note.id);
    need(await services.eraseContent(ada.scope, { draft, records, reason: 'a name', rule: 'Retention' }));
    const { state } = need(await openDraft(ada.scope, { draft }));
    expect(state.notices.map((notice) => notice.code)).not.toContain('erasing-outstanding');
    for (const name of readdirSync(join(drafts, folder)))
      expect(readFileSync(join(drafts, folder, name), 'utf8')).not.toContain('Ada 2');
    ada.app.release();
  });
});
