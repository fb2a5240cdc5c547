import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { numbers, tamperings } from './tamperings.ts';
import { need, ownFolder, run, settle, workerSources } from '../running-scope.ts';
import { buildSample } from '../../../src/main/application/sample/build-sample.ts';
import { openDraft } from '../../../src/main/application/window/open-draft.ts';
import { sealJudgment } from '../../../src/main/application/finalising/seal-judgment.ts';
import { verifyPath } from '../../../src/main/commands/verify-path.ts';

const full = process.env['PLUMBLINE_FULL'] === '1';
const own = ownFolder();
const place = {
  root: join(import.meta.dirname, '..', '..', '..'),
  profile: join(own.path, 'auditor'),
  version: '0',
  workers: workerSources,
};
const sample = join(own.path, 'sample');
let draft = '';

beforeAll(async () => {
  const ben = run(join(own.path, 'ben'));
  await settle(ben, 'Ben', sample, true);
  const { opened } = ben.scope.session;
  const self = await ben.scope.ports.keys.self();
  if (opened === null || self === null) throw new Error('no workspace');
  const built = need(await buildSample(ben.scope.ports, opened.workspace, self.person));
  ({ draft } = built);
  need(await sealJudgment(ben.scope, built));
  ben.app.release();
}, 120_000);
afterAll(own.remove);

