import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPath } from '../../../src/main/commands/verify-path.ts';
import { buildSample } from '../../../src/main/application/sample/build-sample.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { renderExport } from '../../../src/main/application/documents/export-draft.ts';
import { makeRedactedCopy } from '../../../src/main/application/finalising/redact-copy.ts';
import { openDraft } from '../../../src/main/application/window/open-draft.ts';
import { need, ownFolder, run, settle, workerSources, type Running } from '../running-scope.ts';
import { printedBySeals, verifyAlone } from '../standalone-verifier.ts';
import { canonical } from '../../../src/shared/records/canonical.ts';
import { renderCopy } from '../../../src/main/application/exchange/export-copy.ts';
import { signedAnew } from './signed-anew.ts';
import { numbers, tamperings } from './tamperings.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** How many tamperings both judge: each kind several times, and in the full run many times. */
const turns = process.env['PLUMBLINE_FULL'] === '1' ? 100 : 30;
const own = ownFolder();
const place = { root, profile: join(own.path, 'auditor'), version: '0', workers: workerSources };
const sealed = join(own.path, 'sealed');
const unsealed = join(own.path, 'unsealed');
/** Each writes in one copy of the workspace only: a computer refuses to write where what it saw before is missing. */
const names = ['Ben', 'Cyn', 'Dan', 'Eva', 'Fay'] as const;
const people = new Map<string, Running>();
let draft: string;
let foreign: string;

function person(name: (typeof names)[number]): Running {
  const found = people.get(name);
  if (found === undefined) throw new Error(`${name} is not there`);
  return found;
}

/** Both verifiers on one path, and what they say alike. */
async function both(
  path: string,
): Promise<{ ok: boolean; sealed: boolean; alike: boolean; notices: string[] }> {
  const { json, lines, code } = await verifyPath(place, path, {});
  const printed = lines.filter((line) => printedBySeals.test(line));
  const alone = await verifyAlone(path);
  const { drafts } = json as { drafts: { sealed: boolean; problems: { level: string; code: string }[] }[] };
  const problems = drafts.flatMap((draft) => draft.problems);
  const isSealed = drafts.some((draft) => draft.sealed);
  const notices = problems
    .filter((problem) => ['after-sealing', 'not-arrived', 'seals-contested'].includes(problem.code))
    .map((problem) => problem.code)
    .toSorted();
  const codes = alone.notices.map((notice) => notice.slice(notice.lastIndexOf(' ') + 1)).toSorted();
  const alike =
    code === alone.code &&
    (code === 0) === (alone.broken.length === 0) &&
    (code === 1 ||
      (isSealed === alone.sealed &&
        notices.join() === codes.join() &&
        printed.length >= (isSealed ? 4 : 0) &&
        printed.join() === alone.printed.join()));
  return { ok: code === 0, sealed: isSealed, alike, notices };
}

function logs(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => join(folder, name))
    .toSorted();
}

/** Opens a folder for a person. */
async function at(name: (typeof names)[number], folder: string): Promise<Running['scope']> {
  const running = person(name);
  const grant = running.app.grants.grantFolder(folder);
  need(await services.openWorkspace(running.scope, { folder: grant.grant }));
  return running.scope;
}

