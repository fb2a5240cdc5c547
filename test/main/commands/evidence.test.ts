import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { importEvidenceFiles } from '../../../src/main/commands/import-evidence-command.ts';
import { matrixCommand } from '../../../src/main/commands/matrix-command.ts';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { need, ownFolder, run, settle, workerSources } from '../running-scope.ts';

const own = ownFolder();
afterAll(own.remove);

it('brings a table into a draft and tells its matrix, with gaps and contradictions', async () => {
  const team = join(own.path, 'team');
  mkdirSync(team);
  const profile = join(own.path, 'profile');
  const running = run(profile);
  await settle(running, 'Ada', team, true);
  const { draft } = need(
    await beginDraft(running.scope, {
      provider: 'Northmere',
      kind: 'standard inspection',
      framework: 'ilacs-2026',
      start: '2026-10-05',
      end: null,
      recoveryOwner: null,
    }),
  );
  running.app.release();
  const table = join(own.path, 'visit.csv');
  writeFileSync(
    table,
    'Note,Kind,Who,Date,Impact,Criterion\nReferrals screened within the hour,observation,Hub,6/10/2026,strength,hp.front-door\nReferrals were screened late on Fridays,data,Report,7/10/2026,weakness,hp.front-door\nNo day,data,Report,soon,,\n',
  );
  const place = {
    root: join(import.meta.dirname, '../../..'),
    profile,
    version: '0',
    workers: workerSources,
  };
  const imported = await importEvidenceFiles(place, [table], { workspace: team, draft: draft.slice(0, 12) });
  expect(imported).toMatchObject({
    code: 0,
    json: [{ ok: true, notes: 2, problemCount: 1, duplicates: 0, problems: [{ row: 4 }] }],
  });
  const { json, lines } = await matrixCommand(place, draft.slice(0, 12), team);
  expect(json).toMatchObject({
    unlinked: [],
    contradictions: [{ criterion: 'hp.front-door', notes: ['OB-001', 'DA-001'], settled: null }],
  });
  expect(json).toHaveProperty('areas.1.criteria.0', {
    id: 'hp.front-door',
    title: 'Referrals get a timely, proportionate response',
    for: 1,
    against: 1,
    kinds: { observation: { for: 1, against: 0 }, data: { for: 0, against: 1 } },
    inspectors: [{ id: expect.stringMatching(/^[0-9a-f]{64}$/) as string, name: 'Ada', notes: 2 }],
    days: { from: '2026-10-06', to: '2026-10-07' },
    gaps: [{ gap: 'one-inspector', inspector: expect.any(String) as string }],
    reused: [],
  });
  expect(lines.join('\n')).toContain('points both ways: OB-001 against DA-001');
});