/** Every log of drafts and people. */
function logs(): readonly string[] {
  return readdirSync(sample, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl') && /^(?:drafts|people)/u.test(name))
    .map((name) => join(sample, name))
    .toSorted();
}

const said = z.object({
  id: z.string(),
  type: z.string(),
  prev: z.string().nullable(),
  facts: z.looseObject({ heads: z.array(z.string()).optional() }),
});

/** A line of a log with what it says. */
interface Place extends z.infer<typeof said> {
  readonly file: string;
  readonly at: number;
}

function places(): readonly Place[] {
  return logs().flatMap((file) =>
    readFileSync(file, 'utf8')
      .slice(0, -1)
      .split('\n')
      .map((line, at) => ({ ...said.parse(JSON.parse(line)), file, at })),
  );
}

/** Does something while one line of a log is another. */
async function changed<T>(
  { file, at }: Place,
  change: (line: string) => string,
  work: () => Promise<T>,
): Promise<T> {
  const before = readFileSync(file, 'utf8');
  const lines = before.split('\n');
  writeFileSync(file, lines.with(at, change(lines[at] ?? '')).join('\n'));
  try {
    return await work();
  } finally {
    writeFileSync(file, before);
  }
}

/** A line with another digit in its signature. */
const otherSignature = (line: string): string =>
  line.replace(/(?<="sig":")./u, (digit) => (digit === '0' ? '1' : '0'));

const answer = z.object({ ok: z.boolean(), quick: z.boolean().optional(), drafts: z.array(z.unknown()) });

async function verify(options: { quick?: boolean } = {}): Promise<z.infer<typeof answer>> {
  return answer.parse((await verifyPath(place, sample, options)).json);
}

describe('a quick check', () => {
  it('finds nothing in an untouched workspace, and says that it was one', async () => {
    const { code, json, lines } = await verifyPath(place, sample, { quick: true });
    expect([code, json]).toEqual([0, expect.objectContaining({ ok: true, quick: true })]);
    expect(lines.slice(-2)).toEqual([
      'Nothing is broken.',
      'This was a quick check: every hash and chain, and of the signatures those that vouch for the others. Leave out --quick to check every signature.',
    ]);
    expect((await verifyPath(place, sample, {})).lines.at(-1)).toBe('Nothing is broken.');
  });

  it.each([{ remember: 'seen.json' }, { timeStamp: 'seal.tsr' }])(
    'makes nothing that rests on every signature: %o',
    async (options) => {
      await expect(verifyPath(place, sample, { quick: true, ...options })).rejects.toThrow(/--quick/u);
    },
  );

  const found: readonly (readonly [what: string, pick: (all: readonly Place[]) => Place | undefined])[] = [
    ['the seal', (all) => all.find(({ type }) => type === 'judgment.sealed')],
    [
      'a record that the seal names',
      (all) => {
        const seal = all.find(({ type }) => type === 'judgment.sealed');
        return all.find(({ id }) => seal?.facts.heads?.includes(id));
      },
    ],
    ['the record that begins the draft', (all) => all.find(({ type }) => type === 'draft.begun')],
    [
      'the last record of a key',
      (all) => {
        const named = new Set(all.map(({ prev }) => prev));
        return all.find(
          ({ id, file, type }) => file.includes('drafts') && !named.has(id) && type !== 'judgment.sealed',
        );
      },
    ],
    ['a device’s certificate', (all) => all.find(({ type }) => type === 'device.certified')],
  ];
  it.each(found)('finds the changed signature of %s', async (_what, pick) => {
    const at = pick(places());
    if (at === undefined) throw new Error('the sample has no such record');
    const quick = await changed(at, otherSignature, () => verify({ quick: true }));
    expect(quick.ok).toBe(false);
    expect(JSON.stringify(quick.drafts)).toContain('"code":"signature"');
  });

  it('leaves a changed signature inside a chain to verify, and to whoever opens the draft', async () => {
    const at = places().find(({ type }) => type === 'evidence.noted');
    if (at === undefined) throw new Error('the sample has no note');
    await changed(at, otherSignature, async () => {
      expect((await verify({ quick: true })).ok).toBe(true);
      const whole = await verify();
      expect([whole.ok, JSON.stringify(whole.drafts)]).toEqual([
        false,
        expect.stringContaining(`"line":${at.at + 1},"record":null,"code":"signature"`),
      ]);
      const cyn = run(join(own.path, 'cyn'));
      await settle(cyn, 'Cyn', sample, false);
      const { problems } = need(await openDraft(cyn.scope, { draft }));
      expect(problems).toContainEqual(expect.objectContaining({ line: at.at + 1, code: 'signature' }));
      cyn.app.release();
    });
  });

  it.each([
    ['a notice, in a copy of a log', ' (1).jsonl'],
    ['broken, in a log of its own', '.other.jsonl'],
  ])('takes a file of zero bytes as verify does: %s', async (_what, ending) => {
    const { file } = places().find(({ type }) => type === 'evidence.noted') ?? { file: '' };
    const copy = ending.startsWith(' ')
      ? file.replace('.jsonl', ending)
      : join(dirname(file), ending.slice(1));
    writeFileSync(copy, Buffer.alloc(readFileSync(file).length));
    const [whole, quick] = [await verify(), await verify({ quick: true })];
    rmSync(copy);
    expect(quick.drafts).toEqual(whole.drafts);
    expect(JSON.stringify(whole.drafts)).toContain('zero');
  });

  it('finds in seeded tamperings what verify finds, but for a signature inside a chain', async () => {
    const pick = numbers(271_828);
    const all = places();
    const foreign = readFileSync(all[0]?.file ?? '', 'utf8').split('\n')[0] ?? '';
    const kinds = tamperings(pick, foreign);
    const bare = (text: string): string => text.replaceAll(/"sig":"[^"]*"/gu, '');
    const odd: string[] = [];
    for (let at = 0; at < (full ? 300 : 60); at += 1) {
      const [name, change] = kinds[at % kinds.length] ?? ['', (lines: string[]) => lines];
      const { file } = all[pick(all.length)] ?? { file: '' };
      const before = readFileSync(file, 'utf8');
      const lines = before.slice(0, -1).split('\n');
      if (lines.length < 2) continue;
      const after = change(lines, pick(lines.length));
      writeFileSync(file, `${after.join('\n')}\n`);
      const isSignature = bare(after.join('\n')) === bare(lines.join('\n')) && !name.startsWith('re-encoded');
      const [whole, quick] = [await verify(), await verify({ quick: true })];
      writeFileSync(file, before);
      if (JSON.stringify(quick.drafts) !== JSON.stringify(whole.drafts) && !isSignature)
        odd.push(`${at} ${name} ${file}`);
    }
    expect(odd).toEqual([]);
  }, 400_000);
});
