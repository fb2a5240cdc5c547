import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SENTINEL } from '@electron/fuses/dist/constants.js';

/**
 * A folder laid out as Electron's for Linux, whose program does nothing: what a package is made of can be looked at where
 * Electron's binary cannot be had. It has a wire of fuses as the real one has: all of version 1, as Electron ships them.
 */
export function writeElectronFolder(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  const wire = Buffer.from([1, 8, ...Buffer.from('10110101')]);
  const program = Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), Buffer.from(SENTINEL), wire]);
  writeFileSync(join(folder, 'electron'), program, { mode: 0o755 });
  writeFileSync(join(folder, 'chrome-sandbox'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  writeFileSync(join(folder, 'locales', 'en-GB.pak'), '');
  writeFileSync(join(folder, 'LICENSE'), 'MIT');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '<title>Credits</title>');
  writeFileSync(join(folder, 'version'), '45.0.0');
}
