import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { services } from '../../../src/main/composition/calls.ts';
import { openWorkspace } from '../../../src/main/application/workspace/open-workspace.ts';
import { need, ownFolder, run, settle, type Running } from '../running-scope.ts';

const own = ownFolder();
const [before, work] = [join(own.path, 'before'), join(own.path, 'work')];
const team = join(work, 'team');
const outside = join(own.path, 'outside');
const secret = join(outside, 'secret.txt');
const words = 'What somebody else keeps in a file of theirs\n';
const note = {
  kind: 'document',
  source: 'A letter',
  when: '2026-10-06T10:00',
  direction: 'neutral',
  text: 'Typed',
} as const;
let draft = '';
let folder = '';
let device = '';
let person = '';
let ada: Running;

beforeAll(async () => {
  mkdirSync(join(before, 'team'), { recursive: true });
  const running = run(join(before, 'ada'));
  await settle(running, 'Ada', join(before, 'team'), true);
  const begun = { provider: 'Northmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
  ({ draft } = need(await services.beginDraft(running.scope, { ...begun, recoveryOwner: null })));
  [folder = ''] = readdirSync(join(before, 'team', 'drafts'));
  const self = await running.scope.ports.keys.self();
  [device, person] = [self?.device ?? '', self?.person ?? ''];
  running.app.release();
});
beforeEach(() => {
  for (const path of [work, outside]) rmSync(path, { recursive: true, force: true });
  cpSync(before, work, { recursive: true });
  mkdirSync(outside);
  writeFileSync(secret, words);
  ada = run(join(work, 'ada'));
});
afterEach(async () => {
  await ada.scope.session.opened?.following?.stop();
  ada.app.release();
});
afterAll(own.remove);

async function open(): Promise<ReturnType<typeof openWorkspace>> {
  const grant = ada.app.grants.grantFolder(team);
  return openWorkspace(ada.scope, grant, await ada.scope.ports.workspaces.open(grant));
}

async function states(): Promise<readonly string[]> {
  need(await services.listDrafts(ada.scope, {}));
  need(await services.followFolder(ada.scope, {}));
  const view = need(await services.lookAtFolder(ada.scope, {}));
  return view.states.filter(({ code }) => code === 'not-files').flatMap(({ where }) => where);
}

const ownLog = (): string => join(team, 'drafts', folder, `${device}.jsonl`);

/** Everything outside is as it was, to the byte, and nothing was added to it. */
function expectOutsideUntouched(): void {
  expect(readFileSync(secret, 'utf8')).toBe(words);
  expect(readdirSync(outside)).toEqual(['secret.txt']);
}

function pipeAt(path: string): void {
  execFileSync('mkfifo', [path]);
}

const putThere: readonly (readonly [what: string, put: (path: string) => void])[] = [
  ['a link to a file', (path) => symlinkSync(secret, path)],
  ['a link to nothing yet', (path) => symlinkSync(join(outside, 'new.txt'), path)],
  ['a link to itself', (path) => symlinkSync(path, path)],
  ['a folder', (path) => mkdirSync(path)],
  ...(process.platform === 'win32' ? [] : [['a pipe', pipeAt] as const]),
];

describe('one’s own log, in whose place somebody put', () => {
  it.each(putThere)('%s, is not written or read through, and the refusal says so', async (_what, put) => {
    rmSync(ownLog());
    put(ownLog());
    need(await open());
    const refused = await services.noteEvidence(ada.scope, { draft, note });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/damaged/) as unknown },
    });
    expect(JSON.stringify(refused)).toMatch(/where a file of the workspace belongs.*safe.*take it away/s);
    expectOutsideUntouched();
    // Straight at the store, as where the log was replaced between the look and the write.
    const store = ada.scope.session.opened?.workspace;
    expect(await store?.append(folder, device, ['{"line":1}'])).toMatchObject({
      ok: false,
      error: { code: 'not-a-file' },
    });
    expectOutsideUntouched();
    const [row] = need(await services.listDrafts(ada.scope, {}));
    expect(row?.problem).toMatch(/where a file of the workspace belongs/);
    const found = need(await services.verifyWorkspace(ada.scope, { draft: null }));
    expect(found.ok).toBe(false);
    expect(JSON.stringify(found)).toMatch(/where a file of the workspace belongs/);
  });

  it('a link to the log itself, moved elsewhere, is told of in the folder’s state and leaves it as it is', async () => {
    need(await open());
    need(await services.noteEvidence(ada.scope, { draft, note }));
    const moved = join(outside, 'moved.jsonl');
    renameSync(ownLog(), moved);
    const bytes = readFileSync(moved);
    symlinkSync(moved, ownLog());
    expect(await services.noteEvidence(ada.scope, { draft, note })).toMatchObject({ ok: false });
    expect(readFileSync(moved)).toEqual(bytes);
    expect(await services.sealJudgment(ada.scope, { draft })).toMatchObject({ ok: false });
  });

  it('more bytes without a line’s end than any log has, is refused before they are read', async () => {
    truncateSync(ownLog(), 3_000_000_000);
    need(await open());
    const store = ada.scope.session.opened?.workspace;
    expect(await store?.append(folder, device, ['{"line":1}'])).toMatchObject({
      ok: false,
      error: { code: 'too-large' },
    });
    expect(lstatSync(ownLog()).size).toBe(3_000_000_000);
  });
});

describe('a log of somebody else’s that would fill the memory', () => {
  it('is not read, keeps no other from being read, and is named', async () => {
    const planted = join(ownLog(), '..', '0.jsonl');
    writeFileSync(planted, '');
    truncateSync(planted, 536_870_912);
    need(await open());
    need(await services.noteEvidence(ada.scope, { draft, note }));
    const { drafts } = need(await services.verifyWorkspace(ada.scope, { draft: null }));
    const found = drafts.flatMap(({ problems }) => problems.map(({ code, file }) => `${code} ${file}`));
    expect(found).toEqual([`too-large drafts/${folder}/0.jsonl`]);
  });
});

