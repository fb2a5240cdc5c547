import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { commandEntry } from '../../../scripts/fresh-build.mjs';
import { recordLine } from '../../../src/shared/records/record-line.ts';
import { closeBrowser } from '../../e2e/browser-window.ts';
import { ownFolder, root } from '../../e2e/open-application.ts';
import { openApplication } from '../../e2e/plumbline-window.ts';
import { need, run as compose, settle } from '../../main/running-scope.ts';
import { madeRecords } from '../records/made-records.ts';
import { medians, milliseconds, printTable, quantile } from '../timing.ts';

/** A team's workspace: so many drafts of a hundred records, and one of a thousand. */
const drafts = 20;

/** Makes the workspace, in a repository that has each draft as a commit; answers the folders of the drafts. */
async function makeWorkspace(profile: string, team: string): Promise<readonly string[]> {
  mkdirSync(team, { recursive: true });
  const running = compose(profile);
  await settle(running, 'Alex Author', team, true);
  git(team, 'init', '--quiet');
  const folders: string[] = [];
  for (let number = 0; number <= drafts; number += 1) {
    const records = await madeRecords(running, number === 0 ? 1000 : 100, number);
    const [first] = records;
    const workspace = running.scope.session.opened?.workspace;
    if (first === undefined || workspace === undefined) throw new Error('nothing to store');
    const lines = records.map(recordLine);
    folders.push(
      join(team, 'drafts', need(await workspace.createDraft(`d${number}`, first.id, first.key, lines))),
    );
    git(team, 'add', '--all');
    git(team, 'commit', '--quiet', '--message', `Draft ${number}`);
  }
  running.app.release();
  return folders;
}

/** Runs a program to its end; this fails where that does. */
function finish(program: string, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync(program, words, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr}`);
}

function git(folder: string, ...words: readonly string[]): void {
  finish('git', '-C', folder, '-c', 'user.name=Alex Author', '-c', 'user.email=alex@example.org', ...words);
}

/** A page of one line, served by a process of its own: what a host and its page take at least. */
const plainHost = `
  const server = require('node:http').createServer((_, answer) =>
    answer.setHeader('content-type', 'text/html').end('<button>Team</button>'));
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port));`;

/** Waits for words on a page, looked for at every frame: the driver itself looks twice a second. */
async function shows(page: Page, words: string): Promise<void> {
  await page.waitForFunction((sought) => document.body.innerText.includes(sought), words);
}

/** Ends what was shown. */
type Close = () => Promise<void>;

async function showPlainPage(browser: Browser): Promise<Close> {
  const child = spawn(process.execPath, ['-e', plainHost], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const page = await browser.newPage();
  const [address = ''] = z
    .array(z.string())
    .parse(await once(createInterface({ input: child.stdout }), 'line'));
  await page.goto(address);
  await shows(page, 'Team');
  return async () => {
    child.kill();
    await exited;
    await page.close();
  };
}

/** From the start of the host until the workspace that was open last, which opens by itself, shows its list. */
async function showLastWorkspace(home: string): Promise<Close> {
  const application = await openApplication(home);
  await shows(application.page, 'Provider 20');
  return application.close;
}

/** What each takes until it shows what it shows, in turn, the median in ms; the first time of each is for warming up. */
async function untilShown(
  shows: readonly (() => Promise<Close>)[],
  runs: number,
): Promise<readonly number[]> {
  const taken = shows.map((): number[] => []);
  for (let run = 0; run <= runs; run += 1)
    for (const [at, show] of shows.entries()) {
      const begun = performance.now();
      const close = await show();
      if (run > 0) taken[at]?.push(performance.now() - begun);
      await close();
    }
  return taken.map((times) => quantile(times, 0.5));
}

/** Opens the workspace once as a person does, which puts it among the recent ones; answers the browser of all windows. */
async function openOnce(home: string): Promise<Browser> {
  const { page, chooseFolder, close } = await openApplication(home);
  await chooseFolder({
    ask: () => page.getByRole('button', { name: 'Open a folder' }).click(),
    path: join(home, 'team'),
    walk: () => page.getByRole('button', { name: 'team (workspace)' }).click(),
  });
  await page.getByRole('button', { name: /^Provider 20/ }).waitFor();
  const browser = page.context().browser();
  await close();
  if (browser === null) throw new Error('the window has no browser');
  return browser;
}

/**
 * `npm run benchmark -- start [RUNS]`, seven where nothing else is said: what it takes until a command has its answer,
 * beside Node alone and git on the same files; and until a window shows the last workspace's list, beside a page of one line. Built first, as people have it.
 */
export async function run(): Promise<void> {
  const runs = Number(process.argv[3] ?? 7);
  const [bundle, source] = [commandEntry(root), join(root, 'src', 'main', 'cli.ts')];
  if (bundle === source) throw new Error('The bundle is not of these sources: npm run build.');
  const home = await ownFolder();
  const [team, profile] = [join(home.path, 'team'), join(home.path, 'profile')];
  const folders = await makeWorkspace(profile, team);
  const [large = '', small = ''] = folders;
  const cli = (entry: string) => (words: readonly string[]) => (): void =>
    finish(process.execPath, entry, '--profile', profile, ...words);
  const [built, plain] = [cli(join(root, 'scripts', 'plumbline.mjs')), cli(source)];
  const listing = ['list', '--workspace', team];
  const commands: readonly (readonly [string, () => void])[] = [
    ['list of 21 drafts', built(listing)],
    ['verify one draft of 100 records', built(['verify', small])],
    ['verify one draft of 1,000 records', built(['verify', large])],
    ['list, by the sources', plain(listing)],
    ['verify one draft of 100, by the sources', plain(['verify', small])],
    ['node -e 0', () => finish(process.execPath, '-e', '0')],
    ['git log of the same files', () => git(team, 'log', '--stat')],
    ['git fsck --full of the same files', () => git(team, 'fsck', '--full')],
  ];
  const taken = await medians(commands, ([, command]) => command(), runs);
  printTable(
    [`until the command has ended, median of ${runs}`, 'time'],
    commands.map(([title], at) => [title, milliseconds(taken[at] ?? Number.NaN)]),
  );
  const browser = await openOnce(home.path);
  const [ours, theirs] = await untilShown(
    [() => showLastWorkspace(home.path), () => showPlainPage(browser)],
    runs,
  );
  console.log('');
  printTable(
    ['in a browser that runs already', 'time'],
    [
      ['host, window, and the list of the last workspace', milliseconds(ours ?? Number.NaN)],
      ['host and page of one line', milliseconds(theirs ?? Number.NaN)],
    ],
  );
  await closeBrowser();
  await home.remove();
}
