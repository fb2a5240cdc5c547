import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { OpenApplication, WindowLook } from './open-application.ts';
import { guardHost, guardWindow, mayFault } from './window-guard.ts';
import { findBrowser } from '../../src/main/documents/find-browser.ts';

const root = join(import.meta.dirname, '..', '..');

/** A folder that answers as one that this machine does not have. */
interface StandIn {
  readonly as: 'read-only' | 'silent';
  readonly folder: string;
}

/** The browser host, running what `npm start` runs. */
interface RunningHost {
  readonly address: string;
  readonly process: ChildProcess;
  readonly kill: (signal?: NodeJS.Signals) => Promise<void>;
}

/** Starts the built browser host on a home of its own and waits for its address. */
async function startHost(
  home: string,
  standIn: StandIn | null,
  files: readonly string[],
): Promise<RunningHost> {
  const before = standIn === null ? [] : ['--import', join(root, 'test/e2e/folder-stand-in.ts')];
  const child = spawn(process.execPath, [...before, join(root, 'out/main/web.js'), ...files], {
    env: {
      ...process.env,
      PLUMBLINE_STAND_IN: standIn?.as,
      PLUMBLINE_STAND_IN_FOLDER: standIn?.folder,
      HOME: home,
      USERPROFILE: home,
      PLUMBLINE_ROOT: root,
      PLUMBLINE_PROFILE: join(home, 'profile'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const end = guardHost(child);
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('http://127.0.0.1:')) continue;
    const kill = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
      end(signal);
      await exited;
    };
    return { address: line.trim(), process: child, kill };
  }
  throw new Error('the browser host ended before it said its address');
}

/**
 * The browser in which the windows of all files open that one worker runs, each in a context of its own: starting one costs
 * 1.4 s of a core. It ends with its worker, whose pipe it is on; one that ended before is started anew.
 */
let running: Promise<Browser> | null = null;

/** Ends the browser of this process's windows, where one was started. */
export async function closeBrowser(): Promise<void> {
  const browser = await running;
  running = null;
  await browser?.close();
}

async function runningBrowser(): Promise<Browser> {
  const browser = await running;
  if (browser?.isConnected() === true) return browser;
  running = launchBrowser();
  return running;
}

/**
 * What a window of these specifications never uses. Each new one loads two pages for the address bar's suggestions: 1.4 s
 * of a core. The rest the driver turns off by the same switch, of which only the last counts: it would ask for addresses
 * in the network, change how a page loads, or keep a profile.
 */
const unused = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'msForceBrowserSignIn',
];

/** Starts the Chromium of this machine without a window of its own. */
async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('There is no Chromium, Chrome or Edge on this machine.');
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${unused.join(',')}`,
  ];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return chromium.launch({ executablePath, args, headless: true });
}

/** What a window says of a host that has ended, until the window is closed as well. */
const hostIsGone = /^console error: (?:Failed to load resource|WebSocket connection to .* failed).*ERR_/u;

/** Opens the application in Chromium through the browser host; `prepare` has the page before it loads anything. */
export async function openInBrowser(
  home: string,
  look: WindowLook,
  standIn: StandIn | null = null,
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<OpenApplication> {
  let host = await startHost(home, standIn, look.files ?? []);
  const context = await (
    await runningBrowser()
  ).newContext({
    viewport: look.size,
    colorScheme: look.theme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await guardWindow(page);
  await prepare(page);
  await page.goto(host.address);
  return {
    page,
    chooseFolder: async ({ ask, walk }) => {
      await ask();
      await walk();
    },
    chooseFiles: async ({ ask, paths }) => {
      // Together: where asking fails, nobody is left waiting for a question that never comes.
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), ask()]);
      await chooser.setFiles([...paths]);
    },
    endHost: async () => {
      mayFault(hostIsGone);
      await host.kill('SIGKILL');
    },
    holdHost: () => {
      host.process.kill('SIGSTOP');
      return () => host.process.kill('SIGCONT');
    },
    startHostAgain: async () => {
      mayFault(hostIsGone);
      host = await startHost(home, standIn, []);
      const opened = await context.newPage();
      await guardWindow(opened);
      await opened.goto(host.address);
      return opened;
    },
    kill: async () => {
      mayFault(hostIsGone);
      await host.kill('SIGKILL');
      await context.close();
    },
    close: async () => {
      await context.close();
      await host.kill();
    },
  };
}
