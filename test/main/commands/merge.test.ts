import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mergeCommand } from '../../../src/main/commands/merge-command.ts';
import { verifyPath } from '../../../src/main/commands/verify-path.ts';
import { beginDraft } from '../../../src/main/services/begin-draft.ts';
import { services } from '../../../src/main/services/calls.ts';
import { renderExport } from '../../../src/main/services/export-draft.ts';
import { saveRevision } from '../../../src/main/services/save-revision.ts';
import { need, ownFolder, run, settle, workerSources } from '../running-scope.ts';

const own = ownFolder();
const place = {
  root: join(import.meta.dirname, '..', '..', '..'),
  profile: join(own.path, 'cli'),
  version: '0.0.0',
  workers: workerSources,
};
const file = (name: string, text: string | Uint8Array): string => {
  const path = join(own.path, name);
  writeFileSync(path, text);
  return path;
};
afterAll(own.remove);

describe('merge', () => {
  it('joins what each side wrote, and ends with 0', async () => {
    const said = await mergeCommand(
      place,
      [
        file('base.txt', 'One good plan.\n\nTwo visits.\n'),
        file('ours.txt', 'One weak plan.\n\nTwo visits.\n'),
        file('theirs.txt', 'One good plan.\n\nThree visits.\n'),
      ],
      join(own.path, 'out.txt'),
    );
    expect(said).toMatchObject({ code: 0, json: { conflicts: [] } });
    expect(readFileSync(join(own.path, 'out.txt'), 'utf8')).toBe('One weak plan.\n\nThree visits.\n');
  });

  it('marks both sides of one sentence, and ends with 1', async () => {
    const said = await mergeCommand(
      place,
      [
        file('b.txt', 'A good plan.\n'),
        file('o.txt', 'A weak plan.\n'),
        file('t.txt', 'A very good plan.\n'),
      ],
      join(own.path, 'marked.txt'),
    );
    expect(said).toMatchObject({
      code: 1,
      json: { conflicts: [{ before: 'A good plan.', ours: 'A weak plan.', theirs: 'A very good plan.' }] },
    });
    expect(readFileSync(join(own.path, 'marked.txt'), 'utf8')).toContain('=======\nA very good plan.\n');
  });

  it('makes one draft of the records of three files, whichever side is named first', async () => {
    const team = join(own.path, 'team');
    mkdirSync(team);
    const ada = run(join(own.path, 'ada'));
    await settle(ada, 'Ada', team, true);
    const ben = run(join(own.path, 'ben'));
    await settle(ben, 'Ben', team, false);
    const { draft } = need(
      await beginDraft(ada.scope, {
        provider: 'Northmere',
        kind: '',
        framework: 'ilacs-2026',
        start: '2026-10-05',
        end: null,
        recoveryOwner: null,
      }),
    );
    const person = (await ben.scope.ports.keys.self())?.person ?? '';
    need(await services.grantRole(ada.scope, { draft, person, role: 'inspector' }));
    const exported = async (name: string): Promise<string> =>
      file(name, need(await renderExport(ada.scope, { draft, format: 'judgment' })).bytes);
    const base = await exported('base.judgment');
    const write = (text: string): Parameters<typeof saveRevision>[1] => ({
      draft,
      reason: text,
      narratives: [{ section: 'summary', text, over: [] }],
      grades: [],
      improvements: null,
    });
    need(await saveRevision(ada.scope, write('Ada’s words')));
    const ours = await exported('ours.judgment');
    need(await saveRevision(ben.scope, write('Ben’s words')));
    const whole = await exported('whole.judgment');
    const lines = readFileSync(whole, 'utf8').split('\n');
    const theirs = file('theirs.judgment', lines.filter((line) => !line.includes('Ada’s words')).join('\n'));
    const out = join(own.path, 'merged.judgment');
    const said = await mergeCommand(place, [base, ours, theirs], out);
    expect(said).toMatchObject({ code: 1, json: { added: 1, conflicts: ['narrative/summary'] } });
    expect((await verifyPath(place, out, {})).code).toBe(0);
    const turned = await mergeCommand(place, [base, theirs, ours], join(own.path, 'turned.judgment'));
    expect(turned.json).toEqual(said.json);
  });

  it('writes nothing where the files are not of one sound draft', async () => {
    const broken = file('broken.judgment', '{"v":1}\n');
    await expect(
      mergeCommand(place, [broken, broken, broken], join(own.path, 'never.judgment')),
    ).rejects.toThrow(/Nothing was|cannot be|untouched/);
  });
});
