import { draftEventTypes } from '../../../src/shared/judgment/event-types.ts';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { importReports } from '../../../src/main/application/report/import-reports.ts';
import { ownPlace, placeIn } from '../../../src/main/application/session/own-place.ts';
import { loadDraft } from '../../../src/main/application/load.ts';
import { noteEvidence } from '../../../src/main/application/evidence/note-evidence.ts';
import { openDraft } from '../../../src/main/application/window/open-draft.ts';
import { openWorkspace } from '../../../src/main/application/workspace/open-workspace.ts';
import { RecordGraph } from '../../../src/shared/records/record-graph.ts';
import { identify } from '../../../src/shared/records/build-record.ts';
import { recordLine } from '../../../src/shared/records/record-line.ts';
import { takeProfileLock } from '../../../src/main/storage/profile-lock.ts';
import { History, writer } from '../../shared/history.ts';
import { need, ownFolder, run, settle } from '../running-scope.ts';

const own = ownFolder();
let count = 0;
afterAll(own.remove);

async function begun(): Promise<{
  running: ReturnType<typeof run>;
  draft: string;
  team: string;
  profile: string;
}> {
  count += 1;
  const team = join(own.path, `team-${count}`);
  const profile = join(own.path, `profile-${count}`);
  mkdirSync(team);
  const running = run(profile);
  await settle(running, 'Ada', team, true);
  const { draft } = need(
    await beginDraft(running.scope, {
      provider: 'Northmere',
      kind: '',
      framework: 'ilacs-2026',
      start: '2026-10-05',
      end: null,
      recoveryOwner: null,
    }),
  );
  return { running, draft, team, profile };
}

const note = {
  kind: 'document',
  source: 'A letter',
  when: '2026-10-06T10:00',
  direction: 'neutral',
  text: 'A note.',
} as const;

