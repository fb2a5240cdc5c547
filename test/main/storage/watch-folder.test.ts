import { appendFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FolderChange } from '../../../src/main/ports/folder-ports.ts';
import { diskFileSystem } from '../../../src/main/storage/disk-file-system.ts';
import { FolderWatcher } from '../../../src/main/storage/watch-folder.ts';
import { done } from '../../../src/shared/result.ts';
import { ownFolder } from '../running-scope.ts';

const own = ownFolder();
let turn = 0;
let root = '';
let watcher: FolderWatcher;
let heard: FolderChange[] = [];

/** A workspace of so many drafts, each with one log, and a watcher on it that has looked once. */
async function watched(count: number): Promise<readonly string[]> {
  const names = Array.from({ length: count }, (_, at) => `draft-${at + 1}`);
  for (const name of names) {
    mkdirSync(join(root, 'drafts', name), { recursive: true });
    write(name);
  }
  mkdirSync(join(root, 'people'));
  watcher = new FolderWatcher(
    {
      root,
      fs: diskFileSystem,
      drafts: () => Promise.resolve(done(names)),
      fingerprint: (folder) => Promise.resolve(String(statSync(log(folder)).size)),
      homeOf: (name) => name,
    },
    (change) => heard.push(change),
  );
  await watcher.look();
  return names;
}

const log = (name: string): string => join(root, 'drafts', name, 'log.jsonl');
const write = (name: string): void => appendFileSync(log(name), 'a line\n');
const changed = (): readonly string[] =>
  heard.flatMap((change) => (change.kind === 'draft' ? [change.folder] : []));

beforeEach(() => {
  turn += 1;
  root = join(own.path, `team-${turn}`);
  heard = [];
});
afterEach(() => watcher.stop());
afterAll(own.remove);

describe('a watched workspace', () => {
  it('tells of a change in any draft while there are few', async () => {
    await watched(3);
    await expect.poll(() => (write('draft-2'), changed()), { timeout: 10_000 }).toContain('draft-2');
  });

  it('tells of an audit’s log, and of the programme’s, that grew or came', async () => {
    mkdirSync(join(root, 'audits', '1f'), { recursive: true });
    await watched(1);
    const kinds = (): readonly string[] => heard.map(({ kind }) => kind);
    for (const [kind, folder] of [
      ['audits', 'audits/1f'],
      ['programme', 'programme'],
    ] as const) {
      heard = [];
      mkdirSync(join(root, folder), { recursive: true });
      appendFileSync(join(root, folder, 'log.jsonl'), 'a line\n');
      await watcher.look();
      expect(kinds()).toEqual([kind]);
    }
    heard = [];
    await watcher.look();
    expect(kinds()).toEqual([]);
  });

  it('tells at once only of the drafts attended to where there are many, and of the rest at the next look', async () => {
    await watched(1001);
    await expect
      .poll(() => (watcher.attend('draft-7'), write('draft-7'), changed()), { timeout: 20_000 })
      .toContain('draft-7');
    write('draft-8');
    heard = [];
    await expect.poll(() => (write('draft-7'), changed()), { timeout: 10_000 }).toContain('draft-7');
    expect(changed()).not.toContain('draft-8');
    await watcher.look();
    expect(changed()).toContain('draft-8');
  });
});
