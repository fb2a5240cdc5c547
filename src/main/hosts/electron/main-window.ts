import { BrowserWindow, dialog, session } from 'electron';
import { appOrigin, isOwnPage, isPermitted, windowBounds } from './window-policy.ts';
import { checksSpelling, closeSession, isOwnRequest } from './no-network.ts';
import { givenUp, WindowRecovery } from './window-recovery.ts';

/** Opens the window: isolated, sandboxed, going nowhere but to the application's own pages, fetching nothing else. */
export async function openMainWindow(preload: string): Promise<BrowserWindow> {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(isPermitted(permission)),
  );
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => isPermitted(permission));
  closeSession(session.defaultSession, isOwnRequest);
  const window = new BrowserWindow({
    ...windowBounds(null),
    minWidth: 1100,
    minHeight: 700,
    show: false,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: checksSpelling,
    },
  });
  // WebRTC reaches hosts past the policy of content and past `webRequest`; without a proxy this leaves it no way.
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  const recovery = new WindowRecovery(Date.now);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const next = recovery.afterEnd(reason);
    if (next === 'load-again') window.webContents.reload();
    if (next !== 'give-up') return;
    dialog.showErrorBox(givenUp.title, givenUp.message);
    window.destroy();
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${appOrigin}/`);
  return window;
}
