import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { services } from '../../src/main/composition/calls.ts';
import { noteEvidence } from '../../src/main/application/evidence/note-evidence.ts';
import { openDraft } from '../../src/main/application/window/open-draft.ts';
import { openWorkspace } from '../../src/main/application/workspace/open-workspace.ts';
import type { Scope } from '../../src/main/application/session/session.ts';
import { diskFileSystem } from '../../src/main/storage/disk-file-system.ts';
import type { FileSystem } from '../../src/main/storage/file-system.ts';
import { storageFault } from '../../src/main/storage/storage-fault.ts';
import { need, ownFolder, run, settle } from '../main/running-scope.ts';

const own = ownFolder();
const before = join(own.path, 'before');
const work = join(own.path, 'work');
const team = join(work, 'team');
const note = {
  kind: 'document',
  source: 'A letter',
  when: '2026-10-06T10:00',
  direction: 'neutral',
} as const;
let draft = '';
let bensLog = '';
let whole: readonly string[] = [];
const open: ReturnType<typeof run>[] = [];

beforeAll(async () => {
  mkdirSync(join(before, 'team'), { recursive: true });
  const ada = run(join(before, 'ada'));
  const ben = run(join(before, 'ben'));
  await settle(ada, 'Ada', join(before, 'team'), true);
  await settle(ben, 'Ben', join(before, 'team'), false);
  const begun = { provider: 'Northmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
  ({ draft } = need(await services.beginDraft(ada.scope, { ...begun, recoveryOwner: null })));
  const person = (await ben.scope.ports.keys.self())?.person ?? '';
  need(await services.grantRole(ada.scope, { draft, person, role: 'inspector' }));
  for (const text of ['One', 'Two', 'Three'])
    need(await noteEvidence(ben.scope, { draft, note: { ...note, text } }));
  whole = need(await openDraft(ada.scope, { draft })).state.timeline.map((entry) => entry.record);
  const [folder = ''] = readdirSync(join(before, 'team', 'drafts'));
  bensLog = join('drafts', folder, `${(await ben.scope.ports.keys.self())?.device ?? ''}.jsonl`);
  ada.app.release();
  ben.app.release();
});
beforeEach(() => {
  rmSync(work, { recursive: true, force: true });
  cpSync(before, work, { recursive: true });
});
afterEach(async () => {
  for (const { app, scope } of open.splice(0)) {
    await scope.session.opened?.following?.stop();
    app.release();
  }
});
afterAll(own.remove);

async function as(person: 'ada' | 'ben', fileSystem?: FileSystem, folder = team): Promise<Scope> {
  const running = run(join(work, person), fileSystem);
  open.push(running);
  const grant = running.app.grants.grantFolder(folder);
  need(await openWorkspace(running.scope, grant, await running.scope.ports.workspaces.open(grant)));
  return running.scope;
}

async function states(scope: Scope): Promise<readonly string[]> {
  need(await services.listDrafts(scope, {}));
  const view = need(await services.followFolder(scope, {}));
  return view.states.map((state) => state.code).filter((code) => code !== 'looking');
}

/** The draft opens with what is whole; Ada can go on writing. */
async function expectUsable(scope: Scope, records: number): Promise<void> {
  const { state } = need(await openDraft(scope, { draft }));
  expect(state.timeline.map((entry) => entry.record)).toEqual(whole.slice(0, records));
  need(await noteEvidence(scope, { draft, note: { ...note, text: 'Ada goes on' } }));
}

/** The real file system, on which files that match cannot be read, as where a placeholder is not downloaded. */
function withoutContent(code: string): FileSystem {
  return {
    ...diskFileSystem,
    readFile: (path) =>
      path.endsWith(bensLog)
        ? Promise.reject(Object.assign(new Error(code), { code }))
        : diskFileSystem.readFile(path),
  };
}

describe('a half-synced file', () => {
  it.each([
    ['with a torn last line', (log: string) => truncateSync(log, readFileSync(log).length - 40)],
    [
      'whose last part is zero bytes yet',
      (log: string) => {
        const text = readFileSync(log, 'utf8');
        const end = text.lastIndexOf('\n', text.length - 2) + 1;
        writeFileSync(log, Buffer.concat([Buffer.from(text.slice(0, end)), Buffer.alloc(text.length - end)]));
      },
    ],
    [
      'whose last line’s end is zero bytes yet',
      (log: string) => {
        const bytes = readFileSync(log);
        bytes.fill(0, bytes.length - 100);
        writeFileSync(log, bytes);
      },
    ],
  ])('%s gives all that is whole, says so, and is whole later', async (_how, halve) => {
    const log = join(team, bensLog);
    const bytes = readFileSync(log);
    halve(log);
    const ada = await as('ada');
    expect(await states(ada)).toEqual(['half-synced']);
    await expectUsable(ada, whole.length - 1);
    writeFileSync(log, bytes);
    expect(await states(ada)).toEqual([]);
    expect(need(await openDraft(ada, { draft })).state.count).toBe(whole.length + 1);
  });

  it('of zero bytes throughout hides no other file', async () => {
    const log = join(team, bensLog);
    writeFileSync(log, Buffer.alloc(readFileSync(log).length));
    const ada = await as('ada');
    expect(await states(ada)).toEqual(['half-synced']);
    await expectUsable(ada, whole.length - 3);
  });
});

describe('a copy whose content never came', () => {
  it('says so and breaks nothing beside the whole log, and is broken beside half of it', async () => {
    const log = join(team, bensLog);
    const text = readFileSync(log, 'utf8');
    const copy = log.replace('.jsonl', ' (conflicted copy).jsonl');
    writeFileSync(copy, Buffer.alloc(text.length));
    const folder = join(team, bensLog, '..');
    mkdirSync(`${folder} (1)`);
    writeFileSync(`${folder} (1)/${basename(bensLog)}`, Buffer.alloc(text.length));
    const people = join(team, 'people');
    for (const card of readdirSync(people))
      writeFileSync(join(people, card.replace('.jsonl', ' (1).jsonl')), Buffer.alloc(40));
    const ada = await as('ada');
    expect(await states(ada)).toEqual(['copies']);
    expect(need(await services.listDrafts(ada, {}))).toHaveLength(1);
    const verification = need(await services.verifyWorkspace(ada, { draft: null }));
    expect(verification.ok).toBe(true);
    const problems = verification.drafts.flatMap((draft) => draft.problems);
    expect(problems.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'empty-copy'));
    const [, half = ''] = /^(.*\n).*\n$/s.exec(text) ?? [];
    writeFileSync(log, half);
    expect(need(await services.verifyWorkspace(ada, { draft: null })).ok).toBe(false);
  });
});

