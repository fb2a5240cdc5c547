import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../../../src/main/commands/command-line.ts';
import { barePdf } from '../documents/report-fixtures.ts';
import { ownFolder } from '../running-scope.ts';

const own = ownFolder();
const root = join(import.meta.dirname, '..', '..', '..');
const report = join(root, 'test/e2e/a-short-report.txt');
const at = (name: string): string => join(own.path, name);
let out = '';
let err = '';
let draft = '';

/** Runs one command on a profile; what it wrote is in `out` and `err`. */
async function run(profile: string, ...words: string[]): Promise<number> {
  out = '';
  err = '';
  return runCommandLine({
    words: ['--profile', at(profile), ...words],
    root,
    entry: join(root, 'src/main/cli.ts'),
  });
}

/** Every file below a folder with the hash of its bytes. */
function contentsOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const path = join(folder, name);
      const bytes = statSync(path).isFile() ? readFileSync(path) : Buffer.from('folder');
      return [name, createHash('sha256').update(bytes).digest('hex')];
    }),
  );
}

/** Keeps what is written, in place of the terminal. */
function listen(): void {
  vi.spyOn(process.stdout, 'write').mockImplementation((words, done?: unknown) => {
    out += typeof words === 'string' ? words : new TextDecoder().decode(words);
    if (typeof done === 'function') Reflect.apply(done, undefined, []);
    return true;
  });
  const hear = (words: unknown): boolean => {
    err += `${String(words)}\n`;
    return true;
  };
  vi.spyOn(process.stderr, 'write').mockImplementation(hear);
  vi.spyOn(console, 'error').mockImplementation((words: unknown) => void hear(words));
}

beforeEach(listen);
afterEach(() => {
  vi.restoreAllMocks();
});
beforeAll(async () => {
  listen();
  mkdirSync(at('empty'));
  writeFileSync(at('taken.txt'), 'already here');
  writeFileSync(at('scan.pdf'), barePdf(false));
  writeFileSync(at('notes.csv'), 'Note;Who;Date\nSeen at home;Family;6/10/2026\n');
  expect(await run('ada', 'init', at('team'), '--name', 'Team East', '--person', 'Ada Field')).toBe(0);
  expect(await run('ada', 'import', report, '--workspace', at('team'))).toBe(0);
  await run('ada', 'list', '--workspace', at('team'), '--json');
  draft = (JSON.parse(out) as { draft: string }[])[0]?.draft ?? '';
}, 60_000);
afterAll(own.remove);

