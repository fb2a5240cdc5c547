import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DiskWorkspace } from '../../../src/main/storage/disk-workspace.ts';
import { diskFileSystem } from '../../../src/main/storage/disk-file-system.ts';
import { ownFolder } from '../running-scope.ts';

const own = ownFolder();
const root = join(own.path, 'team');
const workspace = new DiskWorkspace(diskFileSystem, root, { id: '0'.repeat(32), name: 'Team' });
afterAll(own.remove);

describe('a workspace whose folder is away', () => {
  it.each<[string, () => Promise<{ ok: boolean }>]>([
    ['a draft', () => workspace.createDraft('north', 'ab'.repeat(32), 'cd'.repeat(32), ['{}'])],
    ['a card', () => workspace.appendPerson('ab'.repeat(32), ['{}'])],
    ['presence', () => workspace.shared('presence').put('device.json', new Uint8Array([123, 125]))],
    ['a record', () => workspace.append('north-abababab', 'cd'.repeat(32), ['{}'])],
    ['a file', () => workspace.attachments('north').put(new Uint8Array([1]))],
  ])('is not made anew by %s that is written', async (_what, write) => {
    expect((await write()).ok).toBe(false);
    expect(existsSync(root)).toBe(false);
  });

  it('comes back as it was', async () => {
    await diskFileSystem.makeFolder(join(root, 'drafts'));
    renameSync(root, `${root}-off`);
    await workspace.shared('presence').put('device.json', new Uint8Array([123, 125]));
    renameSync(`${root}-off`, root);
    expect((await workspace.shared('presence').put('device.json', new Uint8Array([123, 125]))).ok).toBe(true);
  });
});
