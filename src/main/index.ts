import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { commandExamples } from './commands/command-examples.ts';
import { compose } from './composition/compose.ts';
import { registerScheme, serveRenderer } from './hosts/electron/app-protocol.ts';
import { handleCalls } from './hosts/electron/call-handlers.ts';
import { electronStore } from './hosts/electron/electron-settings.ts';
import { openMainWindow } from './hosts/electron/main-window.ts';
import { nativeDialogs } from './hosts/electron/native-dialogs.ts';
import { keepOffline } from './hosts/electron/no-network.ts';
import { filesNamed, launchOf } from './hosts/launch.ts';
import { printInWindow } from './hosts/electron/print-in-window.ts';
import { safeStorageBox } from './hosts/electron/safe-storage-box.ts';
import { plainBox } from './identity/key-store.ts';
import { workerFiles } from './work/worker-files.ts';
import { defaultProfile } from './storage/profile.ts';
import { settingsFrom } from './storage/conf-settings.ts';
import { storageFault } from './storage/storage-fault.ts';

const root = join(import.meta.dirname, '..', '..');

// Electron names the folder of an application that is not packaged before the words that are for it.
const launch = launchOf(process.argv.slice(app.isPackaged ? 1 : 2), {
  commands: Object.keys(commandExamples),
  folder: process.cwd(),
});
if (launch.kind === 'command') {
  const { runCommandLine } = await import('./commands/command-line.ts');
  const { words } = launch;
  const place = { root: app.isPackaged ? process.resourcesPath : root, entry: import.meta.filename };
  app.exit(await runCommandLine({ words, ...place }));
}

// One place for the window, the browser window and the command line: who signs in one is the same person in the others.
app.setPath('userData', process.env['PLUMBLINE_PROFILE'] ?? defaultProfile(process.env, process.platform));
registerScheme();
keepOffline();
if (!app.requestSingleInstanceLock()) app.quit();

await app.whenReady();
const composed = compose({
  profile: app.getPath('userData'),
  resources: app.isPackaged ? join(process.resourcesPath, 'resources') : join(root, 'resources'),
  notices: join(root, 'out', 'notices'),
  workers: workerFiles(import.meta.filename),
  version: app.getVersion(),
  managed: app.isPackaged ? undefined : process.env['PLUMBLINE_MANAGED'],
  settings: electronStore(app.getPath('userData'), settingsFrom),
  secretBox: (await safeStorageBox()) ?? plainBox,
  dialogs: (grants) => nativeDialogs(grants, (error) => storageFault(error, 'save the file')),
  printPdf: printInWindow,
  windows: {
    send: (id, event) =>
      BrowserWindow.getAllWindows()
        .find((window) => String(window.webContents.id) === id)
        ?.webContents.send('plumbline:event', event),
    broadcast: (event) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send('plumbline:event', event);
    },
  },
});
serveRenderer(join(root, 'out', 'renderer'));
handleCalls(composed.route, (name, bytes) => composed.grants.grantBytes(name, bytes));
app.on('window-all-closed', () => {
  composed.release();
  app.quit();
});
// Started again, it says in the window that is open what that start named.
app.on('second-instance', (_event, words, folder) => {
  BrowserWindow.getAllWindows()[0]?.focus();
  void composed.openFiles(filesNamed(words.slice(app.isPackaged ? 1 : 2), folder));
});
// macOS tells of a file by an event, also before the window is there.
app.on('open-file', (event, path) => {
  event.preventDefault();
  void composed.openFiles([path]);
});
if (launch.kind === 'window') await composed.openFiles(launch.files);
await openMainWindow(join(root, 'out', 'preload', 'index.cjs'));