describe('a log of many thousand damaged lines', () => {
  it('is told of line by line at first, and then by their number', async () => {
    writeFileSync(join(ownLog(), '..', 'x.jsonl'), `${'x'.repeat(250)}\n`.repeat(20_000));
    need(await open());
    const { drafts } = need(await services.verifyWorkspace(ada.scope, { draft: null }));
    const problems = drafts.flatMap((draft) => draft.problems);
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)?.message).toMatch(/^19000 more of the same kind stand in this file\./);
  });
});

describe('a folder of the workspace, in whose place somebody put a link', () => {
  it.each([
    ['the draft’s own', () => join('drafts', folder)],
    ['drafts', () => 'drafts'],
    ['people', () => 'people'],
  ])('%s, is not written through', async (_what, place) => {
    need(await open());
    const path = join(team, place());
    cpSync(path, join(own.path, 'elsewhere'), { recursive: true });
    rmSync(path, { recursive: true });
    symlinkSync(join(own.path, 'elsewhere'), path);
    const files = (): string =>
      readdirSync(join(own.path, 'elsewhere'), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => `${name} ${lstatSync(join(own.path, 'elsewhere', name)).size}`)
        .join();
    const was = files();
    const store = ada.scope.session.opened?.workspace;
    const answers = [
      await services.noteEvidence(ada.scope, { draft, note }),
      place() === 'people'
        ? await store?.appendPerson(person, ['x'])
        : await store?.append(folder, device, ['x']),
    ];
    expect(answers).toMatchObject([{ ok: false }, { ok: false, error: { code: 'not-a-file' } }]);
    expect(files()).toBe(was);
    rmSync(join(own.path, 'elsewhere'), { recursive: true });
  });

  it('for presence, attachments or calendars, takes no file and gives none', async () => {
    need(await open());
    const store = ada.scope.session.opened?.workspace;
    for (const name of ['presence', 'calendars']) symlinkSync(outside, join(team, name));
    symlinkSync(outside, join(team, 'drafts', folder, 'attachments'));
    const bytes = new TextEncoder().encode('{}');
    const fault = { ok: false, error: { code: 'not-a-file' } };
    expect(await store?.shared('presence').put(`${device}.json`, bytes)).toMatchObject(fault);
    expect(await store?.shared('calendars').list()).toMatchObject(fault);
    expect(await store?.attachments(folder)?.put(bytes)).toMatchObject(fault);
    expectOutsideUntouched();
    expect(await states()).toEqual(['Workspace: calendars', 'Workspace: presence']);
  });

  it('beside the drafts, is named in the folder’s state as soon as it is there', async () => {
    need(await open());
    expect(await states()).toEqual([]);
    symlinkSync(outside, join(team, 'drafts', 'other-0a1b2c3d'));
    expect(await states()).toEqual(['Workspace: drafts/other-0a1b2c3d']);
    expect(need(await services.listDrafts(ada.scope, {}))).toHaveLength(1);
  });
});

describe('one’s card and plumbline.json', () => {
  it('are not written through a link', async () => {
    const card = join(team, 'people', `${person}.jsonl`);
    rmSync(card);
    symlinkSync(secret, card);
    need(await open());
    expectOutsideUntouched();
    expect(ada.scope.session.opened?.readOnly).toBe(true);
    expect(await states()).toEqual(['People: log of Ada']);
  });

  it('a link called plumbline.json opens no workspace, and says what stands there', async () => {
    renameSync(join(team, 'plumbline.json'), join(outside, 'plumbline.json'));
    symlinkSync(join(outside, 'plumbline.json'), join(team, 'plumbline.json'));
    expect(await open()).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/plumbline\.json is a link/) as unknown },
    });
  });
});

describe('a torn last line', () => {
  it('is kept beside the log also where somebody took the name that it would be kept under', async () => {
    const tail = '{"half":';
    appendFileSync(ownLog(), tail);
    need(await open());
    const store = ada.scope.session.opened?.workspace;
    need((await store?.append(folder, device, [])) ?? { ok: false, error: { message: 'nothing is open' } });
    const [side = ''] = readdirSync(join(ownLog(), '..')).filter((name) => name.includes('.torn-'));
    rmSync(join(ownLog(), '..', side));
    symlinkSync(secret, join(ownLog(), '..', side));
    appendFileSync(ownLog(), tail);
    need((await store?.append(folder, device, [])) ?? { ok: false, error: { message: 'nothing is open' } });
    expect(readFileSync(join(ownLog(), '..', `${side}-2`), 'utf8')).toBe(tail);
    expectOutsideUntouched();
  });
});

describe('a file that a person chose', () => {
  it('may be a link, and is never a pipe, a device or a folder', async () => {
    const linked = join(own.path, 'chosen');
    symlinkSync(secret, linked);
    const { grant } = await ada.app.grants.grantFile(linked);
    const read = need(await ada.scope.ports.grants.readFile(grant, 1000));
    expect([read.name, new TextDecoder().decode(read.bytes)]).toEqual(['chosen', words]);
    rmSync(linked);
    for (const path of ['/dev/zero', outside, join(outside, 'pipe')].filter(
      (path) => process.platform !== 'win32' || path === outside,
    )) {
      if (path.endsWith('pipe')) pipeAt(path);
      const other = await ada.app.grants.grantFile(path);
      expect(await ada.scope.ports.grants.readFile(other.grant, 1000)).toMatchObject({
        ok: false,
        error: { code: 'not-a-file' },
      });
    }
  });
});
