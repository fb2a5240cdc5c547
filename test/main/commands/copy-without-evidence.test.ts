import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCommand } from '../../../src/main/commands/export-command.ts';
import { mergeCommand } from '../../../src/main/commands/merge-command.ts';
import { verifyPath } from '../../../src/main/commands/verify-path.ts';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { need, ownFolder, run, settle, workerSources } from '../running-scope.ts';

const own = ownFolder();
const workspace = join(own.path, 'team');
const out = (name: string): string => join(own.path, name);
const place = {
  root: join(import.meta.dirname, '..', '..', '..'),
  profile: join(own.path, 'ada'),
  version: '0.0.0',
  workers: workerSources,
};

beforeAll(async () => {
  mkdirSync(workspace);
  const ada = run(place.profile);
  await settle(ada, 'Ada', workspace, true);
  const begun = { provider: 'Northmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05' };
  const { draft } = need(await beginDraft(ada.scope, { ...begun, end: null, recoveryOwner: null }));
  const when = '2026-10-05T10:00';
  const said = { kind: 'document', source: 'File', when, direction: 'neutral' } as const;
  need(await services.noteEvidence(ada.scope, { draft, note: { ...said, text: 'Nobody had come.' } }));
  ada.app.release();
  const options = { format: 'judgment', workspace };
  await exportCommand(place, [draft], { ...options, out: out('whole.judgment') });
  await exportCommand(place, [draft], { ...options, out: out('bare.judgment'), evidence: false });
});
afterAll(own.remove);

describe('a copy without evidence, on the command line', () => {
  it('has no word of the notes, is not broken, and is noticed as what it is', async () => {
    expect(readFileSync(out('whole.judgment'), 'utf8')).toContain('Nobody had come.');
    expect(readFileSync(out('bare.judgment'), 'utf8')).not.toContain('Nobody had come.');
    const { code, json } = await verifyPath(place, out('bare.judgment'), {});
    expect(code).toBe(0);
    expect(json).toMatchObject({ ok: true, drafts: [{ problems: [{ level: 'notice', code: 'left-out' }] }] });
  });

  it.each([
    ['whole', 'bare'],
    ['bare', 'whole'],
  ])('gives the whole again where %s is merged with %s', async (ours, theirs) => {
    const files = ['bare', ours, theirs].map((name) => out(`${name}.judgment`));
    const merged = out(`${ours}-${theirs}.judgment`);
    const [base = '', one = '', other = ''] = files;
    expect(await mergeCommand(place, [base, one, other], merged)).toMatchObject({ code: 0 });
    expect(readFileSync(merged, 'utf8')).toContain('Nobody had come.');
    const { json } = await verifyPath(place, merged, {});
    expect(json).toMatchObject({ ok: true, drafts: [{ problems: [] }] });
  });
});
