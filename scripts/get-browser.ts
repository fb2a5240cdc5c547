import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../src/main/documents/find-browser.ts';

function isDebian(): boolean {
  return (
    existsSync('/etc/os-release') &&
    /^ID(?:_LIKE)?=.*(?:debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

function run(program: string, ...args: string[]): boolean {
  return (
    spawnSync(program, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  );
}

/** The browser for end-to-end tests; where there is none, gets one and says so. Null where that fails. */
export function getBrowser(): string | null {
  const found = findBrowser();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && isDebian()) {
    console.log("There is no Chromium here: installing Debian's package.");
    const install = (name: string): boolean =>
      run('apt-get', 'install', '-y', '--no-install-recommends', name);
    // The shell draws pages as the browser does and has no window of its own: a sixth less work in every specification.
    if (run('apt-get', 'update') && (install('chromium-headless-shell') || install('chromium')))
      return findBrowser();
  }
  console.log("There is no Chromium here: trying playwright's own download.");
  const cli = join(dirname(import.meta.dirname), 'node_modules', 'playwright-core', 'cli.js');
  if (!run(process.execPath, cli, 'install', 'chromium')) return null;
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}
