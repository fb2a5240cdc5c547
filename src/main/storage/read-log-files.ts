import { join } from 'node:path';
import type { LogLine, StorageFault } from '../ports.ts';
import type { FileSystem } from './file-system.ts';
import { logNameKind } from './log-names.ts';
import { splitLines } from './split-lines.ts';
import { errnoOf, storageFault } from './storage-fault.ts';

const largestLog = 1_000_000_000;

/**
 * Every line of every log in a folder, files in code-unit order. A file that cannot be read, or is only promised, gives
 * one line that says why; a folder that is not there gives none where it may be absent, else rejects with node's error.
 * Lines that stood in these files `before` are handed back as the objects they were while their bytes are the same.
 */
export async function readLogFiles(
  fs: FileSystem,
  folder: string,
  what: string,
  mayBeAbsent: boolean,
  before: readonly LogLine[] = [],
): Promise<readonly LogLine[]> {
  const stood = Map.groupBy(before, (line) => line.file);
  const entries = mayBeAbsent ? await listOrNone(fs, folder) : await fs.list(folder);
  const lines: LogLine[] = [];
  for (const entry of entries) {
    const kind = entry.kind === 'file' ? logNameKind(entry.name) : 'other';
    if (kind === 'promised') lines.push(unread(entry.name, promised));
    else if (kind === 'log')
      for (const line of await linesOf(fs, folder, entry.name, what, stood.get(entry.name))) lines.push(line);
  }
  return lines;
}

/** What a folder lists; nothing where it is not there. Other faults reject with node's error. */
export async function listOrNone(fs: FileSystem, path: string): ReturnType<FileSystem['list']> {
  try {
    return await fs.list(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The lines of one log, or one that says why it cannot be read: a placeholder not yet downloaded, say. */
async function linesOf(
  fs: FileSystem,
  folder: string,
  name: string,
  what: string,
  before: readonly LogLine[] = [],
): Promise<readonly LogLine[]> {
  const file = join(folder, name);
  try {
    const facts = await fs.facts(file);
    if (facts !== null && facts.size > largestLog) {
      throw Object.assign(new Error('log too large'), { code: 'EFBIG' });
    }
    return splitLines(name, await fs.readFile(file), before);
  } catch (error) {
    return [unread(name, storageFault(error, what))];
  }
}

const promised: StorageFault = {
  code: 'vanished',
  message: 'The file is not on this computer yet: only its name has arrived.',
};

function unread(file: string, fault: StorageFault): LogLine {
  return { file, line: 0, bytes: new Uint8Array(), whole: false, fault };
}
