import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mergeCommand } from '../../../src/main/commands/merge-command.ts';
import { verifyPath } from '../../../src/main/commands/verify-path.ts';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { renderExport } from '../../../src/main/application/documents/export-draft.ts';
import { RecordChain } from '../../../src/main/application/session/record-chain.ts';
import { saveRevision } from '../../../src/main/application/draft/save-revision.ts';
import { contentErased } from '../../../src/shared/draft/content-erased.ts';
import { readLine } from '../../../src/shared/records/read-line.ts';
import { recordLine, wordless } from '../../../src/shared/records/record-line.ts';
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
const ben = run(join(own.path, 'ben'));
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

  it('keeps the words that somebody who may not erase says are erased', async () => {
    const whole = join(own.path, 'whole.judgment');
    const records = readFileSync(whole, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const read = line === '' ? null : readLine(line, ben.scope.ports.crypto);
        return read?.ok === true ? [read.value] : [];
      });
    const adas = records.find(({ words }) => words?.['/narratives/0/text'] === 'Ada’s words');
    const bens = records.find(({ words }) => words?.['/narratives/0/text'] === 'Ben’s words');
    if (adas === undefined || bens === undefined) throw new Error('the draft lacks what was written into it');
    const { draft, author, key, seq, id } = bens;
    const lamport = 1 + Math.max(...records.map((record) => record.lamport));
    const next = { draft, author, key, seq: seq + 1, prev: id, heads: [adas.id, id], lamport };
    const chain = new RecordChain(ben.scope.ports, next, 'device');
    await chain.add(contentErased.write({ erased: [adas.id], reason: 'Mine reads better', rule: 'None' }));
    const bare = records.map((record) =>
      record === adas ? wordless(record, ben.scope.ports.crypto.sha256) : record,
    );
    const stripped = file('stripped.judgment', [...bare.map(recordLine), ...chain.lines(), ''].join('\n'));
    const out = join(own.path, 'unerased.judgment');
    await mergeCommand(place, [stripped, whole, stripped], out);
    expect(readFileSync(out, 'utf8')).toContain('Ada’s words');
    expect((await verifyPath(place, out, {})).code).toBe(0);
  });

  it('writes nothing where the files are not of one sound draft', async () => {
    const broken = file('broken.judgment', '{"v":1}\n');
    await expect(
      mergeCommand(place, [broken, broken, broken], join(own.path, 'never.judgment')),
    ).rejects.toThrow(/Nothing was|cannot be|untouched/);
  });
});
