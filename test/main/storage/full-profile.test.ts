import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../../src/main/application/workspace/open-workspace.ts';
import { settingsFrom } from '../../../src/main/storage/conf-settings.ts';
import { privateFileSystem } from '../../../src/main/storage/disk-file-system.ts';
import { PathGrants } from '../../../src/main/storage/path-grants.ts';
import { need, ownFolder, run, settle } from '../running-scope.ts';

const own = ownFolder();
afterAll(own.remove);

function full(): never {
  throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
}

describe('a profile whose disk takes nothing more', () => {
  it('says that preferences were not kept, and reads them as they were', () => {
    const settings = settingsFrom('settings.json', () => ({ get: () => ({ theme: 'dark' }), set: full }));
    expect(settings.write({ ...settings.read(), theme: 'light' })).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    });
    expect(settings.read().theme).toBe('dark');
  });

  it('refuses to remember a folder, whichever step meets the full disk', async () => {
    for (const step of ['makeFolder', 'open', 'rename'] as const) {
      const grants = new PathGrants({ ...privateFileSystem, [step]: full }, join(own.path, step));
      const folder = grants.grantFolder(own.path);
      expect(await grants.rememberFolder(folder), step).toMatchObject({
        ok: false,
        error: { code: 'disk-full' },
      });
    }
  });

  it('opens a workspace all the same, which is then not among the recent ones', async () => {
    const running = run(join(own.path, 'profile'));
    await settle(running, 'Ada', join(own.path, 'team'), true);
    const { scope } = running;
    const before = scope.ports.settings.read().recents;
    const workspace = scope.session.opened?.workspace;
    if (workspace === undefined) throw new Error('no workspace was opened');
    const grants = { ...scope.ports.grants, rememberFolder: () => Promise.resolve(refusedFull) };
    const ports = { ...scope.ports, grants };
    const again = await openWorkspace(
      { ...scope, ports },
      { grant: '', name: 'team' },
      { ok: true, value: workspace },
    );
    expect(need(again).id).toBe(workspace.id);
    expect(scope.ports.settings.read().recents).toEqual(before);
    running.app.release();
  });
});

const refusedFull = { ok: false, error: { code: 'disk-full', message: '' } } as const;
