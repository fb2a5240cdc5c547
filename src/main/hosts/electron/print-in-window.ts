import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { closeSession } from './no-network.ts';
import { printFailed, printStopped, type PrintPdf } from '../../ports/printing-port.ts';
import { done, refused } from '../../../shared/result.ts';

/** Prints in a window that is never shown: no script, no network, a session of its own that is kept nowhere. */
export const printInWindow: PrintPdf = async (html, isStopped) => {
  if (isStopped()) return refused(printStopped);
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-print-'));
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      partition: `print-${folder}`,
      javascript: false,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  try {
    await chmod(folder, 0o700);
    const page = join(folder, 'page.html');
    await writeFile(page, html, { mode: 0o600 });
    window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    closeSession(window.webContents.session, (address) => /^(?:file|data):/u.test(address));
    await window.loadFile(page);
    if (isStopped()) return refused(printStopped);
    const bytes = await window.webContents.printToPDF({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: false,
    });
    return isStopped() ? refused(printStopped) : done(new Uint8Array(bytes));
  } catch (error) {
    return refused(printFailed(error instanceof Error ? error.message : String(error)));
  } finally {
    window.destroy();
    await rm(folder, { recursive: true, force: true });
  }
};
