// Whether the bundle of the command line is made of the sources as they are now.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What goes into the bundle: folders of sources, and files beside them. */
const folders = ['src/main', 'src/shared', 'resources/calendars'];
const files = ['package.json', 'package-lock.json', 'electron.config.ts'];

/** Where a build writes what it was made from, beneath the root: beside `out/`, which is the same wherever it is made. */
export const stampFile = join('node_modules', '.cache', 'plumbline', 'built-from.txt');

/**
 * A digest of the name, size and time of change of every source. Any other time counts as a change, an earlier one too: a
 * file that was taken back keeps its old time. Contents are not read, which would take longer than the bundle saves.
 */
export function sourceStamp(root) {
  const found = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const hash = createHash('sha256');
  for (const file of [...found, ...files.map((name) => join(root, name))].sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file.slice(root.length)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** The file that answers commands: the bundle where it is fresh, else the source. */
export function commandEntry(root) {
  const bundle = join(root, 'out', 'main', 'cli.js');
  const stamp = join(root, stampFile);
  const isFresh =
    existsSync(bundle) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceStamp(root);
  return isFresh ? bundle : join(root, 'src', 'main', 'cli.ts');
}
