import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts';
import type { Founding, LogLine, Workspace, Workspaces } from '../../../src/main/ports/storage-ports.ts';
import { diskFileSystem } from '../../../src/main/storage/disk-file-system.ts';
import { DiskWorkspaces } from '../../../src/main/storage/disk-workspaces.ts';
import { MemoryWorkspace, MemoryWorkspaces } from '../../../src/main/storage/memory-workspace.ts';
import { need, ownFolder } from '../running-scope.ts';

const own = ownFolder();
let made = 0;
const idOf = (number: number): string => number.toString(16).padStart(64, '0');
/** As a device founds a workspace: by a record that is on disk before the file that names it. */
const found = (): Promise<{ ok: true; value: Founding }> =>
  Promise.resolve({ ok: true, value: { id: idOf((made += 1)), key: 'key1', lines: ['{"id":"f"}'] } });
afterAll(own.remove);

const kinds: readonly (readonly [string, () => Workspaces])[] = [
  ['on disk', () => new DiskWorkspaces(diskFileSystem, (grant) => join(own.path, grant), nodeCrypto.sha256)],
  ['in memory', () => new MemoryWorkspaces()],
];
/** What lies in a workspace of the kinds of log that nobody writes yet: by folder of audits, and for the programme. */
const laid = {
  audits: new Map([
    [
      'ab'.repeat(16),
      new Map([
        ['key1.jsonl', '{"id":"1"}\n{"id":"ü€"}\n'],
        ['key0.jsonl', '{"id":"0"}\n'],
      ]),
    ],
    ['00'.repeat(16), new Map([['key1.jsonl', '{"id":"other"}\n']])],
  ]),
  programme: new Map([['key1.jsonl', '{"id":"p"}\n']]),
};
const readers: readonly (readonly [string, () => Promise<Workspace>])[] = [
  [
    'on disk',
    async () => {
      const grant = `w${(made += 1)}`;
      const root = join(own.path, grant);
      const all = new DiskWorkspaces(diskFileSystem, () => root, nodeCrypto.sha256);
      const workspace = need(await all.create({ grant, name: grant }, 'Team', found));
      for (const [folder, logs] of [
        ...[...laid.audits].map(([name, logs]) => [`audits/${name}`, logs] as const),
        ['programme', laid.programme] as const,
      ]) {
        mkdirSync(join(root, folder), { recursive: true });
        for (const [name, lines] of logs) writeFileSync(join(root, folder, name), lines);
      }
      return workspace;
    },
  ],
  [
    'in memory',
    () =>
      Promise.resolve(
        new MemoryWorkspace(idOf(1), 'Team', new Map(), new Map(), laid.audits, laid.programme),
      ),
  ],
];
const text = (lines: readonly LogLine[]): readonly string[] =>
  lines.map((line) => `${line.file}:${line.line}:${Buffer.from(line.bytes).toString()}:${line.isComplete}`);

