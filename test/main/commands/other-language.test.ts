import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyPath } from '../../../src/main/commands/verify-path.ts';
import { ownFolder, workerSources } from '../running-scope.ts';
import { numbers, tamperings } from './tamperings.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const golden = join(root, 'test', 'golden', 'version-1', 'workspace');
const program = join(import.meta.dirname, 'verifier.py');
const own = ownFolder();
const place = { root, profile: join(own.path, 'auditor'), version: '0', workers: workerSources };
const turns = 200;
afterAll(own.remove);

/** The Pythons of this computer that have what the verifier needs; none where there is none. */
const python = ['python3', '/usr/bin/python3'].find(
  (name) => spawnSync(name, [program], { input: '' }).status === 0,
);

function logsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted();
}

/** What ours says of a workspace: 0 where nothing is broken, 1 where something is. */
async function ours(path: string): Promise<number> {
  return (await verifyPath(place, path, {})).code;
}

const tampered: { readonly path: string; readonly how: string }[] = [];

beforeAll(() => {
  if (python === undefined) {
    console.warn(
      `No Python with an Ed25519 is here: ${turns} tamperings were judged by nobody in another language.`,
    );
    return;
  }
  const pick = numbers(90_412);
  const files = logsIn(golden);
  const draft = files.find((file) => file.startsWith('drafts')) ?? '';
  const foreign = readFileSync(join(golden, draft), 'utf8').split('\n')[1] ?? '';
  const kinds = tamperings(pick, foreign);
  for (let turn = 0; turn < turns; turn += 1) {
    const path = join(own.path, String(turn));
    cpSync(golden, path, { recursive: true });
    // Logs of one line have nothing to swap, and another draft's record is none where it comes from.
    const file = files[pick(files.length)] ?? draft;
    const lines = readFileSync(join(path, file), 'utf8').split('\n').slice(0, -1);
    const [how = '', change] = kinds[turn % kinds.length] ?? [];
    const changed = change?.([...lines], pick(lines.length)) ?? lines;
    writeFileSync(join(path, file), changed.map((line) => `${line}\n`).join(''));
    tampered.push({ path, how: `${how} in ${file}` });
  }
}, 60_000);

it.skipIf(python === undefined)(
  'a verifier in another language, written from docs/file-format.md alone, agrees with ours on 200 tamperings',
  async () => {
    const paths = [golden, ...tampered.map(({ path }) => path)];
    const { stdout } = spawnSync(python ?? '', [program], {
      input: paths.map((path) => `${path}\n`).join(''),
      encoding: 'utf8',
    });
    const theirs = stdout.trim().split('\n').map(Number);
    expect(theirs).toHaveLength(turns + 1);
    const found: number[] = [];
    for (const path of paths) found.push(await ours(path));
    const differing = ['the golden workspace', ...tampered.map(({ how }) => how)].flatMap((how, at) =>
      found[at] === theirs[at] ? [] : [`${how}: ours ${String(found[at])}, theirs ${String(theirs[at])}`],
    );
    expect(differing).toEqual([]);
    expect(theirs[0]).toBe(0);
    expect(theirs.filter((code) => code === 1).length).toBeGreaterThan(150);
  },
  120_000,
);
