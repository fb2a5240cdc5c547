import { BrowserWindow, dialog, session } from 'electron';
import { appOrigin, isOwnPage } from './navigation-policy.ts';
import { checksSpelling, closeSession, isOwnRequest } from './no-network.ts';
import { givenUp, WindowRecovery } from './window-recovery.ts';
import { z } from 'zod';

/** What a page may ask of the system. Whatever is not here is refused. */
const table: Readonly<Record<string, { readonly allowed: boolean; readonly reason: string }>> = {
  'clipboard-sanitized-write': { allowed: true, reason: 'People copy text out of drafts.' },
  'clipboard-read': {
    allowed: false,
    reason: 'Pasting needs no permission; reading without it is never needed.',
  },
  fullscreen: { allowed: false, reason: 'The window manager does it.' },
  geolocation: { allowed: false, reason: 'Nothing here depends on a place.' },
  media: { allowed: false, reason: 'No camera and no microphone.' },
  notifications: { allowed: false, reason: 'A notification could show a grade on a locked screen.' },
  openExternal: { allowed: false, reason: 'No page opens anything outside the application.' },
};

/** Whether a page gets a permission: by default it does not. */
export function isPermitted(permission: string): boolean {
  return Object.hasOwn(table, permission) && table[permission]?.allowed === true;
}

const shape = z.object({ width: z.int().min(1100).max(10_000), height: z.int().min(700).max(10_000) });

/** Size a window opens with: what was kept, where it makes sense, else 1440 by 900. */
export function windowBounds(kept: unknown): { width: number; height: number } {
  return shape.safeParse(kept).data ?? { width: 1440, height: 900 };
}

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