/** Commands that cannot be carried out as they are written: what is wrong, and the words; `DRAFT` stands for the draft's id. */
const wrong: readonly (readonly [what: string, words: string, says: RegExp])[] = [
  ['no such command', 'publsh', /unknown command/],
  ['an option that no command has', 'list --workspace team --colour', /unknown option/],
  ['a word too many', 'list extra --workspace team', /too many arguments/],
  ['no workspace named', 'list', /--workspace/],
  ['a folder that is none', 'list --workspace empty', /no Plumbline workspace/],
  ['a misspelt word', 'frameworks chek x', /frameworks check FILE/],
  ['check of nothing', 'frameworks check', /frameworks check FILE/],
  ['history without a check', 'frameworks --history notes.csv', /frameworks check FILE/],
  ['a framework that cannot be read', 'frameworks check nowhere.json', /cannot be read/],
  ['a workspace where one is', 'init team --name Again --person Bo', /is a workspace already/],
  ['a workspace where a share is away', 'init nowhere/team --name X --person Bo', /nowhere is not there/],
  ['a workspace below a file', 'init taken.txt/team --name X --person Bo', /in the way/],
  ['a workspace without a name', 'init new --name= --person Bo', /--name/],
  ['nobody to sign', 'init new --name X --person=', /--person/],
  [
    'a report that is not there',
    'import nowhere.txt --workspace team --person Bo',
    /no file that can be read/,
  ],
  ['a folder as a report', 'import empty --workspace team --person Bo', /no file that can be read/],
  ['an unknown framework', 'import taken.txt --workspace team --framework x --person Bo', /no framework x/],
  ['an unknown draft', 'import notes.csv --workspace team --draft zzz --person Bo', /no draft zzz/],
  [
    'a framework for evidence',
    'import notes.csv --workspace team --draft DRAFT --framework x',
    /--framework is for reports/,
  ],
  ['a workspace that is none', 'import taken.txt --workspace empty --person Bo', /no Plumbline workspace/],
  ['a format that is none', 'export DRAFT --format doc --out x --workspace team', /doc is not among them/],
  [
    'a document that is none',
    'export DRAFT --format md --document minutes --out x --workspace team',
    /minutes is not among them/,
  ],
  [
    'records as a document',
    'export DRAFT --format judgment --document audit --out x --workspace team',
    /no document/,
  ],
  [
    'a document without evidence',
    'export DRAFT --format md --no-evidence --out x --workspace team',
    /--no-evidence is for/,
  ],
  ['an output that exists', 'export DRAFT --format md --out taken.txt --workspace team', /exists already/],
  [
    'an output in no folder',
    'export DRAFT --format md --out nowhere/x.md --workspace team',
    /cannot be written/,
  ],
  ['a draft that is none', 'matrix zzz --workspace team', /no draft zzz/],
  ['several drafts to one file', 'export DRAFT DRAFT --format md --out new.md --workspace team', /no folder/],
  [
    'several drafts to standard output',
    'export DRAFT DRAFT --format md --out - --workspace team',
    /no folder/,
  ],
  ['a draft to show that is none', 'show DRAFT zzz --workspace team', /no draft zzz/],
  ['show in no workspace', 'show DRAFT --workspace empty', /no Plumbline workspace/],
  ['a record of no draft', 'record zzz --workspace team', /no draft zzz/],
  ['a record of nothing named', 'record --workspace team', /missing required argument/],
  ['a search for no word', 'search ... --workspace team', /No word is left/],
  [
    'a search for a kind that is none',
    'search home --kind rumour --workspace team',
    /no kind of evidence rumour/,
  ],
  [
    'a search from a day that is none',
    'search home --from 2026-13-40 --workspace team',
    /--from .* is no day/,
  ],
  ['an approval of what nobody saw', 'approve DRAFT --workspace team', /names no state that was seen/],
  ['an approval of a state that is none', 'approve DRAFT@now --workspace team', /names no state/],
  ['a second signature of what nobody saw', 'sign DRAFT --workspace team', /names no state/],
  ['a second signature by nobody', 'sign DRAFT@00 --workspace team', /no key to sign with/],
  ['a seal by nobody', 'seal DRAFT --workspace team', /no key to sign with/],
  ['a seal of a draft that is none', 'seal zzz --workspace team', /no draft zzz/],
  ['a publication on no day', 'publish DRAFT --on tomorrow --workspace team', /is no day/],
  [
    'a publication at no address',
    'publish DRAFT --on 2026-12-03 --address reports --workspace team',
    /no address on the web/,
  ],
  [
    'one address of two reports',
    'publish DRAFT DRAFT --on 2026-12-03 --address https://example.org/a --workspace team',
    /several reports/,
  ],
  ['a merge over a file', 'merge taken.txt taken.txt taken.txt --out taken.txt', /exists already/],
  ['a merge of what is not there', 'merge a b c --out new.txt', /cannot be read/],
  ['a revision that is none', 'compare DRAFT@9 DRAFT@1 --workspace team', /no revision 9/],
  ['texts that are not there', 'compare a b', /cannot be read/],
  ['a path that is none', 'verify nowhere', /nothing at/],
  ['a witness that is none', 'verify team --witness taken.txt', /no witness file/],
  ['tips to standard output', 'verify team --remember -', /--remember keeps/],
  ['a level that is none', 'agreement notes.csv --level high', /nominal, ordinal/],
  ['a seed that is none', 'agreement notes.csv --seed one', /whole number/],
  ['a demonstration over a file', 'demo --out taken.txt', /in the way/],
  ['a demonstration of no report', 'demo --report nowhere.txt', /no file that can be read/],
];

