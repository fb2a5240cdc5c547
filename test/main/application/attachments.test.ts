import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { need, ownFolder, run, settle } from '../running-scope.ts';
import { attachFiles } from '../../../src/main/application/evidence/attach-files.ts';
import { readAttachment, saveAttachment } from '../../../src/main/application/evidence/read-attachment.ts';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { eraseContent } from '../../../src/main/application/erasing/erase-content.ts';
import { renderEvidence } from '../../../src/main/application/documents/export-evidence.ts';
import { noteEvidence } from '../../../src/main/application/evidence/note-evidence.ts';
import { openDraft } from '../../../src/main/application/window/open-draft.ts';
import { verifyWorkspace } from '../../../src/main/application/verification/verify-workspace.ts';
import type { EvidenceNote } from '../../../src/shared/evidence/evidence-state.ts';

const own = ownFolder();
afterAll(own.remove);
const team = join(own.path, 'team');
const running = run(join(own.path, 'profile'));
const { scope, saved } = running;
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
let draft = '';

async function grantOf(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(own.path, name);
  writeFileSync(path, bytes);
  return (await running.app.grants.grantFile(path)).grant;
}
async function notes(): Promise<readonly EvidenceNote[]> {
  return need(await openDraft(scope, { draft })).state.notes;
}
const files = (): string => join(team, 'drafts', readdirSync(join(team, 'drafts'))[0] ?? '', 'attachments');
async function problems(): Promise<readonly string[]> {
  const view = need(await verifyWorkspace(scope, { draft: null }));
  return view.drafts.flatMap((draft) => draft.problems.map(({ level, code }) => `${level} ${code}`));
}

beforeAll(async () => {
  mkdirSync(team);
  await settle(running, 'Ada', team, true);
  const provider = { provider: 'Northmere', kind: 'standard inspection', framework: 'ilacs-2026' };
  ({ draft } = need(
    await beginDraft(scope, { ...provider, start: '2026-10-05', end: null, recoveryOwner: null }),
  ));
});

describe('files kept with a note', () => {
  it('are saved with the note in one append, known by what they hold', async () => {
    const note = { kind: 'document', source: 'Audit', when: '2026-10-06T10:20', text: 'The audit.' } as const;
    need(
      await noteEvidence(scope, {
        draft,
        note: { ...note, direction: 'neutral' },
        files: [await grantOf('wall.jpg', png), await grantOf('list.txt', 'a list')],
      }),
    );
    const [first] = await notes();
    expect(first?.attachments.map(({ name, media, bytes }) => [name, media, bytes])).toEqual([
      ['wall.jpg', 'image/png', 11],
      ['list.txt', 'application/octet-stream', 6],
    ]);
    expect(readdirSync(files()).sort()).toEqual(
      first?.attachments.map((attachment) => attachment.sha256).sort(),
    );
    expect(await problems()).toEqual([]);
  });

  it('can be attached later, and are shown and handed over unchanged', async () => {
    const [note] = await notes();
    need(await attachFiles(scope, { draft, note: note?.id ?? '', files: [await grantOf('b.bin', png)] }));
    const attachment = (await notes())[0]?.attachments.at(-1)?.id ?? '';
    const read = need(await readAttachment(scope, { draft, attachment }));
    expect(Uint8Array.from(atob(read.base64), (letter) => letter.charCodeAt(0))).toEqual(png);
    expect(need(await saveAttachment(scope, { draft, attachment }))).toEqual({ name: 'b.bin' });
    expect(saved.get('b.bin')).toEqual(png);
    expect(readdirSync(files())).toHaveLength(2);
  });

  it('are listed with their fingerprints where the evidence base is disclosed', async () => {
    const csv = new TextDecoder().decode(need(await renderEvidence(scope, { draft, format: 'csv' })).bytes);
    for (const { name, sha256 } of (await notes())[0]?.attachments ?? [])
      expect(csv).toContain(`${name} (sha256 ${sha256})`);
  });

  it('serve from a copy that a sync tool renamed', async () => {
    const file = (await notes())[0]?.attachments[0];
    const path = join(files(), file?.sha256 ?? '');
    renameSync(path, `${path} (conflicted copy)`);
    expect(await readAttachment(scope, { draft, attachment: file?.id ?? '' })).toMatchObject({ ok: true });
    renameSync(`${path} (conflicted copy)`, path);
  });

  it.each([
    ['changed', 'broken attachment-changed', 'damaged', (path: string) => writeFileSync(path, 'other bytes')],
    ['gone', 'broken attachment-missing', 'not-found', (path: string) => rmSync(path)],
  ])('that are %s are never opened, and fail verification', async (_how, problem, code, harm) => {
    const file = (await notes())[0]?.attachments[1];
    const path = join(files(), file?.sha256 ?? '');
    const before = readFileSync(path);
    harm(path);
    expect(await readAttachment(scope, { draft, attachment: file?.id ?? '' })).toMatchObject({
      ok: false,
      error: { code },
    });
    expect(await problems()).toEqual([problem]);
    writeFileSync(path, before);
    expect(await problems()).toEqual([]);
  });

  it('lose their bytes when they are erased, unless another record still names them', async () => {
    const [wall, list, copy] = (await notes())[0]?.attachments ?? [];
    const erase = (id: string | undefined) =>
      eraseContent(scope, { draft, records: [id ?? ''], reason: 'A child’s name', rule: 'Retention' });
    need(await erase(list?.id));
    expect(readdirSync(files())).toEqual([wall?.sha256]);
    need(await erase(copy?.id));
    expect(readdirSync(files())).toEqual([wall?.sha256]);
    need(await erase(wall?.id));
    expect(readdirSync(files())).toEqual([]);
    expect(await problems()).toEqual([]);
    expect((await notes())[0]?.attachments).toEqual([]);
  });
});
