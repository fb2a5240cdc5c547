import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPath } from '../../../src/main/commands/verify-path.ts';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { buildSample } from '../../../src/main/application/sample/build-sample.ts';
import { openDraft } from '../../../src/main/application/window/open-draft.ts';
import { listDrafts } from '../../../src/main/application/workspace/list-drafts.ts';
import { saveRevision } from '../../../src/main/application/draft/save-revision.ts';
import { sealJudgment } from '../../../src/main/application/finalising/seal-judgment.ts';
import { renderExport } from '../../../src/main/application/documents/export-draft.ts';
import { readLine } from '../../../src/shared/records/read-line.ts';
import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts';
import { numbers, tamperings } from './tamperings.ts';
import { need, ownFolder, run, settle, workerSources, type Running } from '../running-scope.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const full = process.env['PLUMBLINE_FULL'] === '1';
/** How many tamperings are tried, and how many flipped bytes in files, besides every byte of a line by itself. */
const [tampered, spread] = full ? [500, 60] : [100, 15];
/** Every so manyth line has each of its bytes flipped: all of them in the full run. */
const everyLine = full ? 1 : 3;
const own = ownFolder();
const place = { root, profile: join(own.path, 'auditor'), version: '0', workers: workerSources };
const small = join(own.path, 'small');
const sample = join(own.path, 'sample');
const work = join(own.path, 'work');
let running: Running;

interface Found {
  readonly ok: boolean;
  readonly drafts: readonly {
    readonly problems: readonly {
      level: string;
      file: string;
      line: number;
      code: string;
      message: string;
    }[];
  }[];
}

function isFound(value: unknown): value is Found {
  return typeof value === 'object' && value !== null && 'ok' in value && 'drafts' in value;
}

async function verify(
  path: string,
  options: { witness?: string; remember?: string } = {},
): Promise<Found & { code: number }> {
  const { json, code } = await verifyPath(place, path, options);
  if (!isFound(json)) throw new Error('verification said nothing');
  return { ...json, code };
}

/** Log files of a workspace: drafts' and people's. */
function logs(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => join(folder, name))
    .toSorted();
}

function fresh(from: string): string {
  rmSync(work, { recursive: true, force: true });
  cpSync(from, work, { recursive: true });
  return work;
}

beforeAll(async () => {
  running = run(join(own.path, 'ada'));
  mkdirSync(small);
  await settle(running, 'Ada', small, true);
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
  let over: string[] = [];
  for (let at = 1; at <= 17; at += 1) {
    const narratives = [{ section: 'summary', text: `Revision ${at}.`, over }];
    over = [
      need(
        await saveRevision(running.scope, {
          draft,
          reason: `${at}`,
          narratives,
          grades: [],
          improvements: null,
        }),
      ).record,
    ];
  }
  running.app.release();

  const other = run(join(own.path, 'ben'));
  mkdirSync(sample);
  await settle(other, 'Ben', sample, true);
  const { opened } = other.scope.session;
  const self = await other.scope.ports.keys.self();
  if (opened === null || self === null) throw new Error('no workspace');
  const built = need(await buildSample(other.scope.ports, opened.workspace, self.person));
  need(await sealJudgment(other.scope, built));
  other.app.release();
}, 120_000);
afterAll(own.remove);