describe('a placeholder that is not downloaded', () => {
  it.each(['EIO', 'ENOENT', 'ETIMEDOUT', 'EBUSY', 'UNKNOWN'])(
    'and cannot be read (%s) hides no other file, and is named',
    async (code) => {
      const ada = await as('ada', withoutContent(code));
      expect(await states(ada)).toEqual(['not-downloaded']);
      await expectUsable(ada, whole.length - 3);
    },
  );

  it('by its name only, as Nextcloud and iCloud leave it, is named', async () => {
    renameSync(join(team, bensLog), `${join(team, bensLog)}.nextcloud`);
    const ada = await as('ada');
    expect(await states(ada)).toEqual(['not-downloaded']);
    await expectUsable(ada, whole.length - 3);
  });

  it('of no bytes, seen whole before, is told as missing, and keeps one from sealing and not from writing', async () => {
    const first = await as('ada');
    need(await openDraft(first, { draft }));
    open.splice(0).forEach(({ app }) => app.release());
    truncateSync(join(team, bensLog), 0);
    const ada = await as('ada');
    expect(await states(ada)).toEqual(['shrunk']);
    expect(await services.sealJudgment(ada, { draft })).toMatchObject({ ok: false });
    await expectUsable(ada, whole.length - 3);
  });

  it('of one’s own log keeps one from writing, so that no number is used twice', async () => {
    const log = readFileSync(join(team, bensLog), 'utf8');
    const ben = await as('ben', withoutContent('EIO'));
    const refused = await noteEvidence(ben, { draft, note: { ...note, text: 'Blind' } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(readFileSync(join(team, bensLog), 'utf8')).toBe(log);
  });

  it('of every log of a draft says that it has not arrived, beside the drafts that have', async () => {
    const ada = await as('ada');
    const begun = { provider: 'Eastmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
    need(await services.beginDraft(ada, { ...begun, recoveryOwner: null }));
    for (const name of readdirSync(join(team, bensLog, '..')))
      renameSync(join(team, bensLog, '..', name), join(team, bensLog, '..', `${name}.nextcloud`));
    const rows = need(await services.listDrafts(ada, {}));
    expect(rows.map((row) => row.problem === null)).toEqual([true, false]);
    expect(rows[1]?.problem).toMatch(/not on this computer yet/);
  });

  it('of a person’s card sets their records aside until it is there', async () => {
    const people = join(team, 'people');
    const bens = readdirSync(people).find((name) =>
      readFileSync(join(people, name), 'utf8').includes('"Ben"'),
    );
    renameSync(join(people, bens ?? ''), join(own.path, 'card'));
    const ada = await as('ada');
    expect(await states(ada)).toContain('not-vouched');
    renameSync(join(own.path, 'card'), join(people, bens ?? ''));
    expect(await states(ada)).toEqual([]);
  });
});

describe('clocks hours apart', () => {
  it('decide nothing: order follows from what each knew, and the window says whose clock is ahead', async () => {
    const ada = await as('ada');
    const ben = await as('ben');
    const at = (hours: number): Scope['ports']['clock'] => ({ now: () => Date.now() + hours * 3_600_000 });
    const fast = { ...ben, ports: { ...ben.ports, clock: at(5) } };
    const slow = { ...ada, ports: { ...ada.ports, clock: at(-7) } };
    const one = need(await noteEvidence(fast, { draft, note: { ...note, text: 'First, five hours fast' } }));
    const two = need(await noteEvidence(slow, { draft, note: { ...note, text: 'Then, seven hours slow' } }));
    const { state } = need(await openDraft(ada, { draft }));
    expect(state.timeline.slice(-2).map((entry) => entry.record)).toEqual([one.record, two.record]);
    expect(await states(ada)).toEqual(['clocks']);
    const [clocks] = need(await services.followFolder(ada, {})).states;
    expect(clocks?.where).toEqual(['Ben: 5 hours ahead']);
  });
});

describe('a folder with a long path', () => {
  it('of more than 260 characters works, and one that is too long is refused in words', async () => {
    const deep = join(
      work,
      'a-folder-with-quite-a-long-name '.repeat(3).trim(),
      'and-another-one-within-it '.repeat(5).trim(),
      'team',
    );
    mkdirSync(join(deep, '..'), { recursive: true });
    cpSync(team, deep, { recursive: true });
    expect(join(deep, bensLog).length).toBeGreaterThan(260);
    const ada = await as('ada', undefined, deep);
    await expectUsable(ada, whole.length);
    const fault = storageFault(Object.assign(new Error(), { code: 'ENAMETOOLONG' }), 'save the revision');
    expect(fault.message).toMatch(/longer than this computer allows.*safe.*shorter names/s);
    const running = open.at(-1);
    const grant = running?.app.grants.grantFolder(join(work, 'x'.repeat(300)));
    if (grant === undefined) throw new Error('nothing is open');
    expect(await services.openWorkspace(ada, { folder: grant.grant })).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/longer than this computer allows/) as unknown },
    });
  });
});

