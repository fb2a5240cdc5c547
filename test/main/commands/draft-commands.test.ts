import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildSample } from '../../../src/main/application/sample/build-sample.ts';
import { commandExamples } from '../../../src/main/commands/command-examples.ts';
import { runCommandLine } from '../../../src/main/commands/command-line.ts';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { need, ownFolder, run as runApp, settle } from '../running-scope.ts';

const own = ownFolder();
const root = join(import.meta.dirname, '..', '..', '..');
const at = (name: string): string => join(own.path, name);
let out = '';
let err = '';
/** A finished sample of Ben's that nobody sealed yet, and a joint inspection of 2009 that asks for a second signature. */
let sample = '';
let joint = '';

async function run(profile: string, ...words: string[]): Promise<number> {
  out = '';
  err = '';
  const words_ = ['--profile', at(profile), ...words];
  return runCommandLine({ words: words_, root, entry: join(root, 'src/main/cli.ts') });
}

/** What a command said as JSON: one item a draft. */
function items(): readonly Readonly<Record<string, unknown>>[] {
  return JSON.parse(out) as readonly Readonly<Record<string, unknown>>[];
}

function listen(): void {
  vi.spyOn(process.stdout, 'write').mockImplementation((words) => {
    out += typeof words === 'string' ? words : new TextDecoder().decode(words);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((words) => {
    err += String(words);
    return true;
  });
}

beforeEach(listen);
afterEach(() => {
  vi.restoreAllMocks();
});

beforeAll(async () => {
  mkdirSync(at('team'));
  mkdirSync(at('reports'));
  const ben = runApp(at('ben'));
  const cleo = runApp(at('cleo'));
  await settle(ben, 'Ben', at('team'), true);
  await settle(cleo, 'Cleo', at('team'), false);
  const self = await ben.scope.ports.keys.self();
  const quality = (await cleo.scope.ports.keys.self())?.person ?? '';
  const { opened } = ben.scope.session;
  if (self === null || opened === null) throw new Error('nobody is there');
  sample = need(await buildSample(ben.scope.ports, opened.workspace, self.person)).draft;
  need(await services.recoverOwnership(ben.scope, { draft: sample, reason: 'The lead has left' }));
  const framework = 'safeguarding-looked-after-2009';
  const begun = { provider: 'Southmere', kind: '', framework, start: '2010-10-05' };
  joint = need(await beginDraft(ben.scope, { ...begun, end: null, recoveryOwner: null })).draft;
  for (const draft of [sample, joint])
    need(await services.grantRole(ben.scope, { draft, person: quality, role: 'qa' }));
  const narratives = [{ section: 'summary', text: 'Children are seen in time.', over: [] }];
  const revision = { reason: 'First text', narratives, grades: [], improvements: null };
  need(await services.saveRevision(ben.scope, { draft: joint, ...revision }));
  ben.app.release();
  cleo.app.release();
}, 60_000);
afterAll(own.remove);

async function stateOf(draft: string): Promise<string> {
  expect(await run('cleo', 'show', draft, '--workspace', at('team'), '--json')).toBe(0);
  return String(items()[0]?.['state']);
}

describe('drafts on the command line', () => {
  it('are shown as the window has them, several at once, with the state that an approval names', async () => {
    expect(await run('ben', 'show', sample.slice(0, 10), joint, '--workspace', at('team'), '--json')).toBe(0);
    expect(items()).toMatchObject([
      { draft: sample, ok: true, state: expect.stringMatching(/^[0-9a-f]{16}$/u) as string },
      { draft: joint, ok: true, view: { roles: expect.arrayContaining(['owner']) as string[] } },
    ]);
    expect(await run('ben', 'show', joint, '--workspace', at('team'))).toBe(0);
    expect(out).toContain('Southmere');
    expect(out).toContain('open: Approved by someone who did not write it.');
    expect(out).toMatch(new RegExp(`approve ${joint.slice(0, 12)}@[0-9a-f]{16}`, 'u'));
  });

  it('are searched in notes and texts, narrowed as asked, and what was found is marked', async () => {
    const search = (...words: string[]): Promise<number> =>
      run('ben', 'search', ...words, '--workspace', at('team'));
    expect(await search('children', '--in', 'notes', '--json')).toBe(0);
    const { hits } = JSON.parse(out) as { hits: { what: string; draft: string }[] };
    expect(hits.length).toBeGreaterThan(0);
    expect(new Set(hits.map(({ what }) => what))).toEqual(new Set(['note']));
    expect(await search('children')).toBe(0);
    expect(out).toMatch(/\[children\]/iu);
    // A section by what people call it, and by no id.
    expect(await search('children', '--in', 'text')).toBe(0);
    expect(out).toMatch(/: text of [A-Z]/u);
    expect(out).not.toMatch(/text of [a-z-]+\n/u);
    expect(await search('xylophone')).toBe(0);
    expect(out).toBe('Nothing was found.\n');
  });

  it('tell how they came about, record by record, by name', async () => {
    expect(await run('cleo', 'record', joint, sample, '--workspace', at('team'), '--json')).toBe(0);
    const [first, second] = items();
    expect((first?.['steps'] as unknown[]).length).toBeGreaterThanOrEqual(2);
    expect((second?.['steps'] as unknown[]).length).toBeGreaterThan(300);
    expect(await run('cleo', 'record', joint, '--workspace', at('team'))).toBe(0);
    expect(out).toMatch(/Ben .*Cleo.*quality assurance/u);
  });

  it('are approved as they were shown, and not once they changed or by who wrote in them', async () => {
    const state = await stateOf(joint);
    const approve = (who: string, seen: string): Promise<number> =>
      run(who, 'approve', `${joint}@${seen}`, '--note', 'Read in full', '--workspace', at('team'), '--json');
    expect(await approve('cleo', '0123456789abcdef')).toBe(1);
    expect(items()).toMatchObject([
      { ok: false, problem: expect.stringContaining('has changed since') as string },
    ]);
    expect(await approve('ben', state)).toBe(1);
    expect(items()[0]?.['problem']).toContain('You wrote in this draft');
    expect(await approve('cleo', state)).toBe(0);
    expect(items()).toMatchObject([{ ok: true, state }]);
    await run('cleo', 'show', joint, '--workspace', at('team'), '--json');
    const { state: shown } = items()[0]?.['view'] as { state: { finalising: { approvals: unknown[] } } };
    expect(shown.finalising.approvals).toMatchObject([{ note: 'Read in full', stands: true }]);
  });

  it('get their second signature from the role that the framework names, and where it asks for one', async () => {
    const state = await stateOf(joint);
    const sign = (who: string, draft: string, seen: string): Promise<number> =>
      run(who, 'sign', `${draft}@${seen}`, '--workspace', at('team'), '--json');
    expect(await sign('ben', joint, state)).toBe(1);
    expect(items()[0]?.['problem']).toContain('second signature by quality assurance or deputy chair');
    expect(await sign('cleo', sample, await stateOf(sample))).toBe(1);
    expect(items()[0]?.['problem']).toContain('asks for no second signature');
    expect(await sign('cleo', joint, state)).toBe(0);
    expect(items()).toMatchObject([{ ok: true, draft: joint }]);
  });

  it('are published after they are sealed, and sealed where every gate lets them through', async () => {
    const publish = (draft: string, ...more: string[]): Promise<number> =>
      run('ben', 'publish', draft, '--on', '2026-12-03', ...more, '--workspace', at('team'), '--json');
    expect(await publish(sample)).toBe(1);
    expect(items()[0]?.['problem']).toContain('not sealed');
    expect(await run('ben', 'seal', joint, sample, '--workspace', at('team'), '--json')).toBe(1);
    expect(items()).toMatchObject([
      { draft: joint, ok: false, problem: expect.stringContaining('Still open') as string },
      { draft: sample, ok: true, seal: expect.stringMatching(/^[0-9a-f]{64}$/u) as string },
    ]);
    expect((items()[1]?.['fingerprint'] as string[]).length).toBe(8);
    const address = 'https://reports.example.org/northmere';
    expect(await publish(sample, '--address', address)).toBe(0);
    expect(items()).toMatchObject([{ ok: true, published: '2026-12-03', address }]);
    expect(await run('ben', 'verify', at('team'), '--json')).toBe(0);
    expect(await run('ben', 'seal', sample, '--workspace', at('team'))).toBe(1);
    expect(out).toContain('sealed');
  });

  it('are handed out together into a folder, each under its own name', async () => {
    const words = [
      'export',
      sample,
      joint,
      '--format',
      'md',
      '--out',
      at('reports'),
      '--workspace',
      at('team'),
    ];
    expect(await run('ben', ...words, '--json')).toBe(0);
    expect(items()).toHaveLength(2);
    const names = readdirSync(at('reports'));
    expect(names).toHaveLength(2);
    expect(names.map((name) => readFileSync(join(at('reports'), name), 'utf8')).join('')).toContain(
      'Southmere',
    );
    expect(await run('ben', ...words)).toBe(2);
    expect(err).toContain('exists already');
    // Where one place is taken, the other is not filled either: what was refused made nothing.
    rmSync(join(at('reports'), names.find((name) => name.startsWith('southmere')) ?? ''));
    expect(await run('ben', 'export', joint, sample, ...words.slice(3))).toBe(2);
    expect(readdirSync(at('reports'))).toHaveLength(1);
    expect(await run('ben', 'export', joint, joint, ...words.slice(3), '--json')).toBe(0);
    expect(readdirSync(at('reports')).toSorted()).toEqual(names.toSorted());
  });
});

describe('help on the command line', () => {
  it('names every command, and ends each with examples that begin as the command does', async () => {
    expect(await run('ben', '--help')).toBe(0);
    const named = [...out.matchAll(/^ {2}([a-z]+)(?= .*[<[]|\s)/gmu)].map(([, name = '']) => name);
    const commands = named.filter((name) => name !== 'help');
    expect(commands.toSorted()).toEqual(Object.keys(commandExamples).toSorted());
    for (const name of commands) {
      expect(await run('ben', name, '--help')).toBe(0);
      expect(out).toMatch(new RegExp(`\\nExamples?:\\n  plumbline `, 'u'));
      expect(out).toContain(`plumbline ${name}`);
    }
  });
});
