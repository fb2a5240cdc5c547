import { openInBrowser } from './browser-window.ts';
import { openInElectron } from './electron-window.ts';
import type { OpenApplication, WindowLook } from './open-application.ts';

const usual: WindowLook = { size: { width: 1440, height: 900 }, theme: 'light' };

/**
 * Opens the application on a home folder of its own: in Electron where the run asks for it by
 * PLUMBLINE_E2E=electron, else in Chromium through the browser host.
 */
export function openApplication(home: string, look: WindowLook = usual): Promise<OpenApplication> {
  return process.env['PLUMBLINE_E2E'] === 'electron' ? openInElectron(home, look) : openInBrowser(home, look);
}
