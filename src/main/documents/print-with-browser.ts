import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { printFailed, printStopped, type PrintFault, type PrintPdf } from '../ports/printing-port.ts';
import { done, refused, type Result } from '../../shared/result.ts';

const patience = 120_000;
const look = 100;

/** Where there is no Chromium to print with. */
const noBrowser: PrintFault = {
  code: 'no-browser',
  message:
    'No Chromium, Chrome or Edge was found on this computer, and a PDF is printed by one. Nothing was made, and the draft is unchanged. Install one of them, or name one in PLUMBLINE_BROWSER; Word and HTML need none.',
};

/** What a headless browser is told: no network, no profile but the folder's own, a tagged PDF with an outline. */
function switches(folder: string, page: string, out: string): readonly string[] {
  return [
    '--headless',
    '--disable-gpu',
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-first-run',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${out}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    pathToFileURL(page).href,
  ];
}

function runBrowser(
  browser: string,
  given: readonly string[],
  isStopped: () => boolean,
): Promise<PrintFault | null> {
  return new Promise((resolve) => {
    const child = spawn(browser, given, { stdio: 'ignore' });
    const begun = Date.now();
    const watch = setInterval(() => {
      if (isStopped()) end(printStopped);
      else if (Date.now() - begun > patience) end(printFailed('it took more than two minutes'));
    }, look);
    const end = (fault: PrintFault | null): void => {
      clearInterval(watch);
      if (child.exitCode === null) child.kill('SIGKILL');
      resolve(fault);
    };
    child.on('error', (error) => end(printFailed(error.message)));
    child.on('exit', (code) =>
      end(code === 0 ? null : printFailed(`the browser ended with ${String(code)}`)),
    );
  });
}

/**
 * Prints with an installed Chromium, started headless on a file that only this user can read, in a folder that is
 * removed afterwards. `findBrowser` is asked each time: a browser may have been installed since.
 */
export function printWithBrowser(findBrowser: () => string | null): PrintPdf {
  return async (html, isStopped): Promise<Result<Uint8Array, PrintFault>> => {
    const browser = findBrowser();
    if (browser === null) return refused(noBrowser);
    if (isStopped()) return refused(printStopped);
    const folder = await mkdtemp(join(tmpdir(), 'plumbline-print-'));
    try {
      await chmod(folder, 0o700);
      const page = join(folder, 'page.html');
      const out = join(folder, 'page.pdf');
      await writeFile(page, html, { mode: 0o600 });
      const fault = await runBrowser(browser, switches(folder, page, out), isStopped);
      return fault === null ? done(new Uint8Array(await readFile(out))) : refused(fault);
    } catch (error) {
      return refused(printFailed(error instanceof Error ? error.message : String(error)));
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  };
}
