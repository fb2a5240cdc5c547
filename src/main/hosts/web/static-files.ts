import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
};

/** A file of the built renderer. */
interface StaticFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** Reads a file below `root` by its address; null for anything else, whatever way out of `root` the address tries. */
export async function staticFile(root: string, address: string): Promise<StaticFile | null> {
  let name: string;
  try {
    name = decodeURIComponent(address === '/' ? '/index.html' : address);
  } catch {
    return null;
  }
  const path = normalize(join(root, name));
  const type = types[extname(path)];
  if (type === undefined || name.includes('\0') || !path.startsWith(root + sep)) return null;
  try {
    return { bytes: new Uint8Array(await readFile(path)), type };
  } catch {
    return null;
  }
}
