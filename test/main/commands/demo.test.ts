import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../../../src/main/commands/command-line.ts';
import { ownFolder } from '../running-scope.ts';
import { verifyAlone } from '../standalone-verifier.ts';

const own = ownFolder();
const root = join(import.meta.dirname, '..', '..', '..');
const at = (name: string): string => join(own.path, name);
let out = '';
let err = '';

beforeEach(() => {
  [out, err] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((words) => {
    out += String(words);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((words) => {
    err += String(words);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => own.remove());

const demo = (...words: string[]): Promise<number> =>
  runCommandLine({
    words: ['--profile', at('profile'), 'demo', ...words],
    root,
    entry: join(root, 'src/main/cli.ts'),
  });

/** What each step is called, in order, and those that are not well. */
function steps(): { readonly names: readonly string[]; readonly failed: readonly unknown[] } {
  const all = JSON.parse(out) as readonly { readonly step: string; readonly ok: boolean }[];
  return { names: all.map(({ step }) => step), failed: all.filter(({ ok }) => !ok) };
}

describe('the demonstration', () => {
  it('goes on the sample from its evidence to a seal that both verifiers find whole, and says each step', async () => {
    const code = await demo('--json', '--out', at('kept'));
    expect(steps()).toEqual({
      names: [
        ...['sample', 'descriptors', 'revision', 'comparison', 'panel', 'approval', 'finalise'],
        ...['export', 'verify'],
      ],
      failed: [],
    });
    expect([code, err.match(/^ok {4}/gmu)?.length, err.includes('FAIL')]).toEqual([0, 8, false]);
    vi.restoreAllMocks();
    const { code: alone, broken, sealed } = await verifyAlone(at('kept'));
    expect([alone, broken, sealed]).toEqual([0, [], true]);
  });

  it('goes on a report that is given, which is imported first, and keeps nothing', async () => {
    const report = join(root, 'test/e2e/a-short-report.txt');
    expect(await demo('--json', '--report', report)).toBe(0);
    expect(steps()).toEqual({
      names: [
        ...['import', 'evidence', 'descriptors', 'revision', 'comparison', 'finalise', 'export', 'verify'],
      ],
      failed: [],
    });
    expect(existsSync(at('profile'))).toBe(false);
  });
});