describe.each(kinds)('a workspace %s', (_kind, workspaces) => {
  const folder = (): { grant: string; name: string } => {
    const grant = `w${(made += 1)}`;
    mkdirSync(join(own.path, grant), { recursive: true });
    return { grant, name: grant };
  };

  it('is made once, and opened by what it was called', async () => {
    const all = workspaces();
    const place = folder();
    const workspace = need(await all.create(place, 'Team', found));
    expect(need(await all.open(place))).toMatchObject({ id: workspace.id, name: 'Team' });
    expect(await all.create(place, 'Again', found)).toMatchObject({ ok: false, error: { code: 'exists' } });
    expect(await all.open(folder())).toMatchObject({ ok: false, error: { code: 'not-a-workspace' } });
  });

  it('gives back every line it took, by log and in order', async () => {
    const workspace = need(await workspaces().create(folder(), 'Team', found));
    expect(need(await workspace.listDraftFolders())).toEqual([]);
    expect(need(await workspace.readPeople())).toEqual([]);
    const draft = need(
      await workspace.createDraft('north', 'abcdef0123', 'key1', ['{"id":"1"}', '{"id":"2"}']),
    );
    expect(draft).toBe('north-abcdef01');
    const before = await workspace.fingerprint(draft);
    need(await workspace.append(draft, 'key0', ['{"id":"ü€"}']));
    expect(await workspace.fingerprint(draft)).not.toBe(before);
    need(await workspace.append(draft, 'key1', ['{"id":"3"}']));
    need(await workspace.appendPerson('ada', ['{"id":"a"}']));
    expect(text(need(await workspace.readDraft(draft)))).toEqual([
      'key0.jsonl:1:{"id":"ü€"}:true',
      'key1.jsonl:1:{"id":"1"}:true',
      'key1.jsonl:2:{"id":"2"}:true',
      'key1.jsonl:3:{"id":"3"}:true',
    ]);
    expect(text(need(await workspace.readPeople()))).toEqual(['ada.jsonl:1:{"id":"a"}:true']);
    expect(need(await workspace.listDraftFolders())).toEqual([draft]);
  });

  it('takes lines as text and as bytes, and thousands of them in one go', async () => {
    const workspace = need(await workspaces().create(folder(), 'Team', found));
    const draft = need(await workspace.createDraft('north', 'abcdef0123', 'key1', ['{"id":"0"}']));
    const lines = Array.from({ length: 4_001 }, (_, at) => `{"id":"ü€${at + 1}","of":"${'x'.repeat(200)}"}`);
    const bytes = new TextEncoder();
    const given = lines.map((line, at) => (at % 3 === 0 ? line : bytes.encode(line)));
    need(await workspace.append(draft, 'key1', given));
    expect(text(need(await workspace.readDraft(draft))).slice(1)).toEqual(
      lines.map((line, at) => `key1.jsonl:${at + 2}:${line}:true`),
    );
  });

  it('answers an append with the fingerprint, where nothing but the append changed', async () => {
    const workspace = need(await workspaces().create(folder(), 'Team', found));
    const draft = need(await workspace.createDraft('north', 'abcdef0123', 'key1', ['{"id":"1"}']));
    const before = await workspace.fingerprint(draft);
    const print = need(await workspace.append(draft, 'key1', ['{"id":"2"}'], before));
    expect(print).toBe(await workspace.fingerprint(draft));
    expect(print).not.toBe(before);
    expect(need(await workspace.append(draft, 'key1', ['{"id":"3"}'], before))).toBeNull();
    expect(need(await workspace.append(draft, 'key1', ['{"id":"4"}']))).toBeNull();
    const now = await workspace.fingerprint(draft);
    const begun = need(await workspace.append(draft, 'key0', ['{"id":"5"}'], now));
    expect(begun).toBe(await workspace.fingerprint(draft));
  });

  it('is founded by a record that is there before its name is, and keeps a log of its own', async () => {
    const all = workspaces();
    const place = folder();
    const id = idOf((made += 1));
    const founding = { id, key: 'key1', lines: ['{"id":"first"}'] };
    const workspace = need(
      await all.create(place, 'Team', (left) => {
        expect(left).toEqual([]);
        return Promise.resolve({ ok: true, value: founding });
      }),
    );
    expect(workspace.id).toBe(id);
    need(await workspace.appendToWorkspaceLog('key1', ['{"id":"ü€"}']));
    need(await workspace.appendToWorkspaceLog('key0', ['{"id":"0"}']));
    expect(text(need(await need(await all.open(place)).readWorkspaceLog()))).toEqual([
      'key0.jsonl:1:{"id":"0"}:true',
      'key1.jsonl:1:{"id":"first"}:true',
      'key1.jsonl:2:{"id":"ü€"}:true',
    ]);
  });

  it('has no audits and no programme where nobody began any', async () => {
    const workspace = need(await workspaces().create(folder(), 'Team', found));
    expect(need(await workspace.listAudits())).toEqual([]);
    expect(need(await workspace.readProgramme())).toEqual([]);
  });

  it('is not made where nobody founds it', async () => {
    const all = workspaces();
    const place = folder();
    const refusal = { ok: false, error: { code: 'exists', message: 'Something is there.' } } as const;
    expect(await all.create(place, 'Team', () => Promise.resolve(refusal))).toEqual(refusal);
    expect(await all.open(place)).toMatchObject({ ok: false, error: { code: 'not-a-workspace' } });
    need(await all.create(place, 'Team', found));
  });

  it('tells whoever watches it that its own log grew', async () => {
    const workspace = need(await workspaces().create(folder(), 'Team', found));
    const heard: string[] = [];
    const watch = workspace.watch(({ kind }) => heard.push(kind));
    await watch.look();
    need(await workspace.appendToWorkspaceLog('key1', ['{"id":"2"}']));
    await watch.look();
    await watch.stop();
    expect(heard).toContain('workspace');
  });

  it('rewrites a line of one’s own, and no other', async () => {
    const workspace = need(await workspaces().create(folder(), 'Team', found));
    const draft = need(
      await workspace.createDraft('north', 'abcdef0123', 'key1', [
        '{"id":"1","body":"x"}',
        '{"id":"2","body":"y"}',
      ]),
    );
    need(await workspace.rewriteOwn(draft, 'key1', new Map([['2', '{"id":"2"}']])));
    expect(text(need(await workspace.readDraft(draft)))).toEqual([
      'key1.jsonl:1:{"id":"1","body":"x"}:true',
      'key1.jsonl:2:{"id":"2"}:true',
    ]);
  });

  it('keeps files by what they hold, and takes them away', async () => {
    const workspace = need(await workspaces().create(folder(), 'Team', found));
    const draft = need(await workspace.createDraft('north', 'abcdef0123', 'key1', ['{"id":"1"}']));
    const files = workspace.attachments(draft);
    if (files === null) throw new Error('this workspace keeps no files');
    const bytes = Uint8Array.from([0, 255, 7]);
    const hash = need(await files.put(bytes));
    expect(hash).toBe(nodeCrypto.sha256Bytes(bytes));
    expect(need(await files.put(bytes))).toBe(hash);
    expect(Uint8Array.from(need(await files.read(hash)))).toEqual(bytes);
    need(await files.remove(hash));
    need(await files.remove(hash));
    expect(await files.read(hash)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('keeps files of the whole team by name, none where there are none', async () => {
    const workspace = need(await workspaces().create(folder(), 'Team', found));
    const files = workspace.shared('frameworks');
    expect(need(await files.list())).toEqual([]);
    need(await files.put('b.json', new TextEncoder().encode('two')));
    need(await files.put('a.json', new TextEncoder().encode('one')));
    need(await files.put('b.json', new TextEncoder().encode('three')));
    const listed = need(await files.list()).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]);
    expect(listed).toEqual([
      ['a.json', 'one'],
      ['b.json', 'three'],
    ]);
    expect(need(await workspace.shared('calendars').list())).toEqual([]);
  });

  it('says where nothing is', async () => {
    const workspace = need(await workspaces().create(folder(), 'Team', found));
    expect(await workspace.readDraft('nowhere')).toMatchObject({ ok: false, error: { code: 'vanished' } });
    expect(await workspace.append('nowhere', 'key1', ['x'])).toMatchObject({
      ok: false,
      error: { code: 'vanished' },
    });
  });
});

describe.each(readers)('a workspace %s in which a later version wrote', (_kind, make) => {
  it('gives every line of its audits, one after another, and of its programme', async () => {
    const workspace = await make();
    const folders = need(await workspace.listAudits());
    expect(folders).toEqual(['00'.repeat(16), 'ab'.repeat(16)]);
    expect(text(need(await workspace.readAudit(folders[1] ?? '')))).toEqual([
      'key0.jsonl:1:{"id":"0"}:true',
      'key1.jsonl:1:{"id":"1"}:true',
      'key1.jsonl:2:{"id":"ü€"}:true',
    ]);
    expect(text(need(await workspace.readProgramme()))).toEqual(['key1.jsonl:1:{"id":"p"}:true']);
    expect(await workspace.readAudit('11'.repeat(16))).toMatchObject({ ok: false });
  });
});
