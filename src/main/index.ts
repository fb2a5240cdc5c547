import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { compose } from './composition/compose.ts';
import { registerScheme, serveRenderer } from './hosts/electron/app-protocol.ts';
import { handleCalls } from './hosts/electron/call-handlers.ts';
import { electronStore } from './hosts/electron/electron-settings.ts';
import { openMainWindow } from './hosts/electron/main-window.ts';
import { nativeDialogs } from './hosts/electron/native-dialogs.ts';
import { keepOffline } from './hosts/electron/no-network.ts';
import { printInWindow } from './hosts/electron/print-in-window.ts';
import { safeStorageBox } from './hosts/electron/safe-storage-box.ts';
import { plainBox } from './identity/key-store.ts';
import { workerFiles } from './work/worker-files.ts';
import { settingsFrom } from './storage/conf-settings.ts';
import { storageFault } from './storage/storage-fault.ts';

const root = join(import.meta.dirname, '..', '..');

const profile = process.env['PLUMBLINE_PROFILE'];
if (profile !== undefined) app.setPath('userData', profile);
registerScheme();
keepOffline();
if (!app.requestSingleInstanceLock()) app.quit();

await app.whenReady();
const composed = compose({
  profile: app.getPath('userData'),
  resources: app.isPackaged ? join(process.resourcesPath, 'resources') : join(root, 'resources'),
  workers: workerFiles(import.meta.filename),
  version: app.getVersion(),
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
app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus());
await openMainWindow(join(root, 'out', 'preload', 'index.cjs'));