describe('a forked key', () => {
  it('of a restored profile that writes again is shown to everybody as one key in two places, and nothing is lost', async () => {
    cpSync(join(work, 'ben'), join(work, 'ben-restored'), { recursive: true });
    cpSync(team, join(work, 'team-restored'), { recursive: true });
    const ben = await as('ben');
    const first = need(await noteEvidence(ben, { draft, note: { ...note, text: 'On the laptop' } }));
    const restored = run(join(work, 'ben-restored'));
    open.push(restored);
    const grant = restored.app.grants.grantFolder(join(work, 'team-restored'));
    need(await openWorkspace(restored.scope, grant, await restored.scope.ports.workspaces.open(grant)));
    const second = need(
      await noteEvidence(restored.scope, { draft, note: { ...note, text: 'On the restored one' } }),
    );
    // The sync service brings both together and keeps one log as a copy.
    cpSync(
      join(work, 'team-restored', bensLog),
      join(team, bensLog.replace('.jsonl', '-DESKTOP-7Q2K9L1.jsonl')),
    );
    for (const person of [await as('ada'), ben]) {
      const { state, problems } = need(await openDraft(person, { draft }));
      const records = state.timeline.map((entry) => entry.record);
      expect(records).toEqual(expect.arrayContaining([...whole, first.record, second.record]));
      expect(state.notices.filter(({ code }) => code === 'one-key-two-places')).toHaveLength(2);
      expect(problems.filter(({ level }) => level === 'broken')).toEqual([]);
      expect(await states(person)).toContain('one-key-two-places');
      const shown = need(await services.followFolder(person, {})).states.find(
        ({ code }) => code === 'one-key-two-places',
      );
      expect(shown?.where.toSorted()).toEqual([
        'Northmere: log of Ben',
        'Northmere: log of Ben-DESKTOP-7Q2K9L1',
      ]);
    }
    need(await noteEvidence(ben, { draft, note: { ...note, text: 'Goes on' } }));
    expect(need(await services.verifyWorkspace(ben, { draft: null })).ok).toBe(true);
  });
});

describe('another program that holds a file', () => {
  it('is named in words that say what is safe', () => {
    const fault = storageFault(Object.assign(new Error(), { code: 'EBUSY' }), 'save the revision');
    expect(fault.message).toMatch(/holds the file.*safe.*try again/s);
  });
});