describe('awkward circumstances', () => {
  it('keep what a newer version wrote, let notes be added, and refuse roles and sealing', async () => {
    const { running, draft, team } = await begun();
    const self = await running.scope.ports.keys.self();
    const place = ownPlace(
      need(await loadDraft(running.scope, draft)),
      self?.person ?? '',
      self?.device ?? '',
    );
    if (place === null) throw new Error('no place');
    const { heads, ...head } = place;
    const unsigned = identify(
      {
        ...head,
        v: 2,
        type: 'future.event',
        parents: [...heads],
        at: new Date().toISOString(),
        salt: 'ab'.repeat(32),
        wordsSalt: 'cd'.repeat(32),
        facts: { x: 1 },
        words: {},
      },
      running.scope.ports.crypto.sha256,
    );
    const line = recordLine({ ...unsigned, sig: await running.scope.ports.keys.sign('device', unsigned.id) });
    const [folder = ''] = readdirSync(join(team, 'drafts'));
    const log = join(team, 'drafts', folder, `${place.key}.jsonl`);
    writeFileSync(log, `${readFileSync(log, 'utf8')}${line}\n`);
    const view = need(await openDraft(running.scope, { draft }));
    expect([view.state.newer, view.state.notices[0]?.code]).toEqual([true, 'newer-version']);
    expect((await noteEvidence(running.scope, { draft, note })).ok).toBe(true);
    for (const refused of [
      await services.sealJudgment(running.scope, { draft }),
      await services.grantRole(running.scope, { draft, person: place.author, role: 'lead' }),
    ]) {
      expect(refused).toMatchObject({ ok: false });
    }
    running.app.release();
  });

  it('say that the folder vanished, and keep what is typed', async () => {
    const { running, draft, team } = await begun();
    renameSync(team, `${team}-gone`);
    expect(await services.listDrafts(running.scope, {})).toMatchObject({
      ok: false,
      error: { code: 'vanished' },
    });
    const saved = await noteEvidence(running.scope, { draft, note });
    expect(saved).toMatchObject({ ok: false });
    need(await services.writeJournal(running.scope, { draft, content: 'typed' }));
    expect(need(await services.readJournal(running.scope, { draft }))?.content).toBe('typed');
    renameSync(`${team}-gone`, team);
    expect((await noteEvidence(running.scope, { draft, note })).ok).toBe(true);
    running.app.release();
  });

  it('refuse what no line of a log can hold, before anything is written', async () => {
    const { running, draft } = await begun();
    const narratives = ['a', 'b'].map((section) => ({ section, text: 'ü'.repeat(400_000), over: [] }));
    const before = need(await openDraft(running.scope, { draft })).state.count;
    const saved = await services.saveRevision(running.scope, {
      draft,
      reason: 'long',
      narratives,
      grades: [],
      improvements: null,
    });
    expect(saved).toMatchObject({ ok: false, error: { code: 'too-large' } });
    const { state, problems } = need(await openDraft(running.scope, { draft }));
    expect([state.count, problems]).toEqual([before, []]);
    const halves = await services.saveRevision(running.scope, {
      draft,
      reason: 'half',
      narratives: narratives.slice(0, 1),
      grades: [],
      improvements: null,
    });
    expect(halves.ok).toBe(true);
    running.app.release();
  });

  it('go on in order from more heads than a record can name', () => {
    const history = new History();
    const begin = history.begin(writer('ada')).id;
    for (let at = 0; at < 79; at += 1) history.write(writer(`person ${at}`), 'Beside', [], [begin]);
    const longest = ['One', 'Two', 'Three'].map((text) => history.write(writer('ben'), text, [], [begin]));
    const graph = new RecordGraph(history.draft, history.records, draftEventTypes);
    expect(graph.heads()).toHaveLength(80);
    const place = placeIn(graph, writer('cyn').person, writer('cyn').key);
    expect(place).toMatchObject({ draft: history.draft, seq: 1, prev: null, lamport: 5 });
    expect(place.heads).toHaveLength(64);
    expect(place.heads).toContain(longest.at(-1)?.id);
  });

  it('let a second process of one profile read, say who holds it, and write nothing', async () => {
    const { running, draft, team, profile } = await begun();
    const second = run(profile);
    expect(second.app.ports.lockedBy).toContain(`process ${process.pid}`);
    const grant = second.app.grants.grantFolder(team);
    need(await openWorkspace(second.scope, grant, await second.scope.ports.workspaces.open(grant)));
    const { may, mayNot } = need(await openDraft(second.scope, { draft }));
    expect([may, mayNot['evidence.noted']?.includes('already open')]).toEqual([[], true]);
    expect(await noteEvidence(second.scope, { draft, note })).toMatchObject({
      ok: false,
      error: { code: 'locked' },
    });
    running.app.release();
  });

  it('take over the lock of a process that is gone', () => {
    const folder = join(own.path, 'stale');
    const held = takeProfileLock(folder, 'now');
    const file = join(folder, 'lock.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(`"pid":${process.pid}`, '"pid":4194303'));
    expect(takeProfileLock(folder, 'later').lockedBy).toBeNull();
    expect(held.lockedBy).toBeNull();
  });

  it('keep the key in a file that only its user can read, and give a restored person a device of its own', async () => {
    const { running, team, profile } = await begun();
    if (process.platform !== 'win32') expect(statSync(join(profile, 'identity.json')).mode & 0o077).toBe(0);
    need(await services.backUpKey(running.scope, { passphrase: 'a long passphrase' }));
    const [bytes = new Uint8Array()] = running.saved.values();
    expect(Buffer.from(bytes).toString()).not.toContain((await running.scope.ports.keys.self())?.rootKey);
    const fresh = run(join(own.path, `restored-${count}`));
    const give = (content: Uint8Array): string => fresh.app.grants.grantBytes('backup.json', content).grant;
    expect(
      await services.restoreKey(fresh.scope, { file: give(bytes), passphrase: 'another passphrase' }),
    ).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
    const damaged = Uint8Array.from(bytes);
    damaged[40] = (damaged[40] ?? 0) ^ 1;
    expect(
      (await services.restoreKey(fresh.scope, { file: give(damaged), passphrase: 'a long passphrase' })).ok,
    ).toBe(false);
    expect(
      await services.restoreKey(fresh.scope, { file: give(new Uint8Array([1])), passphrase: 'x' }),
    ).toMatchObject({ ok: false, error: { code: 'damaged' } });
    const restored = need(
      await services.restoreKey(fresh.scope, { file: give(bytes), passphrase: 'a long passphrase' }),
    );
    const before = await running.scope.ports.keys.self();
    const after = await fresh.scope.ports.keys.self();
    expect(restored.id).toBe(before?.person);
    expect(after?.device).not.toBe(before?.device);
    const grant = fresh.app.grants.grantFolder(team);
    need(await openWorkspace(fresh.scope, grant, await fresh.scope.ports.workspaces.open(grant)));
    const [row] = need(await services.listDrafts(fresh.scope, {}));
    expect((await noteEvidence(fresh.scope, { draft: row?.draft ?? '', note })).ok).toBe(true);
    expect(need(await services.verifyWorkspace(running.scope, { draft: null })).ok).toBe(true);
    running.app.release();
    fresh.app.release();
  });

  it('read every good file beside bad ones, each with its words', async () => {
    const { running } = await begun();
    const good = readFileSync(join(import.meta.dirname, '..', '..', 'e2e', 'a-short-report.txt'));
    const files: readonly (readonly [string, Uint8Array])[] = [
      ['empty.txt', new Uint8Array()],
      ['binary.txt', new Uint8Array([0, 1, 2, 3, 0, 255])],
      ['page.txt', Buffer.from('<!doctype html><html><body>Inspection</body></html>')],
      ['recipe.txt', Buffer.from('Two eggs and flour.')],
      ['large.txt', new Uint8Array(50_000_000)],
      [
        'endless.txt',
        Buffer.from(
          good.toString().replace('◼ The quality of written plans.', `◼ ${'plans and '.repeat(900)}`),
        ),
      ],
      ['good.txt', good],
    ];
    const grants = files.map(([name, bytes]) => running.app.grants.grantBytes(name, bytes).grant);
    const outcomes = need(await importReports(running.scope, { files: grants, framework: null }));
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([false, false, false, false, false, false, true]);
    for (const { problem } of outcomes.slice(0, 6)) expect(problem).toMatch(/nothing|unchanged/i);
    running.app.release();
  });

  it('say what an empty, foreign or read-only folder is', async () => {
    const { running } = await begun();
    const empty = join(own.path, 'empty');
    mkdirSync(empty);
    const open = (path: string): Promise<{ ok: boolean }> =>
      services.openWorkspace(running.scope, { folder: running.app.grants.grantFolder(path).grant });
    expect(await open(empty)).toMatchObject({ error: { code: 'not-a-workspace' } });
    expect(await open(join(own.path, 'nowhere'))).toMatchObject({ error: { code: 'vanished' } });
    expect(await services.openWorkspace(running.scope, { folder: '0'.repeat(32) })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    writeFileSync(join(empty, 'plumbline.json'), '{"format":2,"id":"x","name":"y"}');
    expect(await open(empty)).toMatchObject({ error: { code: 'newer-version' } });
    chmodSync(empty, 0o755);
    expect(existsSync(empty)).toBe(true);
    running.app.release();
  });
});
