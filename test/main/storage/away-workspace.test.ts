import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { DiskWorkspace } from '../../../src/main/storage/disk-workspace.ts';
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts';
import { DiskWorkspaces } from '../../../src/main/storage/disk-workspaces.ts';
import { diskFileSystem } from '../../../src/main/storage/disk-file-system.ts';
import { ownFolder } from '../running-scope.ts';

const own = ownFolder();
const root = join(own.path, 'team');
const workspace = new DiskWorkspace(diskFileSystem, root, { id: '0'.repeat(64), name: 'Team' });
afterAll(own.remove);

const writes: readonly (readonly [string, () => Promise<{ ok: boolean }>])[] = [
  ['a draft', () => workspace.createDraft('north', 'ab'.repeat(32), 'cd'.repeat(32), ['{}'])],
  ['a record of its own log', () => workspace.appendToWorkspaceLog('cd'.repeat(32), ['{}'])],
  ['a card', () => workspace.appendPerson('ab'.repeat(32), ['{}'])],
  ['presence', () => workspace.shared('presence').put('device.json', new Uint8Array([123, 125]))],
  ['a record', () => workspace.append('north-abababab', 'cd'.repeat(32), ['{}'])],
  ['a file', () => workspace.attachments('north').put(new Uint8Array([1]))],
];

describe('a workspace whose folder is away', () => {
  it.each(writes)('is not made anew by %s that is written', async (_what, write) => {
    expect((await write()).ok).toBe(false);
    expect(existsSync(root)).toBe(false);
  });

  it.each(writes)('leaves the empty folder where it was mounted empty for %s', async (_what, write) => {
    mkdirSync(root, { recursive: true });
    expect((await write()).ok).toBe(false);
    expect(readdirSync(root)).toEqual([]);
    rmdirSync(root);
  });

  it('is not made anew below where it was, nor is another', async () => {
    const all = new DiskWorkspaces(diskFileSystem, () => join(root, 'below'), nodeCrypto.sha256);
    const found = vi.fn<() => never>();
    expect(await all.create({ grant: '', name: '' }, 'Team', found)).toMatchObject({
      ok: false,
      error: { code: 'vanished' },
    });
    expect(found).not.toHaveBeenCalled();
    expect(existsSync(root)).toBe(false);
  });

  it('comes back as it was', async () => {
    mkdirSync(root);
    writeFileSync(join(root, 'plumbline.json'), '{}');
    renameSync(root, `${root}-off`);
    await workspace.shared('presence').put('device.json', new Uint8Array([123, 125]));
    renameSync(`${root}-off`, root);
    expect((await workspace.shared('presence').put('device.json', new Uint8Array([123, 125]))).ok).toBe(true);
  });
});
