import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { excelOf } from '../documents/evidence-fixtures.ts';
import { need, ownFolder, run, settle } from '../running-scope.ts';
import { stopJob } from '../../../src/main/application/session/run-job.ts';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { importEvidence, previewEvidence } from '../../../src/main/application/evidence/import-evidence.ts';
import { openDraft } from '../../../src/main/application/window/open-draft.ts';
import type { Scope } from '../../../src/main/application/session/session.ts';
import { undoImport } from '../../../src/main/application/evidence/undo-import.ts';
import type { DraftState } from '../../../src/shared/judgment/draft-state.ts';
import type { HostEvent } from '../../../src/shared/ipc/host-event.ts';

const own = ownFolder();
afterAll(own.remove);
const running = run(join(own.path, 'profile'));
let draft = '';

beforeAll(async () => {
  const team = join(own.path, 'team');
  mkdirSync(team);
  await settle(running, 'Ada', team, true);
  const begun = { provider: 'Northmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
  ({ draft } = need(await beginDraft(running.scope, { ...begun, recoveryOwner: null })));
});

async function grantOf(name: string, bytes: Uint8Array | string): Promise<string> {
  writeFileSync(join(own.path, name), bytes);
  return (await running.app.grants.grantFile(join(own.path, name))).grant;
}

/** The same application with a window that hears what it is told, and may answer by stopping a job. */
function hearing(hear: (event: HostEvent, scope: Scope) => void): Scope {
  const scope: Scope = {
    ...running.scope,
    ports: {
      ...running.scope.ports,
      windows: { send: (_, event) => hear(event, scope), broadcast: () => undefined },
    },
  };
  return scope;
}

const evidence = ({ notes, links, marks, fits, conflicts }: DraftState): unknown => ({
  notes,
  links,
  marks,
  fits,
  conflicts,
});
const state = async (): Promise<DraftState> => need(await openDraft(running.scope, { draft })).state;

/** Rows of which every thousandth has no such day and every 2,500th is one that stands above it. */
function rowsOf(count: number): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, at) => [
    at % 2500 === 2499 ? `Seen in file ${at - 1}` : `Seen in file ${at}`,
    'Data',
    'Report',
    at % 1000 === 999 && at % 2500 !== 2499 ? '31/02/2026' : '2026-10-07',
    at % 10 === 0 ? 'hp.front-door' : '',
  ]);
}
const header = ['Note', 'Kind', 'Source', 'Date', 'Criterion'];

describe('a file of a hundred thousand rows', () => {
  it('is read beside the window, with progress, and previewed: right rows, wrong ones, doubled ones', async () => {
    const lines = [header, ...rowsOf(100_000)].map((cells) => cells.join(';'));
    const file = await grantOf('large.csv', `\uFEFF${lines.join('\r\n')}\r\n`);
    const messages: string[] = [];
    const scope = hearing((event) => {
      if (event.kind === 'progress') messages.push(event.message);
    });
    const preview = need(await previewEvidence(scope, { draft, file, mapping: null }));
    expect(preview.notes).toBe(99_880);
    expect([preview.problemCount, preview.duplicateCount]).toEqual([80, 40]);
    expect(preview.problems[0]).toEqual({
      row: 1001,
      message: '“31/02/2026” is no day that can be read (write 6/10/2026 or 2026-10-06).',
    });
    expect(preview.duplicates[0]).toEqual({ row: 2501, of: 'row 2500', differs: '' });
    expect(messages.filter((words) => /^\d+ % of the file read$/u.test(words)).length).toBeGreaterThan(0);
  });

  it('is refused with words where it has one row more', async () => {
    const lines = [header, ...rowsOf(100_001)].map((cells) => cells.join(','));
    const file = await grantOf('larger.csv', lines.join('\n'));
    expect(await previewEvidence(running.scope, { draft, file, mapping: null })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('more than 100,000 rows') as string },
    });
  });

  it('can be stopped while it is read, and nothing of it stays', async () => {
    const file = await grantOf('stopped.xlsx', excelOf([header, ...rowsOf(60_000)]));
    const scope = hearing((event, heard) => {
      if (event.kind === 'progress' && event.job === 'read-evidence' && !event.finished)
        stopJob(heard, 'read-evidence');
    });
    expect(await previewEvidence(scope, { draft, file, mapping: null })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('You stopped the reading') as string },
    });
    expect(running.scope.session.evidence?.grant).not.toBe(file);
  });
});

describe('more notes than a draft was once allowed', () => {
  it('come in as a whole with progress, other calls answered in between, and are taken back exactly', async () => {
    const text = [header, ...rowsOf(8_000)].map((cells) => cells.join(',')).join('\n');
    const file = await grantOf('many.csv', text);
    const before = evidence(await state());
    const messages: number[] = [];
    const scope = hearing((event) => {
      if (event.kind === 'progress' && event.job === 'import-evidence') messages.push(event.done);
    });
    const { mapping } = need(await previewEvidence(scope, { draft, file, mapping: null }));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const made = need(await importEvidence(scope, { draft, file, mapping }));
    clearInterval(timer);
    expect(made.notes).toBe(7_990);
    expect(messages.length).toBeGreaterThan(30);
    expect(turns).toBeGreaterThan(30);
    const after = await state();
    expect(after.notes).toHaveLength(7_990);
    expect(after.links).toHaveLength(800);
    need(await undoImport(running.scope, { draft, import: made.record, reason: 'The wrong file' }));
    expect(evidence(await state())).toEqual(before);
  });
});
