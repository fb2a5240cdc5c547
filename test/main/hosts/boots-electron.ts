// Boots the built main bundle against the stand-in for Electron, asks it a few things, and prints what was recorded.
import { statSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const standIn = pathToFileURL(join(import.meta.dirname, 'electron-stand-in.ts')).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});

const root = join(import.meta.dirname, '..', '..', '..');
await import(pathToFileURL(join(root, 'out/main/index.js')).href);
const { BrowserWindow, recorded, channels, handlers } = await import('./electron-stand-in.ts');

const own = { senderFrame: { url: 'app://plumbline/', parent: null }, sender: { id: 1 } };
const foreign = { senderFrame: { url: 'https://evil.example/', parent: null }, sender: { id: 1 } };
const inside = { senderFrame: { url: 'app://plumbline/', parent: {} }, sender: { id: 1 } };
const call = channels.get('plumbline:call');
const bytes = new TextEncoder().encode('hello');
/** What a window gets for a file; the words of the refusal where it gets none. */
function handOver(...given: readonly [event: unknown, ...file: unknown[]]): unknown {
  try {
    return channels.get('plumbline:file')?.(...given);
  } catch (error) {
    return String(error);
  }
}
// A backup of a key goes where an older one lies, which everybody may read.
const backup = join(process.env['PLUMBLINE_STAND_IN'] ?? '', 'plumbline-key-ada.json');
writeFileSync(backup, 'older', { mode: 0o644 });
await call?.(own, 'introducePerson', { card: { name: 'Ada', post: '', registration: '', years: 0 } });
const answers = {
  backup: await call?.(own, 'backUpKey', { passphrase: 'a passphrase of some length' }),
  backupMode: (statSync(backup).mode & 0o777).toString(8),
  own: await call?.(own, 'startUp', {}),
  foreign: await call?.(foreign, 'startUp', {}),
  inside: await call?.(inside, 'startUp', {}),
  files: [
    handOver(foreign, 'a.txt', bytes),
    handOver(own, '/etc/passwd', '/etc/passwd'),
    handOver(own, '/etc/passwd'),
    handOver(own, bytes, bytes),
    handOver(own, 'a.txt', new Uint8Array(100_000_001)),
    handOver(own, '../../notes/a.txt', bytes),
  ],
  page: (await handlers.get('app')?.(new Request('app://plumbline/')))?.status,
  policy: (await handlers.get('app')?.(new Request('app://plumbline/')))?.headers.get(
    'content-security-policy',
  ),
  beside: (await handlers.get('app')?.(new Request('app://plumbline/..%2f..%2fpackage.json')))?.status,
};
// The page of the window ends by itself, again and again.
for (let ends = 0; ends < 4; ends += 1)
  BrowserWindow.all[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
process.stdout.write(`\n${JSON.stringify({ recorded, answers })}\n`);
process.exit(0);
