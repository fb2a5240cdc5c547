import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  bashCompletion,
  manualPage,
  powershellCompletion,
  zshCompletion,
} from '../../scripts/packaging/manual.ts';
import { whyNotSigned } from '../../scripts/packaging/signing.ts';
import { makeProgram } from '../../src/main/commands/command-line.ts';

const { program } = makeProgram({ root: '', entry: 'cli.ts' });
const folder = mkdtempSync(join(tmpdir(), 'plumbline-manual-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the manual page and the completions', () => {
  it.each(program.commands.map((command) => [command.name(), command] as const))(
    'have %s with all of its options',
    (name, command) => {
      const page = manualPage(program).replaceAll('\\-', '-');
      expect(page).toContain(`.SS ${name}`);
      for (const made of [bashCompletion(program), zshCompletion(program), powershellCompletion(program)])
        expect(made).toMatch(new RegExp(`\\b${name}\\b`, 'u'));
      for (const { long } of command.options) {
        expect(page).toContain(long ?? '');
        expect(bashCompletion(program)).toContain(long ?? '');
      }
    },
  );

  it('begin no line of the page with a sign that would be a request', () => {
    const texts = manualPage(program)
      .split('\n')
      .filter((line) => line.startsWith('.') || line.startsWith("'"));
    for (const line of texts) expect(line).toMatch(/^\.(?:TH|SH|SS|TP|B|PP|EX|EE)\b/u);
  });

  it.skipIf(spawnSync('bash', ['--version']).status !== 0)('offer words in bash', () => {
    const file = join(folder, 'plumbline.bash');
    writeFileSync(file, bashCompletion(program));
    const offers = (...words: readonly string[]): string => {
      const typed = words.map((word) => `'${word}'`).join(' ');
      const run = `source '${file}'; COMP_WORDS=(${typed}); COMP_CWORD=${words.length - 1}; _plumbline; echo "\${COMPREPLY[@]}"`;
      return spawnSync('bash', ['-c', run], { encoding: 'utf8' }).stdout.trim();
    };
    expect(offers('plumbline', 'ver')).toBe('verify');
    expect(offers('plumbline', 'search', '--in', '')).toBe('notes text');
    expect(offers('plumbline', 'seal', '--work')).toBe('--workspace');
  });
});

describe('signing a release', () => {
  const apple = ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'];
  const all = Object.fromEntries(['CSC_LINK', 'CSC_KEY_PASSWORD', ...apple].map((name) => [name, 'set']));

  it.each([
    ['win32', {}, 'signed, and these variables are not set: CSC_LINK, CSC_KEY_PASSWORD.'],
    [
      'darwin',
      { CSC_LINK: 'set', CSC_KEY_PASSWORD: 'set' },
      `signed and notarised, and these variables are not set: ${apple.join(', ')}.`,
    ],
    ['darwin', { ...all, APPLE_API_KEY: ' ' }, 'not set: APPLE_API_KEY.'],
  ])('on %s is refused in words where something is missing', (platform, environment, said) => {
    expect(whyNotSigned(platform, environment)).toContain(said);
  });

  it.each([
    ['win32', all],
    ['darwin', all],
    ['linux', {}],
  ])('on %s goes on where all is there', (platform, environment) => {
    expect(whyNotSigned(platform, environment)).toBeNull();
  });
});
