import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { excelOf } from '../documents/evidence-fixtures.ts';
import { need, ownFolder, run, settle, workerSources } from '../running-scope.ts';
import { stopJob } from '../../../src/main/application/session/run-job.ts';
import { importReports } from '../../../src/main/application/report/import-reports.ts';
import { importOutcomes } from '../../../src/main/application/precedents/import-outcomes.ts';
import { listDrafts } from '../../../src/main/application/workspace/list-drafts.ts';
import { documentsIn } from '../../../src/main/work/document-client.ts';

const own = ownFolder();
afterAll(own.remove);

/** A workbook that takes a second or more to read. */
const slow = excelOf(Array.from({ length: 30_000 }, (_, at) => [`Seen at home ${at}`, `Visit ${at}`]));
const note = new TextEncoder().encode('Note,Date\nSeen,6/10/2026');
const stopped = expect.stringContaining('You stopped the reading. Nothing was imported') as string;

describe('a document that takes long to read', () => {
  it('leaves the host free: other calls are answered again and again before it is read', async () => {
    const running = run(join(own.path, 'profile'));
    mkdirSync(join(own.path, 'team'));
    await settle(running, 'Ada', join(own.path, 'team'), true);
    writeFileSync(join(own.path, 'slow.xlsx'), slow);
    const { grant } = await running.app.grants.grantFile(join(own.path, 'slow.xlsx'));
    const state = { isRead: false };
    const reading = importOutcomes(running.scope, { file: grant }).finally(() => (state.isRead = true));
    const times: number[] = [];
    while (!state.isRead) {
      const asked = performance.now();
      need(await listDrafts(running.scope));
      times.push(performance.now() - asked);
    }
    await reading;
    expect(times.length).toBeGreaterThan(20);
    expect(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(500);
  });

  it('is stopped by whoever watches it, and one that waits behind it is stopped while it waits', async () => {
    const documents = documentsIn(workerSources.documents);
    const [first, second, third] = await Promise.all([
      documents.readEvidence(slow, () => false),
      documents.readEvidence(slow, () => false),
      documents.readEvidence(note),
    ]);
    expect([first, second]).toMatchObject([
      { ok: false, error: { message: stopped } },
      { ok: false, error: { message: stopped } },
    ]);
    expect(third).toMatchObject({ ok: true, value: { rows: [{ cells: ['Seen', '6/10/2026'] }] } });
  });

  it('is ended at the bound on time, which the refusal names, and the next is read', async () => {
    const documents = documentsIn(workerSources.documents, { seconds: 0.05 });
    expect(await documents.readEvidence(slow)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/^Reading the file took longer than 0.05 seconds/u) as string },
    });
    expect(await documentsIn(workerSources.documents).readEvidence(note)).toMatchObject({ ok: true });
  });

  it('is stopped by the window that asked for it, whatever it was read for, and nothing is kept of it', async () => {
    const running = run(join(own.path, 'outcomes'));
    writeFileSync(join(own.path, 'outcomes.xlsx'), slow);
    const { grant } = await running.app.grants.grantFile(join(own.path, 'outcomes.xlsx'));
    const heard: unknown[] = [];
    const windows = {
      broadcast: () => undefined,
      send: (_window: string, event: unknown) => {
        heard.push(event);
        stopJob(running.scope, 'read-evidence');
      },
    };
    const scope = { ...running.scope, ports: { ...running.scope.ports, windows } };
    expect(await importOutcomes(scope, { file: grant })).toMatchObject({
      ok: false,
      error: { message: stopped },
    });
    expect(heard.at(-1)).toMatchObject({ kind: 'progress', job: 'read-evidence', finished: true });
    expect(await running.scope.ports.outcomes.read()).toBeNull();
  });

  it('is one of the files of an import: Stop ends it in the middle and imports nothing', async () => {
    const running = run(join(own.path, 'stopping'));
    mkdirSync(join(own.path, 'other'));
    await settle(running, 'Ada', join(own.path, 'other'), true);
    const said: string[] = [];
    const lines = Array.from({ length: 400_000 }, (_, at) => `${at}. Seen at home, with the family.`);
    const files = ['one.txt', 'two.txt'].map((name) => {
      writeFileSync(join(own.path, name), lines.join('\n').slice(0, 19_000_000));
      return running.app.grants.grantFile(join(own.path, name));
    });
    const scope = {
      ...running.scope,
      ports: {
        ...running.scope.ports,
        windows: {
          broadcast: () => undefined,
          send: (_window: string, event: { kind: string; message?: string }) => {
            said.push(event.message ?? '');
            stopJob(running.scope, 'import');
          },
        },
      },
    };
    const grants = (await Promise.all(files)).map((file) => file.grant);
    const outcomes = need(await importReports(scope, { files: grants, framework: null }));
    expect(outcomes).toMatchObject([{ file: 'one.txt', ok: false, draft: null, problem: stopped }]);
    expect(said[0]).toBe('0 of 2 read; reading one.txt …');
    expect(need(await listDrafts(running.scope))).toEqual([]);
  });
});