describe('a command that cannot be carried out', () => {
  it.each(wrong)('ends with 2, in words, and leaves no trace: %s', async (_what, words, says) => {
    const before = contentsOf(own.path);
    const named = words.split(' ').map((word) => {
      if (word.startsWith('DRAFT')) return word.replace('DRAFT', draft);
      return /^(?:team|empty|taken\.txt|nowhere|new\b|scan\.pdf|notes\.csv)/u.test(word) ? at(word) : word;
    });
    expect(await run('bo', ...named)).toBe(2);
    expect(err).toMatch(says);
    expect(err).not.toMatch(/\bat .*\.ts:\d|should not have/u);
    expect(out).toBe('');
    const after = Object.entries(contentsOf(own.path)).filter(([name]) => !/^bo(?:$|[/\\])/u.test(name));
    expect(Object.fromEntries(after)).toEqual(
      Object.fromEntries(Object.entries(before).filter(([name]) => !/^bo(?:$|[/\\])/u.test(name))),
    );
    expect(Object.keys(contentsOf(own.path))).not.toContain(join('bo', 'identity.json'));
  });
});

describe('the command line', () => {
  it('adds nobody to a team’s folder where no file could be read', async () => {
    const before = contentsOf(at('team'));
    expect(await run('bo', 'import', at('scan.pdf'), '--workspace', at('team'), '--person', 'Bo')).toBe(1);
    expect(contentsOf(at('team'))).toEqual(before);
    expect(Object.keys(contentsOf(own.path))).not.toContain(join('bo', 'identity.json'));
  });

  it('writes a document to standard output for -, and what it says beside it', async () => {
    expect(await run('ada', 'export', draft, '--format', 'md', '--out', '-', '--workspace', at('team'))).toBe(
      0,
    );
    expect(out).toContain('Northmere');
    expect(out).not.toContain('Wrote');
    expect(err).toContain('Wrote to standard output');
    expect(await run('ada', 'merge', report, report, report, '--out', '-')).toBe(0);
    expect(out).toBe(readFileSync(report, 'utf8'));
  });

  it('verifies several paths, each by itself, and ends with the worst', async () => {
    const verified = async (...paths: string[]): Promise<number> => run('bo', 'verify', '--json', ...paths);
    expect(await verified(at('team'), at('nowhere'), at('team'))).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      paths: [
        { ok: true, drafts: [{ draft }] },
        { ok: false, problem: expect.stringContaining('nothing at') as string },
        { ok: true },
      ],
    });
    expect(await verified(at('team'), at('team'))).toBe(0);
    expect(await verified(at('team'))).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, drafts: [{ draft }] });
    expect(await verified(at('team'), at('team'), '--remember', at('seen'))).toBe(2);
    const alone = spawnSync(process.execPath, [join(root, 'docs', 'verify.mjs'), at('team'), at('nowhere')], {
      encoding: 'utf8',
    });
    expect(alone.status).toBe(2);
    expect(alone.stdout).toContain('Nothing is broken.');
  });

  it('signs as whoever is named, and not as another in a profile that is somebody’s', async () => {
    expect(JSON.stringify(readdirSync(join(at('team'), 'people')))).not.toBe('[]');
    const people = readdirSync(join(at('team'), 'people'), { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(at('team'), 'people', name)).isFile())
      .map((name) => readFileSync(join(at('team'), 'people', name), 'utf8'));
    expect(people.join('')).toContain('"/card/name":"Ada Field"');
    expect(await run('ada', 'init', at('other'), '--name', 'Other', '--person', 'Bo')).toBe(2);
    expect(err).toContain('This profile belongs to Ada Field');
  });
});
