import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const folder = join(dirname(import.meta.dirname), 'node_modules', 'electron');

/** Electron's program on this machine, or null where npm brought only the package. */
export function electronBinary(): string | null {
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}
