// Runs every suite, prints each one's time, and last the plain count. With --full the crawler walks every role at every
// stage, the random walk ten seeds and further, all members of a panel sit at windows, and the suites of files, folders and
// attacks try all their cases.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { electronBinary } from './electron-binary.ts';
import { getBrowser } from './get-browser.ts';
import { optionalPrograms } from './optional-programs.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const root = dirname(import.meta.dirname);
const reports = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
const bin = (path: string): string => join(root, 'node_modules', path);
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
const begunAll = performance.now();
const full = process.argv.includes('--full') ? { PLUMBLINE_FULL: '1', PLUMBLINE_SEEDS: '10' } : {};

function add(name: string, count: Count, begun: number): void {
  totals.passed += count.passed;
  totals.failed += count.failed;
  totals.skipped += count.skipped;
  if (count.failed > 0) failures.push(name);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped in ${seconds} s`,
  );
}

// What such a tool makes of a file is forgotten with it: given room, that is done seldom (measured: lint alone 116 s beside
// 134 s). Tests gain nothing by it.
const moreYoung = '--max-semi-space-size=128';

/** A tool that checks the whole house: it passes or fails as one test, and says why where it fails. */
async function check(name: string, script: string, ...args: string[]): Promise<void> {
  const begun = performance.now();
  const failure = await new Promise<string | null>((settle) => {
    execFile(
      process.execPath,
      [moreYoung, bin(script), ...args],
      { cwd: root, encoding: 'utf8', maxBuffer: 1e8 },
      (error, stdout, stderr) => settle(error === null ? null : `${stdout}${stderr}`),
    );
  });
  if (failure !== null) console.log(failure.slice(-6000));
  const passed = failure === null ? 1 : 0;
  add(name, { passed, failed: 1 - passed, skipped: 0 }, begun);
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && 'numPassedTests' in value && 'testResults' in value;
}

/** Every test that failed, and the first lines of why: all of them, however much one of them has to say. */
function failuresOf({ testResults }: Report): readonly string[] {
  const brief = (message: string): string =>
    message
      .split('\n')
      .slice(0, 12)
      .map((line) => `    ${line.slice(0, 200)}`)
      .join('\n');
  return testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message === '' ? [] : [`failed: ${relative(root, name)}\n${brief(message)}`]),
    ...assertionResults
      .filter(({ status }) => status === 'failed')
      .map(
        ({ fullName, failureMessages: [why = ''] }) =>
          `failed: ${relative(root, name)}: ${fullName}\n${brief(why)}`,
      ),
  ]);
}

/** Runs vitest over folders, by options among them; a suite in which nothing ran has failed. */
async function suite(name: string, config: string, folders: string[] = [], environment = {}): Promise<void> {
  const begun = performance.now();
  const report = join(reports, `${name.replaceAll(/\W/g, '-')}.json`);
  const args = [
    'run',
    '--config',
    config,
    '--reporter',
    'default',
    '--reporter',
    'json',
    '--outputFile',
    report,
    ...folders,
  ];
  // Not waited for by standing still: what runs beside it is told of when it ends.
  const { status, stdout, stderr } = await new Promise<{ status: number; stdout: string; stderr: string }>(
    (settle) => {
      execFile(
        process.execPath,
        [bin('vitest/vitest.mjs'), ...args],
        {
          cwd: root,
          encoding: 'utf8',
          maxBuffer: 1e8,
          env: { ...process.env, NO_COLOR: '1', ...full, ...environment },
        },
        (error, out, err) => settle({ status: error === null ? 0 : 1, stdout: out, stderr: err }),
      );
    },
  );
  const said = stdout.split('\n').filter((line) => /^(?:real reports|absent|measured)/.test(line));
  if (said.length > 0) console.log(said.join('\n'));
  if (status !== 0) console.log(`${stdout}${stderr}`.slice(-4000));
  const found: unknown = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  if (isReport(found)) for (const failure of failuresOf(found)) console.log(failure);
  if (!isReport(found)) {
    add(name, { passed: 0, failed: 1, skipped: 0 }, begun);
    return;
  }
  const failed = Math.max(found.numFailedTests, status === 0 && found.numPassedTests > 0 ? 0 : 1);
  add(name, { passed: found.numPassedTests, failed, skipped: found.numPendingTests }, begun);
}

console.log(optionalPrograms());

// Linting keeps one core busy beside all that follows; it is waited for where windows need both.
const linted = check('lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0');
// Every file's types, those of no component as well (by TypeScript's native compiler, in half the time).
await check(
  'types and components',
  'svelte-check/bin/svelte-check',
  '--tsconfig',
  'tsconfig.json',
  '--fail-on-warnings',
  '--tsgo',
);
await check('format', 'prettier/bin/prettier.cjs', '--check', '.');
await suite('architecture', 'vitest.config.ts', ['test/architecture']);
await check(
  'build',
  'electron-vite/bin/electron-vite.js',
  'build',
  '--config',
  'electron.config.ts',
  '--logLevel',
  'warn',
);
// Modules hold nothing between files, but for a window, which begins anew (test/renderer/new-window.ts): each module is read
// once by whoever runs the files, and not once for each file.
await suite('unit and property', 'vitest.config.ts', ['test/shared', 'test/renderer', '--no-isolate']);
await suite('integration', 'vitest.config.ts', ['test/main', 'test/packaging', '--no-isolate']);
// Together, since each of them has one long file, which leaves the other core to the others.
await suite('faults, simulation and attacks', 'vitest.config.ts', [
  'test/faults',
  'test/simulation',
  'test/attacks',
]);
await linted;

const browser = getBrowser();
if (browser === null) {
  add('end to end', { passed: 0, failed: 1, skipped: 0 }, performance.now());
  console.log(
    'There is no Chromium, Chrome or Edge here. Get one with "apt-get install chromium" or "npx playwright-core install chromium", or name one in PLUMBLINE_BROWSER.',
  );
} else {
  process.env['PLUMBLINE_BROWSER'] = browser;
  await suite('end to end and accessibility', 'test/e2e/vitest.config.ts');
  const { stdout } = spawnSync(browser, ['--version'], { encoding: 'utf8' });
  const named = stdout.trim() === '' ? browser : stdout.trim();
  console.log(`The end-to-end specifications ran in the browser host, in ${named}.`);
}
if (electronBinary() === null) {
  console.log("Electron's program is absent: no specification ran in Electron.");
} else {
  await suite('end to end in Electron', 'test/e2e/vitest.config.ts', [], { PLUMBLINE_E2E: 'electron' });
  console.log('The end-to-end specifications ran in Electron too.');
}

rmSync(reports, { recursive: true, force: true });
if (failures.length > 0) console.log(`Failed: ${failures.join(', ')}`);
console.log(`Everything took ${((performance.now() - begunAll) / 60_000).toFixed(1)} minutes.`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed === 0 ? 0 : 1;
