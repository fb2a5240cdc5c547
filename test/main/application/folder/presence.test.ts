import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { services } from '../../../../src/main/composition/calls.ts';
import { noteEvidence } from '../../../../src/main/application/evidence/note-evidence.ts';
import { diskFileSystem } from '../../../../src/main/storage/disk-file-system.ts';
import type { FileSystem } from '../../../../src/main/storage/file-system.ts';
import type { WriterView } from '../../../../src/shared/ipc/folder-views.ts';
import { need, ownFolder, run, settle, type Running } from '../../running-scope.ts';

const own = ownFolder();
let turn = 0;
let team = '';
let draft = '';
let ada: Running;
let priya: Running;
let priyasId = '';
const open: Running[] = [];
const until = (check: () => Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000, interval: 20 });

async function person(name: string, make: boolean, fileSystem?: FileSystem): Promise<Running> {
  const running = run(join(own.path, `${name}-${turn}`), fileSystem);
  open.push(running);
  await settle(running, name, team, make);
  return running;
}

const files = (): readonly string[] => {
  try {
    return readdirSync(join(team, 'presence'));
  } catch {
    return [];
  }
};
/** What Ada's window is shown of others who write. */
const shown = async (): Promise<readonly WriterView[]> =>
  need(await services.lookAtFolder(ada.scope, {})).writing;
const tell = async (by: Running, area: string | null): Promise<void> => {
  need(await services.tellWriting(by.scope, { draft, area }));
  await by.scope.session.opened?.tellingPresence;
};

beforeEach(async () => {
  turn += 1;
  team = join(own.path, `team-${turn}`);
  mkdirSync(team);
  ada = await person('Ada', true);
  priya = await person('Priya Nair', false);
  priyasId = (await priya.scope.ports.keys.self())?.person ?? '';
  const begun = { provider: 'Northbrook', kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
  ({ draft } = need(await services.beginDraft(ada.scope, { ...begun, recoveryOwner: null })));
  need(await services.listDrafts(ada.scope, {}));
  need(await services.followFolder(ada.scope, {}));
  need(await services.lookAtFolder(ada.scope, {}));
});
afterEach(async () => {
  for (const { app, scope } of open.splice(0)) {
    await scope.session.opened?.following?.stop();
    app.release();
  }
});
afterAll(own.remove);

describe('who is writing where', () => {
  it('is shown to others by person and area, until they stop, and verified by nobody', async () => {
    await tell(priya, 'care');
    await until(async () => {
      expect(await shown()).toEqual([{ person: priyasId, draft, area: 'care' }]);
    });
    expect(need(await services.listPeople(ada.scope, {})).find(({ self }) => !self)?.verified).toBe(false);
    expect(need(await services.verifyWorkspace(ada.scope, { draft: null })).ok).toBe(true);
    await tell(priya, null);
    await until(async () => {
      expect(await shown()).toEqual([]);
    });
  });

  it('holds a person, a draft, an area and a beat, in one small file a device, and no word or grade', async () => {
    await tell(priya, 'care');
    const [file = ''] = files();
    expect(files()).toHaveLength(1);
    const said: unknown = JSON.parse(readFileSync(join(team, 'presence', file), 'utf8'));
    expect(Object.keys(said ?? {}).sort()).toEqual(['area', 'beat', 'draft', 'person', 'v']);
  });

  it('is told at most once in half a minute for one area, and once more where the area is another', async () => {
    let now = Date.now();
    const put = vi.fn(() => Promise.resolve({ ok: true, value: null } as const));
    const workspace = priya.scope.session.opened?.workspace;
    if (workspace === undefined) throw new Error('nothing is open');
    vi.spyOn(workspace, 'shared').mockReturnValue({ list: vi.fn(), put });
    const scope = { ...priya.scope, ports: { ...priya.scope.ports, clock: { now: () => now } } };
    for (const [later, area] of [
      [0, 'care'],
      [9000, 'care'],
      [9000, 'help'],
      [29_000, 'help'],
      [2000, 'help'],
    ] as const) {
      now += later;
      await services.tellWriting(scope, { draft, area });
      await scope.session.opened?.tellingPresence;
    }
    expect(put).toHaveBeenCalledTimes(3);
  });

  it('is not told by whoever prefers not to, who reads only, or before anything was said', async () => {
    await tell(priya, null);
    const { settings } = priya.scope.ports;
    settings.write({ ...settings.read(), presence: false });
    await tell(priya, 'care');
    settings.write({ ...settings.read(), presence: true });
    const opened = priya.scope.session.opened;
    if (opened === null) throw new Error('nothing is open');
    priya.scope.session.opened = { ...opened, readOnly: true };
    await tell(priya, 'care');
    priya.scope.session.opened = opened;
    await tell(
      { ...priya, scope: { ...priya.scope, ports: { ...priya.scope.ports, lockedBy: 'x' } } },
      'care',
    );
    expect(files()).toEqual([]);
  });

  it('is no matter of clocks: a writer whose clock is nine hours off is shown, and expires here', async () => {
    const clock = { now: () => Date.now() - 9 * 3_600_000 };
    const slow = { ...priya, scope: { ...priya.scope, ports: { ...priya.scope.ports, clock } } };
    await tell(slow, 'care');
    await until(async () => {
      expect(await shown()).toHaveLength(1);
    });
    const later = { now: () => Date.now() + 76_000 };
    const scope = { ...ada.scope, ports: { ...ada.scope.ports, clock: later } };
    expect(need(await services.followFolder(scope, {})).writing).toEqual([]);
  });

  it('passes over garbage, other people’s files and names that nobody here has, and goes on', async () => {
    mkdirSync(join(team, 'presence'));
    const key = 'ab'.repeat(32);
    const claim = { v: 1, person: 'cd'.repeat(32), draft, area: 'care', beat: 1 };
    writeFileSync(join(team, 'presence', `${key}.json`), JSON.stringify(claim));
    writeFileSync(join(team, 'presence', `${'ef'.repeat(32)}.json`), Buffer.alloc(900));
    writeFileSync(join(team, 'presence', 'desktop.ini'), 'x');
    await tell(priya, 'help');
    await until(async () => {
      expect(await shown()).toEqual([{ person: priyasId, draft, area: 'help' }]);
    });
    expect(need(await services.verifyWorkspace(ada.scope, { draft: null })).ok).toBe(true);
  });

  it.each([
    ['that never answers', () => new Promise<never>(() => undefined)],
    ['that lets nobody write', () => Promise.reject(Object.assign(new Error(), { code: 'EROFS' }))],
  ])('holds up nothing on a folder %s', async (_how, makeFolder) => {
    const stubborn: FileSystem = {
      ...diskFileSystem,
      makeFolder: (path, within) =>
        path.endsWith('presence') ? makeFolder() : diskFileSystem.makeFolder(path, within),
    };
    const cai = await person('Cai', false, stubborn);
    const id = (await cai.scope.ports.keys.self())?.person ?? '';
    need(await services.grantRole(ada.scope, { draft, person: id, role: 'inspector' }));
    need(await services.tellWriting(cai.scope, { draft, area: 'care' }));
    need(await services.tellWriting(cai.scope, { draft, area: 'help' }));
    const note = { kind: 'document', source: 'A letter', when: '2026-10-06T10:00', text: 'Saved' } as const;
    need(await noteEvidence(cai.scope, { draft, note: { ...note, direction: 'neutral' } }));
    expect(files()).toEqual([]);
  });
});
