import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { need, ownFolder, run, settle, type Running } from '../running-scope.ts';
import { loadDraft } from '../../../src/main/application/load.ts';
import { importReports } from '../../../src/main/application/report/import-reports.ts';
import { listDrafts } from '../../../src/main/application/workspace/list-drafts.ts';
import type { ImportOutcome } from '../../../src/shared/ipc/import-views.ts';
import { shown } from '../../../src/shared/records/settled.ts';

const golden = join(import.meta.dirname, '..', '..', 'shared', 'report', 'golden');
const plain = readFileSync(join(golden, 'plain-report', 'source.txt'), 'utf8');

describe('a report on an inspection that is here', () => {
  const own = ownFolder();
  let running: Running;
  let first: ImportOutcome | undefined;

  async function importText(name: string, text: string, double?: 'add'): Promise<ImportOutcome | undefined> {
    const { grant } = running.app.grants.grantBytes(name, new TextEncoder().encode(text));
    const [outcome] = need(
      await importReports(running.scope, {
        files: [grant],
        framework: null,
        double,
        into: first?.draft ?? undefined,
      }),
    );
    return outcome;
  }

  beforeAll(async () => {
    mkdirSync(join(own.path, 'team'));
    running = run(join(own.path, 'profile'));
    await settle(running, 'Ada', join(own.path, 'team'), true);
    first = await importText('plain.txt', plain);
  });
  afterAll(() => {
    running.app.release();
    own.remove();
  });

  const drafts = async (): Promise<number> => need(await listDrafts(running.scope)).length;
  const state = async (): Promise<Awaited<ReturnType<typeof stateOf>>> => stateOf(first?.draft ?? '');
  const stateOf = async (draft: string) => {
    const found = need(await loadDraft(running.scope, draft)).verified.folded?.state;
    if (found === undefined) throw new Error('no draft');
    return found;
  };

  it('was imported the first time', () => {
    expect(first).toMatchObject({ ok: true, double: null });
  });

  it.each([
    ['the same file', plain, 'file'],
    ['the same text with other line ends', plain.replaceAll('\n', '\r\n'), 'inspection'],
    ['a later state of it', plain.replace(/\bgood\b/u, 'sound'), 'inspection'],
  ])('names both and writes nothing: %s', async (_, text, same) => {
    const before = await drafts();
    const again = await importText('again.txt', text);
    expect(again).toMatchObject({ ok: false, draft: null, double: { draft: first?.draft, same } });
    expect(again?.problem).toContain('again.txt');
    expect(again?.problem).toContain(first?.provider);
    expect(again?.problem).toContain('Nothing was imported');
    expect(await drafts()).toBe(before);
  });

  it('takes what a window handed in once a person says that it is another inspection', async () => {
    const before = await drafts();
    const again = await importText('again.txt', plain);
    const files = [again?.double?.file ?? ''];
    const [made] = need(await importReports(running.scope, { files, framework: null, double: 'separate' }));
    expect(made).toMatchObject({ ok: true, double: null });
    expect(made?.draft).not.toBe(first?.draft);
    expect(await drafts()).toBe(before + 1);
  });

  it('is added without a revision where it says nothing else', async () => {
    const { revisions, imports } = await state();
    const added = await importText('crlf.txt', plain.replaceAll('\n', '\r\n'), 'add');
    expect(added).toMatchObject({ ok: true, draft: first?.draft, added: 0 });
    expect((await state()).revisions).toHaveLength(revisions.length);
    expect((await state()).imports).toHaveLength(imports.length + 1);
  });

  it('is added as one revision of what differs, and leaves alone what it does not speak of', async () => {
    const before = await state();
    const point = shown(before.improvements)?.[0];
    if (point === undefined) throw new Error('the report asks for no improvement');
    const text = plain.replace(point.text.split(' ')[0] ?? '', 'Altogether');
    const added = await importText('later.txt', text, 'add');
    expect(added).toMatchObject({ ok: true, draft: first?.draft, added: 1 });
    const after = await state();
    expect(after.revisions).toHaveLength(before.revisions.length + 1);
    expect(after.conflicts).toEqual([]);
    expect(after.grades).toEqual(before.grades);
  });

  it('is one inspection within one import too, whatever the file is called', async () => {
    const other = plain.replaceAll('Aldermoor', 'Southmere');
    const grants = ['a.txt', 'b.txt'].map(
      (name) => running.app.grants.grantBytes(name, new TextEncoder().encode(other)).grant,
    );
    const found = need(await importReports(running.scope, { files: grants, framework: null }));
    expect(found.map(({ ok }) => ok)).toEqual([true, false]);
  });

  it('is no double on other days', async () => {
    const dated = plain.replace(
      /^Inspection dates: (\d+)/mu,
      (_all, day: string) => `Inspection dates: ${Number(day) + 1}`,
    );
    expect(dated).not.toBe(plain);
    expect(await importText('dated.txt', dated)).toMatchObject({ ok: true, double: null });
  });
});
