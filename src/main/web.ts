import { join } from 'node:path';
import { compose } from './composition/compose.ts';
import { openAppWindow } from './hosts/web/app-window.ts';
import { KnownWindows } from './hosts/web/known-windows.ts';
import { SessionTokens } from './hosts/web/session-tokens.ts';
import { WebDialogs, type WebEvent } from './hosts/web/web-dialogs.ts';
import { startWebServer } from './hosts/web/web-server.ts';
import { WindowSockets } from './hosts/web/window-sockets.ts';
import { plainBox } from './identity/key-store.ts';
import { filesNamed } from './hosts/launch.ts';
import { workerFiles } from './work/worker-files.ts';
import { confSettings } from './storage/conf-settings.ts';
import { privateFileSystem } from './storage/disk-file-system.ts';
import { defaultProfile, Profile } from './storage/profile.ts';
import packageFile from '../../package.json' with { type: 'json' };

const root = process.env['PLUMBLINE_ROOT'] ?? join(import.meta.dirname, '..', '..');
const profile = process.env['PLUMBLINE_PROFILE'] ?? defaultProfile(process.env, process.platform);
const browser = process.env['PLUMBLINE_WINDOW'];
const patience = 60_000;

const tokens = new SessionTokens(() => Date.now());
let ending: NodeJS.Timeout | undefined;
let dialogs: WebDialogs | undefined;
const send = (window: string, event: WebEvent): void => {
  sockets.send(window, event);
};
const app = compose({
  profile,
  resources: join(root, 'resources'),
  notices: join(root, 'out', 'notices'),
  workers: workerFiles(import.meta.filename),
  version: packageFile.version,
  managed: process.env['PLUMBLINE_MANAGED'],
  settings: confSettings(profile),
  secretBox: plainBox,
  dialogs: (grants) => (dialogs = new WebDialogs(grants, send)),
  windows: {
    send,
    broadcast: (event) => {
      sockets.broadcast(event);
    },
    opened: (window, recent) => {
      void known.opened(window, recent);
    },
  },
});
const known = new KnownWindows(
  app.ports.lockedBy === null ? new Profile(privateFileSystem, profile).windowsFile() : null,
);
const sockets = new WindowSockets({
  known,
  admit: (window) => tokens.admit(window),
  onReturn: (window, page) => void returned(window, page),
  onCount: (count) => {
    clearTimeout(ending);
    if (count === 0) ending = setTimeout(stop, patience);
  },
});

/** Opens for a window that outlived the host before this one what it had open there; it has said what it needs then. */
async function returned(window: string, page: string): Promise<void> {
  const recent = known.comesBack(page);
  if (recent !== null) await app.answer(window, 'openRecent', { recent }).catch(() => undefined);
  for (const kind of ['returned', 'folder'] as const) sockets.send(window, { kind });
  sockets.send(window, { kind: 'changed', draft: null });
}
await app.openFiles(filesNamed(process.argv.slice(2), process.cwd()));
if (dialogs === undefined) throw new Error('the browser host has no dialogs');
const { server, port, taken } = await startWebServer({
  root: join(root, 'out', 'renderer'),
  route: app.route,
  tokens,
  sockets,
  known,
  dialogs,
  grantBytes: (name, bytes) => app.grants.grantBytes(name, bytes),
});

let tidy = (): void => undefined;
function stop(): void {
  tidy();
  app.release();
  sockets.closeAll();
  server.close();
  process.exit(0);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

const address = `http://127.0.0.1:${port}/#token=${tokens.issue()}`;
if (app.ports.lockedBy !== null)
  console.error(`This profile is open elsewhere (${app.ports.lockedBy}); this window only reads.`);
if (taken)
  console.error(
    'Another program has the port that Plumbline had before. A window still open from then cannot go on: copy or save there what you typed since, and use the new window.',
  );
if (browser === undefined) {
  console.log(
    `Plumbline serves on this computer only. Open this address within a minute; it works once:\n${address}`,
  );
} else {
  tidy = openAppWindow(browser, address, profile);
  console.log('Plumbline opened in a browser window. Close the window to end it.');
}
