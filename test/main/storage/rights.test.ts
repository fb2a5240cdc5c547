import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts';
import { confSettings } from '../../../src/main/storage/conf-settings.ts';
import { diskFileSystem, privateFileSystem } from '../../../src/main/storage/disk-file-system.ts';
import { DiskWorkspaces } from '../../../src/main/storage/disk-workspaces.ts';
import { PathGrants } from '../../../src/main/storage/path-grants.ts';
import { need, ownFolder, run, settle } from '../running-scope.ts';

const own = ownFolder();
/** Node tells the umask safely only where it is set. */
const usual = process.umask(0o022);
let count = 0;
afterEach(() => {
  process.umask(usual);
});
afterAll(own.remove);

/** The modes of everything below a folder, by its name without what differs from run to run; folders end with "/". */
function modesBelow(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names.map((name) => {
      const facts = statSync(join(folder, name));
      return [`${name}${facts.isDirectory() ? '/' : ''}`, (facts.mode & 0o7777).toString(8)];
    }),
  );
}

/** A workspace with everything in it that a person's first hour makes, in a folder of this mode. */
async function firstHour(folderMode: number, umask: number): Promise<string> {
  const root = join(own.path, `team-${(count += 1)}`);
  mkdirSync(root);
  chmodSync(root, folderMode);
  process.umask(umask);
  const all = new DiskWorkspaces(diskFileSystem, () => root, nodeCrypto.sha256);
  const founding = { id: '0'.repeat(64), key: 'key', lines: ['{}'] };
  const found = (): Promise<{ ok: true; value: typeof founding }> =>
    Promise.resolve({ ok: true, value: founding });
  const workspace = need(await all.create({ grant: '', name: '' }, 'Team', found));
  need(await workspace.appendPerson('ada', ['{}']));
  const draft = need(await workspace.createDraft('north', 'abcdef0123', 'key', ['{"id":"1","body":"x"}']));
  need((await workspace.attachments(draft)?.put(new Uint8Array([1]))) ?? { ok: true, value: '' });
  need(await workspace.shared('presence').put('device.json', new Uint8Array([123, 125])));
  return root;
}

describe.skipIf(process.platform === 'win32')('what is made in a shared folder', () => {
  it.each<readonly [string, number, number, string, string]>([
    ['a folder of a group, umask 002', 0o2775, 0o002, '2775', '664'],
    ['a folder of a group, the usual umask 022', 0o2775, 0o022, '2775', '664'],
    ['a folder that a group may only read, umask 022', 0o2755, 0o022, '2755', '644'],
    ['a folder of a group that is closed to others, umask 022', 0o2770, 0o027, '2770', '660'],
    ['a folder of a group, and a person who closes theirs', 0o2775, 0o077, '2700', '600'],
    ['a folder of nobody else, umask 002', 0o755, 0o002, '775', '664'],
    ['a folder of nobody else, umask 077', 0o755, 0o077, '700', '600'],
  ])('has the rights of %s', async (_what, folderMode, umask, folder, file) => {
    const modes = modesBelow(await firstHour(folderMode, umask));
    expect(Object.keys(modes).length).toBeGreaterThan(9);
    for (const [name, mode] of Object.entries(modes))
      expect(`${name} ${mode}`).toBe(`${name} ${name.endsWith('/') ? folder : file}`);
  });

  it('keeps its mode where it is replaced', async () => {
    const root = await firstHour(0o2775, 0o022);
    const [folder = ''] = readdirSync(join(root, 'drafts'));
    const log = join(root, 'drafts', folder, 'key.jsonl');
    chmodSync(log, 0o640);
    process.umask(0o077);
    const all = new DiskWorkspaces(diskFileSystem, () => root, nodeCrypto.sha256);
    const workspace = need(await all.open({ grant: '', name: '' }));
    need(await workspace.rewriteOwn(folder, 'key', new Map([['1', '{"id":"1"}']])));
    expect(statSync(log).size).toBe('{"id":"1"}\n'.length);
    expect((statSync(log).mode & 0o777).toString(8)).toBe('640');
  });
});

describe.skipIf(process.platform === 'win32')('what is its user’s alone', () => {
  it('is closed to everybody else under an open umask, key, journal, settings and all', async () => {
    process.umask(0o000);
    const profile = join(own.path, 'profile');
    const running = run(profile);
    await settle(running, 'Ada', join(own.path, `team-${(count += 1)}`), true);
    need(await running.scope.ports.journal.write('draft', { at: '2026-10-05', content: 'typed' }));
    const settings = confSettings(profile);
    settings.write(settings.read());
    await new PathGrants(privateFileSystem, profile).rememberFolder({ grant: '', name: '' });
    const modes = modesBelow(profile);
    expect(Object.keys(modes)).toEqual(
      expect.arrayContaining([
        'identity.json',
        'journal/draft.json',
        'settings.json',
        'folders.json',
        'lock.json',
      ]),
    );
    expect(Object.entries(modes).filter(([, mode]) => !/^[67]00$/.test(mode))).toEqual([]);
    expect((statSync(profile).mode & 0o777).toString(8)).toBe('700');
    running.app.release();
  });
});