describe('verify', () => {
  it('finds nothing in an untouched workspace, draft folder or .judgment file', async () => {
    expect((await verify(sample)).code).toBe(0);
    expect((await verify(small)).code).toBe(0);
    const [folder = ''] = readdirSync(join(sample, 'drafts'));
    expect((await verify(join(sample, 'drafts', folder))).code).toBe(0);
    const reader = run(join(own.path, 'cyn'));
    await settle(reader, 'Cyn', sample, false);
    const [row] = need(await listDrafts(reader.scope));
    const { bytes } = need(await renderExport(reader.scope, { draft: row?.draft ?? '', format: 'judgment' }));
    reader.app.release();
    const file = join(own.path, 'sample.judgment');
    writeFileSync(file, bytes);
    expect((await verify(file)).code).toBe(0);
    const cut = readFileSync(file);
    cut[Math.floor(cut.length / 2)] = (cut[Math.floor(cut.length / 2)] ?? 0) ^ 1;
    writeFileSync(file, cut);
    expect((await verify(file)).code).toBe(1);
  });

  it(`finds each flipped byte of ${full ? 'every line' : 'every third line'} of a twenty-record draft, and names the line`, async () => {
    const [log = ''] = logs(join(small, 'drafts'));
    const bytes = readFileSync(log);
    expect(bytes.filter((byte) => byte === 10)).toHaveLength(20);
    const pick = numbers(20_261_124);
    const lines = bytes.toString('utf8').split('\n');
    const starts = lines.map((_line, at) => lines.slice(0, at).join('\n').length + (at === 0 ? 0 : 1));
    const missed: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const line = starts.findLastIndex((start) => start <= at);
      if (line % everyLine !== 0) continue;
      const flipped = Buffer.from(
        bytes.subarray(starts[line] ?? 0, (starts[line] ?? 0) + (lines[line]?.length ?? 0) + 1),
      );
      const within = at - (starts[line] ?? 0);
      flipped[within] = (flipped[within] ?? 0) ^ (1 << pick(8));
      // A line is judged by itself: what reading it refuses, verification reports with its file and line.
      const parts = flipped.toString('latin1').split('\n');
      const whole = parts.length === 2 && parts[1] === '';
      const text = new TextDecoder('utf-8').decode(flipped.subarray(0, -1));
      if (whole && readLine(text, nodeCrypto).ok) missed.push(at);
    }
    expect(missed).toEqual([]);
    // And in files, from end to end, for bytes spread over the whole draft, every line feed among them.
    const feeds = [...bytes.keys()].filter((at) => bytes[at] === 10);
    for (const at of [...Array.from({ length: spread }, () => pick(bytes.length)), ...feeds]) {
      const folder = fresh(small);
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << pick(8));
      writeFileSync(join(folder, log.slice(small.length)), changed);
      const { code, drafts } = await verify(folder);
      expect([at, code]).toEqual([at, 1]);
      expect(
        drafts
          .flatMap((draft) => draft.problems)
          .some(
            (problem) => problem.level === 'broken' && problem.file.endsWith('.jsonl') && problem.line > 0,
          ),
      ).toBe(true);
    }
  });

  it('finds seeded tamperings of the sealed sample, each with file, line and what is wrong', async () => {
    const pick = numbers(4_242);
    const files = logs(sample).filter((file) => statSync(file).size > 0 && file.includes('drafts'));
    const people = logs(join(sample, 'people'));
    const foreign = readFileSync(logs(join(small, 'drafts'))[0] ?? '', 'utf8').split('\n')[3] ?? '';
    const kinds = tamperings(pick, foreign);
    const missed: string[] = [];
    for (let at = 0; at < tampered; at += 1) {
      const [name, change] = kinds[at % kinds.length] ?? ['', (lines: string[]) => lines];
      const pool = at % 25 === 24 && name !== 'deleted line' ? people : files;
      const file = pool[pick(pool.length)] ?? '';
      const before = readFileSync(file, 'utf8');
      const lines = before.slice(0, -1).split('\n');
      if (lines.length < 2) continue;
      const after = change(lines, pick(lines.length));
      writeFileSync(file, `${after.join('\n')}\n`);
      const { code, drafts } = await verify(sample);
      const named = drafts
        .flatMap((draft) => draft.problems)
        .some(
          (problem) => problem.level === 'broken' && problem.file.endsWith('.jsonl') && problem.code !== '',
        );
      if (code !== 1 || !named) missed.push(`${at} ${name} ${file}`);
      writeFileSync(file, before);
    }
    expect(missed).toEqual([]);
  }, 400_000);

  it('takes whole and subset copies by a sync tool as copies', async () => {
    const folder = fresh(sample);
    const [log = ''] = logs(join(folder, 'drafts'));
    copyFileSync(log, log.replace('.jsonl', ' (Konflikt 2026-11-24).jsonl'));
    const lines = readFileSync(log, 'utf8').split('\n');
    writeFileSync(
      log.replace('.jsonl', "-Ben's laptop.jsonl"),
      `${lines.slice(0, Math.max(1, Math.floor(lines.length / 2))).join('\n')}\n`,
    );
    const { code, drafts } = await verify(folder);
    expect(code).toBe(0);
    expect(
      drafts.flatMap((draft) => draft.problems).filter((problem) => problem.code === 'copy'),
    ).toHaveLength(2);
  });

  it('finds a log cut at a line’s end by a later record, by the seal, or by a witness, and not otherwise', async () => {
    const folder = fresh(sample);
    const [first = ''] = logs(join(folder, 'drafts'));
    const lines = readFileSync(first, 'utf8').split('\n');
    writeFileSync(first, `${lines.slice(0, -3).join('\n')}\n`);
    expect((await verify(folder)).code).toBe(1);
    const cut = fresh(small);
    const [log = ''] = logs(join(cut, 'drafts'));
    const witness = join(own.path, 'witness.json');
    expect((await verify(cut, { remember: witness })).code).toBe(0);
    const all = readFileSync(log, 'utf8').split('\n');
    writeFileSync(log, `${all.slice(0, -3).join('\n')}\n`);
    // What nobody has seen cannot be missed: the last two lines are gone, and the rest is whole.
    expect((await verify(cut)).code).toBe(0);
    expect((await verify(cut, { witness })).code).toBe(1);
  });

  /** What a witness of the whole workspace misses, and what is told without one. */
  const losses: readonly (readonly [what: string, take: (folder: string) => void, sentence: RegExp])[] = [
    [
      'a log cut before its seal',
      (folder) => {
        const log = logs(join(folder, 'drafts')).find((file) =>
          readFileSync(file, 'utf8').includes('"type":"judgment.sealed"'),
        );
        const lines = readFileSync(log ?? '', 'utf8').split('\n');
        const seal = lines.findIndex((line) => line.includes('"type":"judgment.sealed"'));
        writeFileSync(
          log ?? '',
          lines
            .slice(0, seal)
            .map((line) => `${line}\n`)
            .join(''),
        );
      },
      /^Record \d+ of Ben was seen before and is no longer here/,
    ],
    [
      'a draft whose folder is gone',
      (folder) => rmSync(join(folder, 'drafts'), { recursive: true }),
      /^This inspection was here on .*; its folder is gone\./,
    ],
    [
      'a person’s log cut at its end',
      (folder) => {
        const log = logs(join(folder, 'people')).find((file) => readFileSync(file, 'utf8').includes('"Ben"'));
        const lines = readFileSync(log ?? '', 'utf8').split('\n');
        writeFileSync(log ?? '', `${lines.slice(0, -2).join('\n')}\n`);
      },
      /^1 record of Ben is missing: record \d+ was seen before, and the log ends at record \d+\./,
    ],
  ];

  it.each(losses)('finds by a witness, and not otherwise: %s', async (_what, take, sentence) => {
    const folder = fresh(sample);
    const witness = join(own.path, 'whole.json');
    expect((await verify(folder, { remember: witness })).code).toBe(0);
    const before = readFileSync(witness, 'utf8');
    expect((await verify(folder, { witness })).code).toBe(0);
    take(folder);
    const unseen = await verify(folder);
    expect(
      unseen.drafts.flatMap(({ problems }) => problems.filter(({ level }) => level === 'broken')),
    ).toEqual([]);
    const { code, drafts } = await verify(folder, { witness, remember: witness });
    expect(code).toBe(1);
    const messages = drafts.flatMap(({ problems }) =>
      problems.filter(({ level }) => level === 'broken').map(({ message }) => message),
    );
    expect(messages.filter((message) => sentence.test(message))).toHaveLength(1);
    // What is missing stays remembered: a witness that is written anew knows as much.
    expect(JSON.parse(readFileSync(witness, 'utf8'))).toEqual(JSON.parse(before));
  });

  it('still opens an untouched draft beside a broken one', async () => {
    const folder = fresh(sample);
    const broken = join(folder, 'drafts', 'broken-00000000');
    mkdirSync(broken);
    writeFileSync(join(broken, 'x.jsonl'), 'not a record\n');
    const reader = run(join(own.path, 'dan'));
    await settle(reader, 'Dan', folder, false);
    const rows = need(await listDrafts(reader.scope));
    expect(rows.map((row) => row.problem !== null).toSorted()).toEqual([false, true]);
    const good = rows.find((row) => row.problem === null);
    expect(
      need(await openDraft(reader.scope, { draft: good?.draft ?? '' })).state.notes.length,
    ).toBeGreaterThan(60);
    reader.app.release();
  });

  it('finds a changed byte of plumbline.json', async () => {
    const folder = fresh(small);
    const file = join(folder, 'plumbline.json');
    const bytes = readFileSync(file);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(file, changed);
      await expect(verify(folder)).rejects.toThrow(/damaged|newer/);
    }
  });
});
