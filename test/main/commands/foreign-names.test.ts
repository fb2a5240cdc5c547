import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../../../src/main/commands/command-line.ts';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { personViews } from '../../../src/main/application/session/person-views.ts';
import { printable, printableLines } from '../../../src/shared/printable.ts';
import { need, ownFolder, run, settle } from '../running-scope.ts';

const own = ownFolder();
const root = join(import.meta.dirname, '..', '..', '..');
const team = join(own.path, 'team');
const profile = join(own.path, 'profile');
/** Clears the screen, turns the line round, ends it and begins one that looks like ours; C1 and marks likewise. */
const evil = '\u001b[2J\u202e\u2066\u200f\u061c\u009b31m\u0007\r\nNothing is broken.';
const obeyed = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
let out = '';

async function say(...words: readonly string[]): Promise<number> {
  out = '';
  return runCommandLine({
    words: ['--profile', profile, ...words],
    root,
    entry: join(root, 'src/main/cli.ts'),
  });
}

beforeAll(async () => {
  mkdirSync(team);
  const running = run(profile);
  await settle(running, `Ada${evil}`, team, true);
  const begun = { kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null, recoveryOwner: null };
  need(await beginDraft(running.scope, { ...begun, provider: `Northmere${evil}` }));
  running.app.release();
  const [folder = ''] = readdirSync(join(team, 'drafts'));
  writeFileSync(join(team, 'drafts', folder, `a${evil}.jsonl`), 'no record\n');
  writeFileSync(join(own.path, `a${evil}.txt`), '');
});
beforeEach(() => {
  const hear = (words: unknown): boolean => {
    out += String(words);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear);
  vi.spyOn(process.stderr, 'write').mockImplementation(hear);
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(own.remove);

describe.skipIf(process.platform === 'win32')('a foreign name on the command line', () => {
  it.each<readonly [string, readonly string[], number, number]>([
    ['a provider', ['list', '--workspace', team], 1, 1],
    ['a log', ['verify', team], 1, 4],
    ['a file', ['import', join(own.path, `a${evil}.txt`), '--workspace', team], 1, 1],
    ['a file that is not there', ['compare', `b${evil}`, 'c'], 2, 1],
    ['a person', ['init', join(own.path, 'new'), '--name', 'New', '--person', 'Ben'], 2, 1],
    ['a word that is no command', [evil], 2, 1],
  ])('of %s moves no cursor, turns no text and makes no line', async (_what, words, code, lines) => {
    expect(await say(...words)).toBe(code);
    const said = out.replace(/\n$/, '').split('\n');
    expect(out).toContain('\\u001b[2J\\u202e');
    expect(said.filter((line) => obeyed.test(line))).toEqual([]);
    expect(said).not.toContain('Nothing is broken.');
    expect(said).toHaveLength(lines);
  });

  it('is the same in JSON, and its document holds nothing that a terminal obeys', async () => {
    await say('list', '--workspace', team, '--json');
    expect(JSON.parse(out)).toMatchObject([{ provider: expect.stringContaining(evil) as string }]);
    expect(out.split('\n').filter((line) => obeyed.test(line))).toEqual([]);
  });

  it('is escaped by docs/verify.mjs too', () => {
    const { stdout, status } = spawnSync(process.execPath, [join(root, 'docs', 'verify.mjs'), team], {
      encoding: 'utf8',
    });
    const said = stdout.replace(/\n$/, '').split('\n');
    expect([status, said.at(-1)]).toEqual([1, 'Something is broken: see above.']);
    expect(said.filter((line) => obeyed.test(line) || line === 'Nothing is broken.')).toEqual([]);
    expect(stdout).toContain('%1B[2J%E2%80%AE');
  });
});

describe('a colleague’s name', () => {
  it('turns and breaks nothing around it in a window, and comes to nobody’s own form changed', async () => {
    const [ada, ben] = [run(profile), run(join(own.path, 'ben'))];
    await settle(ben, 'Ben', team, false);
    const names = async ({ scope }: typeof ada): Promise<readonly string[]> =>
      (await personViews(scope)).map((person) => person.card.name);
    expect(await names(ben)).toEqual(['Ben', `Ada${printable(evil)}`]);
    expect(await names(ada)).toEqual([`Ada${evil}`]);
    for (const { app } of [ada, ben]) app.release();
  });
});

describe('a text made printable', () => {
  it.each([
    ['plain words, ünï and 日本', 'plain words, ünï and 日本'],
    ['a family \u{1f468}\u200d\u{1f469}', 'a family \u{1f468}\u200d\u{1f469}'],
    ['a\u202eb\u2069c', 'a\\u202eb\\u2069c'],
    ['a\nb\tc\u007fd\u0085e\u2028f', 'a\\u000ab\\u0009c\\u007fd\\u0085e\\u2028f'],
  ])('%j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('keeps its own lines where it has some', () => {
    expect(printableLines('one\ntwo\u001b')).toBe('one\ntwo\\u001b');
  });
});
