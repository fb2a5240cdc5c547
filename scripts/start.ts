// Builds Plumbline and runs it: in Electron where its binary is there, else in a browser window. Files named after it are opened.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { electronBinary } from './electron-binary.ts';
import { findBrowser } from '../src/main/documents/find-browser.ts';

const root = dirname(import.meta.dirname);
const built = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
    'build',
    '--config',
    'electron.config.ts',
    '--logLevel',
    'warn',
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
);
if (built.status !== 0) process.exit(built.status ?? 1);

let electron = electronBinary();
if (electron === null) {
  spawnSync(process.execPath, [join(root, 'node_modules/electron/install.js')], {
    cwd: root,
    stdio: 'ignore',
    timeout: 60_000,
  });
  electron = electronBinary();
}
const display =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
if (electron !== null && display) {
  const { status } = spawnSync(electron, [root, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
  process.exit(status ?? 1);
}
if (electron === null)
  console.log("Electron's binary is not on this machine, so Plumbline runs in a browser window.");
const browser = display ? findBrowser('window') : null;
const { status } = spawnSync(process.execPath, [join(root, 'out/main/web.js'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PLUMBLINE_ROOT: root, ...(browser === null ? {} : { PLUMBLINE_WINDOW: browser }) },
});
process.exit(status ?? 1);