/** A copy of a workspace, as another computer has it before the folder syncs. */
function copyOf(folder: string, name: string): string {
  const copy = join(own.path, name);
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Lists in lists, so many deep. */
function nested(depth: number): unknown {
  return depth === 0 ? [] : [nested(depth - 1)];
}

/** What syncing makes of two copies: every log where it is longest. */
function union(from: string, into: string): void {
  for (const log of logs(from)) {
    const other = join(into, log.slice(from.length));
    const longer = readFileSync(log);
    if (!logs(into).includes(other) || readFileSync(other).length < longer.length)
      writeFileSync(other, longer);
  }
}

beforeAll(async () => {
  mkdirSync(unsealed);
  for (const name of names) {
    const running = run(join(own.path, name));
    people.set(name, running);
    await settle(running, name, unsealed, name === 'Ben');
  }
  const ben = person('Ben');
  const elsewhere = join(own.path, 'elsewhere');
  mkdirSync(elsewhere);
  const grant = ben.app.grants.grantFolder(elsewhere);
  need(await services.createWorkspace(ben.scope, { folder: grant.grant, name: 'Elsewhere' }));
  const inspection = { provider: 'Other', kind: 'standard inspection', framework: 'ilacs-2026' };
  const dates = { start: '2026-10-05', end: null, recoveryOwner: null };
  need(await services.beginDraft(ben.scope, { ...inspection, ...dates }));
  foreign = readFileSync(logs(join(elsewhere, 'drafts'))[0] ?? '', 'utf8').split('\n')[1] ?? '';
  const { opened } = (await at('Ben', unsealed)).session;
  const self = await ben.scope.ports.keys.self();
  if (self === null || opened === null) throw new Error('nobody is there');
  ({ draft } = need(await buildSample(ben.scope.ports, opened.workspace, self.person)));
  need(await services.recoverOwnership(ben.scope, { draft, reason: 'The lead has left' }));
  for (const [name, role] of [
    ['Cyn', 'lead'],
    ['Dan', 'chair'],
    ['Eva', 'inspector'],
    ['Fay', 'lead'],
  ] as const) {
    const other = await person(name).scope.ports.keys.self();
    need(await services.grantRole(ben.scope, { draft, person: other?.person ?? '', role }));
  }
  copyOf(unsealed, 'sealed');
  need(await services.sealJudgment(await at('Ben', sealed), { draft }));
}, 120_000);
afterAll(() => {
  for (const running of people.values()) running.app.release();
  own.remove();
});

const parts = [
  'verify-audits.mjs',
  'verify-files.mjs',
  'verify-bodies.mjs',
  'verify-law.mjs',
  'verify-moderation.mjs',
  'verify-panel.mjs',
  'verify-rounds.mjs',
  'verify-says.mjs',
  'verify-vouching.mjs',
  'verify-workspace.mjs',
];

describe('docs/verify.mjs, which needs nothing but node, and `verify`', () => {
  it('is no longer than a person reads in one sitting, and uses node’s own modules alone', () => {
    for (const name of ['verify.mjs', ...parts]) {
      const text = readFileSync(join(root, 'docs', name), 'utf8');
      expect(text.split('\n').length).toBeLessThanOrEqual(251);
      const imported = [...text.matchAll(/from '([^']+)'/gu)].map(([, module]) => module);
      expect(['node:crypto', 'node:fs', 'node:path', ...parts.map((part) => `./${part}`)]).toEqual(
        expect.arrayContaining(imported),
      );
    }
  });

  it('say alike that the sealed sample is whole, as a workspace, a folder and a file', async () => {
    const [folder = ''] = readdirSync(join(sealed, 'drafts'));
    const file = join(own.path, 'sample.judgment');
    const { bytes } = need(await renderExport(await at('Ben', sealed), { draft, format: 'judgment' }));
    writeFileSync(file, bytes);
    for (const path of [sealed, join(sealed, 'drafts', folder), file]) {
      expect(await both(path)).toEqual({ ok: true, sealed: true, alike: true, notices: [] });
    }
  });

  it('agree on seeded tamperings', async () => {
    const pick = numbers(77_031);
    const folder = copyOf(sealed, 'tampered');
    const files = logs(folder);
    const kinds = tamperings(pick, foreign);
    const differ: string[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const [name, change] = kinds[turn % kinds.length] ?? ['', (lines: string[]) => lines];
      const file = files[pick(files.length)] ?? '';
      const before = readFileSync(file, 'utf8');
      const lines = before.slice(0, -1).split('\n');
      const after = `${change(lines, pick(lines.length)).join('\n')}\n`;
      if (lines.length < 2 || after === before) continue;
      writeFileSync(file, after);
      const said = await both(folder);
      if (!said.alike || said.ok) differ.push(`${turn} ${name}: ${JSON.stringify(said)}`);
      writeFileSync(file, before);
    }
    expect(differ).toEqual([]);
  }, 400_000);

  it.each([
    ['no log', []],
    ['an empty log', ['0'.repeat(64)]],
  ])(
    'agree that a draft’s folder with %s has not arrived, and that nothing is broken',
    async (_what, keys) => {
      const folder = copyOf(sealed, 'not-arrived');
      mkdirSync(join(folder, 'drafts', 'westmere-0a1b2c3d'));
      for (const key of keys) writeFileSync(join(folder, 'drafts', 'westmere-0a1b2c3d', `${key}.jsonl`), '');
      expect(await both(folder)).toEqual({ ok: true, sealed: true, alike: true, notices: ['not-arrived'] });
    },
  );

  it('agree on a record that arrived after sealing', async () => {
    const late = copyOf(unsealed, 'late');
    need(
      await services.noteEvidence(await at('Eva', late), {
        draft,
        note: {
          kind: 'document',
          source: 'Minutes',
          when: '2026-11-12T10:00',
          direction: 'neutral',
          text: 'Late.',
        },
      }),
    );
    const folder = copyOf(sealed, 'with-late');
    union(late, folder);
    expect(await both(folder)).toEqual({ ok: true, sealed: true, alike: true, notices: ['after-sealing'] });
  });

  it('agree on two seals made without knowing of each other: neither stands', async () => {
    const other = copyOf(unsealed, 'other-seal');
    need(await services.sealJudgment(await at('Cyn', other), { draft }));
    const folder = copyOf(sealed, 'two-seals');
    union(other, folder);
    expect(await both(folder)).toEqual({
      ok: true,
      sealed: false,
      alike: true,
      notices: ['seals-contested'],
    });
  });

  it('agree on a reopening: one person’s proposal opens nothing, two people’s does', async () => {
    const folder = copyOf(sealed, 'reopened');
    const scope = await at('Ben', folder);
    const { record } = need(
      await services.proposeReopening(scope, { draft, reason: 'A grade was read wrongly' }),
    );
    expect(await both(folder)).toMatchObject({ ok: true, sealed: true, alike: true });
    expect(await services.reopenJudgment(scope, { draft, proposal: record })).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
    need(await services.reopenJudgment(await at('Dan', folder), { draft, proposal: record }));
    expect(await both(folder)).toEqual({ ok: true, sealed: false, alike: true, notices: [] });
    const { state } = need(await openDraft(person('Dan').scope, { draft }));
    expect(state.standing).toBe('reopened');
    expect(state.seals[0]?.reopened).not.toBeNull();
  });

  it('agree on a copy without evidence: its signed statement says what was left out, and nothing else may be gone', async () => {
    const file = join(own.path, 'without-evidence.judgment');
    const scope = await at('Ben', sealed);
    const { bytes } = need(await renderCopy(scope, { draft, evidence: false }));
    const lines = new TextDecoder().decode(bytes).slice(0, -1).split('\n');
    const save = (changed: readonly string[]): void => {
      writeFileSync(file, `${changed.join('\n')}\n`);
    };
    save(lines);
    expect(await both(file)).toEqual({ ok: true, sealed: true, alike: true, notices: [] });
    expect(lines.filter((line) => line.includes('"type":"copy.made"'))).toHaveLength(1);
    save(lines.filter((line) => !line.includes('"type":"copy.made"')));
    expect(await both(file)).toMatchObject({ ok: false, alike: true });
    const reason = lines.findIndex((line) => line.includes('"type":"reason.given"'));
    const { body: _body, salt: _salt, ...shell } = JSON.parse(lines[reason] ?? '') as Record<string, unknown>;
    save(lines.with(reason, canonical(shell)));
    expect(await both(file)).toMatchObject({ ok: false, alike: true });
  });

  it.each<readonly [string, Parameters<typeof signedAnew>[2]]>([
    ['is well formed', (body) => body],
    ['is nested more than 16 deep', (body) => ({ ...body, more: nested(15) })],
    ['holds a number that is no integer', (body) => ({ ...body, more: 1.5 })],
    ['holds a number beyond what programs count exactly', (body) => ({ ...body, more: 2 ** 60 })],
    ['holds half a character', (body) => ({ ...body, more: '\ud800' })],
    [
      'holds a forbidden name',
      (body) => JSON.parse(`{"__proto__":1,${JSON.stringify(body).slice(1)}`) as unknown,
    ],
    ['is longer than 1 MiB', (body) => ({ ...body, more: 'x'.repeat(1_048_576) })],
  ])('judge alike a last line that %s, its hashes and signature made anew', async (name, change) => {
    const folder = copyOf(sealed, 'beyond-bounds');
    const log =
      logs(join(folder, 'drafts')).find((log) => readFileSync(log, 'utf8').includes('"judgment.sealed"')) ??
      '';
    const before = readFileSync(log, 'utf8').trimEnd().split('\n');
    const last = await signedAnew(before.at(-1) ?? '', person('Ben').scope.ports.keys, change);
    writeFileSync(log, `${[...before.slice(0, -1), last].join('\n')}\n`);
    expect(await both(folder)).toMatchObject({ ok: name === 'is well formed', alike: true });
  });

  describe('on a redacted copy', () => {
    const file = join(own.path, 'redacted.judgment');
    const term = 'Police';
    let text: string;

    beforeAll(async () => {
      const scope = await at('Fay', copyOf(sealed, 'for-redaction'));
      const { state } = need(await openDraft(scope, { draft }));
      const notes = state.notes.slice(0, 2).map((note) => note.id);
      const terms = [{ term, reason: 'Names a partner who did not agree to be named' }];
      const input = { draft, purpose: 'disclosure' as const, recipient: 'A parent', notes, terms };
      const made = need(await makeRedactedCopy(scope, input));
      expect(made.words).toBeGreaterThan(0);
      text = new TextDecoder().decode(made.bytes);
      writeFileSync(file, text);
    });

    it('agree that it verifies as derived from the sealed one, and that the words are gone', async () => {
      expect(await both(file)).toEqual({ ok: true, sealed: true, alike: true, notices: [] });
      expect(text).not.toMatch(/"text":"Police/u);
      expect(text).toMatch(/"text":"social /u);
      const { json } = await verifyPath(place, file, {});
      expect(JSON.stringify(json)).toContain('taken out of narrative/');
    });

    it('holds no note, revision or reason but what was chosen to be left in', () => {
      const kinds = text
        .split('\n')
        .filter((line) => line.includes('"body":'))
        .map((line) => /"type":"([^"]+)"/u.exec(line)?.[1] ?? '');
      expect(kinds).not.toContain('evidence.noted');
      expect(kinds).not.toContain('revision.saved');
      expect(kinds).not.toContain('reason.given');
      expect(text.match(/^\{"field":"note\//gmu)).toHaveLength(2);
    });

    const lines = (): string[] => text.slice(0, -1).split('\n');
    const save = (changed: readonly string[]): void => {
      writeFileSync(file, `${changed.join('\n')}\n`);
    };
    const withGap = (all: readonly string[]): number =>
      all.findIndex((line) => line.startsWith('{"field":"narrative/') && /[[,]"[0-9a-f]{64}"/u.test(line));

    it('fail where one redacted word is put back, with any salt', async () => {
      const all = lines();
      const gap = withGap(all);
      const back = (all[gap] ?? '').replace(
        /([[,])"[0-9a-f]{64}"/u,
        `$1{"salt":"${'0'.repeat(32)}","text":"${term}, "}`,
      );
      expect(back).not.toBe(all[gap]);
      save(all.with(gap, back));
      expect(await both(file)).toMatchObject({ ok: false, alike: true });
    });

    it('fail where the very word is put back with the salt that it was sealed with', async () => {
      const scope = await at('Fay', join(own.path, 'for-redaction'));
      const whole = need(
        await makeRedactedCopy(scope, {
          draft,
          purpose: 'disclosure',
          recipient: 'Us',
          notes: [],
          terms: [],
        }),
      );
      const all = lines();
      const gap = withGap(all);
      const field = /"field":"([^"]+)"/u.exec(all[gap] ?? '')?.[1] ?? '';
      const original = new TextDecoder()
        .decode(whole.bytes)
        .split('\n')
        .find((line) => line.startsWith(`{"field":"${field}"`));
      expect(original).not.toBe(all[gap]);
      save(all.with(gap, original ?? ''));
      expect(await both(file)).toMatchObject({ ok: false, alike: true });
    });

    it.each([
      ['a word that was left in is changed', (line: string) => line.replace('"text":"', '"text":"not ')],
      ['a word that was left in is taken out', (line: string) => line.replace(/\{"salt":"[^}]+\},?/u, '')],
      ['a passage is taken out', () => ''],
    ])('fail where %s', async (_name, change) => {
      const all = lines();
      const at = all.findIndex((line) => line.startsWith('{"field":"narrative/'));
      const changed = change(all[at] ?? '');
      save(changed === '' ? all.toSpliced(at, 1) : all.with(at, changed));
      expect(await both(file)).toMatchObject({ ok: false, alike: true });
    });

    it('fail where a whole record that was taken out is put back', async () => {
      const originals = logs(join(sealed, 'drafts')).flatMap((log) => readFileSync(log, 'utf8').split('\n'));
      const note = originals.find((line) => line.includes('"type":"evidence.noted"')) ?? '';
      const id = /"id":"([0-9a-f]{64})"/u.exec(note)?.[1] ?? '';
      const all = lines();
      const shell = all.findIndex((line) => line.includes(`"id":"${id}"`));
      save(all.with(shell, note));
      expect(await both(file)).toMatchObject({ ok: false, alike: true });
    });

    it('fail where all passages are taken away: emptied records need a reason', async () => {
      save(lines().filter((line) => !line.startsWith('{"field":')));
      expect(await both(file)).toMatchObject({ ok: false, alike: true });
    });
  });
});
