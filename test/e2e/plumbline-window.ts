import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser.ts';

const root = join(import.meta.dirname, '..', '..');

/** A folder of one test's own: home, profile and workspaces, thrown away after. */
export async function ownFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'plumbline-e2e-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The browser host, running what `npm start` runs. */
export interface RunningHost {
  readonly address: string;
  readonly process: ChildProcess;
  readonly kill: (signal?: NodeJS.Signals) => Promise<void>;
}

/** Starts the built browser host on a home of its own and waits for its address. */
export async function startHost(home: string): Promise<RunningHost> {
  const child = spawn(process.execPath, [join(root, 'out/main/web.js')], {
    env: {
      ...process.env,
      HOME: home,
      USERPROFILE: home,
      PLUMBLINE_ROOT: root,
      PLUMBLINE_PROFILE: join(home, 'profile'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('http://127.0.0.1:')) continue;
    const kill = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
      child.kill(signal);
      await exited;
    };
    return { address: line.trim(), process: child, kill };
  }
  throw new Error('the browser host ended before it said its address');
}

/** Starts the Chromium of this machine without a window of its own. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('There is no Chromium, Chrome or Edge on this machine.');
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return chromium.launch({ executablePath, args, headless: true });
}

/** Opens the application in a page and fails the test on any error the page reports. */
export async function openWindow(
  browser: Browser,
  host: RunningHost,
  size: { width: number; height: number } = { width: 1440, height: 900 },
  colorScheme: 'light' | 'dark' = 'light',
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({
    viewport: size,
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(host.address);
  return { page, faults };
}

/** Introduces a person by keyboard on the first screen. */
export async function introduce(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  await page.getByLabel('Name').focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Senior inspector');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Open a workspace' }).waitFor();
}
