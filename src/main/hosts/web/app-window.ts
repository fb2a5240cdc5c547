import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The page that leads a browser to the address; it stands in a file that only this user can read. */
function redirectPage(address: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Plumbline</title><meta http-equiv="refresh" content="0; url=${address}">`;
}

/**
 * Opens an application window of a Chromium on the address without putting it, and the token in it, on any command
 * line: the browser is given a file that redirects. Answers with what removes that file.
 */
export function openAppWindow(browser: string, address: string, profile: string): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
  chmodSync(folder, 0o700);
  const file = join(folder, 'open.html');
  writeFileSync(file, redirectPage(address), { mode: 0o600 });
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    browser,
    [
      `--app=${pathToFileURL(file).href}`,
      `--user-data-dir=${join(profile, 'browser')}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
      ...root,
    ],
    { stdio: 'ignore', detached: true },
  );
  child.on('error', () => {
    console.error(
      `Plumbline could not start ${browser}. Open this address in a browser instead, within a minute:\n${address}`,
    );
  });
  child.unref();
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
