import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Unreadable } from '../../../src/main/commands/cli-output.ts';
import { verifyPath } from '../../../src/main/commands/verify-path.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { openDraft } from '../../../src/main/application/window/open-draft.ts';
import { RecordChain } from '../../../src/main/application/session/record-chain.ts';
import { need, ownFolder, run, settle, workerSources } from '../running-scope.ts';
import { awkwardTrees, type Tree } from './awkward-trees.ts';
import { evidenceNoted } from '../../../src/shared/evidence/evidence-noted.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const own = ownFolder();
const place = { root, profile: join(own.path, 'auditor'), version: '0', workers: workerSources };
const whole = join(own.path, 'whole');
const trees =
  process.env['PLUMBLINE_FULL'] === '1' ? awkwardTrees : awkwardTrees.filter((_tree, at) => at % 6 === 0);
let farAhead = '';

/** What one verifier says: whether all is well, and which places it names as no ordinary files. */
interface Verdict {
  readonly ok: boolean;
  readonly named: readonly string[];
}

/** docs/verify.mjs on a path: it needs a second, and hangs where it takes thirty of a busy machine. */
function alone(path: string): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const program = join(root, 'docs', 'verify.mjs');
    execFile(
      process.execPath,
      [program, path],
      { timeout: 30_000, maxBuffer: 50_000_000 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : error.code;
        if (code !== 0 && code !== 1 && code !== 2) reject(new Error(`it ended with ${code}: ${stderr}`));
        else if (code === 2 ? stderr.includes('    at ') : stderr !== '') reject(new Error(stderr));
        const named = [...stdout.matchAll(/^(?:broken|notice) {2}(.*), line 0: not-a-file$/gmu)];
        resolve({ ok: code === 0, named: named.map(([, name = '']) => name).toSorted() });
      },
    );
  });
}

/** The service on a path, in this process; null for the places where it would not open what is there. */
async function byService(
  path: string,
): Promise<{ readonly ok: boolean; readonly named: readonly string[] | null }> {
  try {
    const { json, code } = await verifyPath(place, path, {});
    const { drafts } = json as { drafts: { problems: { code: string; file: string }[] }[] };
    const named = drafts.flatMap((draft) =>
      draft.problems.filter((problem) => problem.code === 'not-a-file'),
    );
    return { ok: code === 0, named: named.map(({ file }) => file).toSorted() };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, named: null };
  }
}

function treeAt(path: string): Tree {
  const [name = ''] = readdirSync(join(path, 'drafts'));
  const draft = join(path, 'drafts', name);
  const [log = ''] = readdirSync(draft).filter((file) => file.endsWith('.jsonl'));
  const [attached = ''] = readdirSync(join(draft, 'attachments'));
  const [card = ''] = readdirSync(join(path, 'people'));
  const outside = `${path}-outside`;
  mkdirSync(outside);
  cpSync(draft, join(outside, 'draft'), { recursive: true });
  return {
    root: path,
    draft,
    log: join(draft, log),
    attached: join(draft, 'attachments', attached),
    card: join(path, 'people', card),
    outside,
    farAhead,
  };
}

beforeAll(async () => {
  mkdirSync(whole);
  const { app, scope } = run(join(own.path, 'ada'));
  await settle({ app, scope }, 'Ada', whole, true);
  const begun = { provider: 'Northmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
  const { draft } = need(await services.beginDraft(scope, { ...begun, recoveryOwner: null }));
  writeFileSync(join(own.path, 'list.txt'), 'A list');
  const { grant } = await app.grants.grantFile(join(own.path, 'list.txt'));
  const said = { kind: 'document', source: 'A letter', when: '2026-10-06T10:00', text: 'Seen' } as const;
  const note = { ...said, direction: 'neutral' } as const;
  need(await services.noteEvidence(scope, { draft, note, files: [grant] }));
  const { state } = need(await openDraft(scope, { draft }));
  const self = await scope.ports.keys.self();
  const ahead = {
    draft,
    author: self?.person ?? '',
    key: self?.device ?? '',
    seq: 9_000_000_000_000_000,
    prev: state.heads[0] ?? '',
    heads: state.heads,
    lamport: state.lamport + 1,
  };
  const chain = new RecordChain(scope.ports, ahead, 'device');
  await chain.add(evidenceNoted.write({ ...note, code: 'DO-009' }));
  [farAhead = ''] = chain.lines();
  app.release();
});
afterAll(own.remove);

describe('an awkward tree of files', () => {
  it('is not the one that all of them are made from: there nothing is found', async () => {
    expect(await byService(whole)).toEqual({ ok: true, named: [] });
    expect(await alone(whole)).toEqual({ ok: true, named: [] });
  });

  it.each(trees.map((tree) => [tree.what, tree] as const))(
    'with %s is judged alike by the service and by docs/verify.mjs, which neither crash nor hang',
    async (_what, { make, ok, named }) => {
      const path = join(own.path, 'tree');
      for (const folder of [path, `${path}-outside`]) rmSync(folder, { recursive: true, force: true });
      cpSync(whole, path, { recursive: true });
      const tree = treeAt(path);
      await make(tree);
      const [service, program] = await Promise.all([byService(path), alone(path)]);
      expect([service.ok, program.ok]).toEqual([ok, ok]);
      if (service.named !== null) expect(program.named).toEqual(service.named);
      if (named !== undefined) expect(program.named).toEqual(named(tree).toSorted());
    },
  );
});
