import { join } from 'node:path';
import type { LogLine, StorageFault } from '../ports/storage-ports.ts';
import { largestFile, type FileSystem } from './file-system.ts';
import { logNameKind } from './log-names.ts';
import { NotOrdinary } from './not-ordinary.ts';
import { splitLines } from './split-lines.ts';
import { errnoOf, storageFault } from './storage-fault.ts';
import { longestLine } from '../../shared/records/strict-json.ts';

/**
 * Every line of every log in a folder, files in code-unit order. What cannot be read, is only promised, has the name of a
 * log and is no ordinary file, or is larger than all logs of a folder may be together, gives one line that says why and
 * is not opened; a folder that is not there gives none where it may be absent, else rejects with node's error. Lines that stood in these files `before` are handed back as the objects they were while their bytes are the same.
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
  const readable = await withinRoom(fs, folder, entries);
  for (const { name, kind } of entries) {
    const nameKind = logNameKind(name);
    if (nameKind === 'log' && kind !== 'file')
      lines.push(unread(name, storageFault(new NotOrdinary(kind, 'file', name), what)));
    else if (nameKind === 'promised' && kind === 'file') lines.push(unread(name, promised));
    else if (nameKind === 'log') {
      const most = readable.has(name) ? largestFile : 0;
      for (const line of await linesOf(fs, folder, name, what, most, stood.get(name))) lines.push(line);
    }
  }
  return lines;
}

/** The logs that are read: all of them, or the smallest as far as memory is meant for one folder's. */
async function withinRoom(
  fs: FileSystem,
  folder: string,
  entries: Awaited<ReturnType<FileSystem['list']>>,
): Promise<ReadonlySet<string>> {
  const logs = entries.filter(({ name, kind }) => kind === 'file' && logNameKind(name) === 'log');
  const sizes = await Promise.all(
    logs.map(async ({ name }) => ({
      name,
      size: (await fs.facts(join(folder, name)).catch(() => null))?.size ?? 0,
    })),
  );
  let room = largestFile;
  const fits = sizes.toSorted((a, b) => a.size - b.size).filter(({ size }) => (room -= size) >= 0);
  return new Set(fits.map(({ name }) => name));
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
  most: number,
  before: readonly LogLine[] = [],
): Promise<readonly LogLine[]> {
  try {
    return splitLines(name, await fs.readFile(join(folder, name), most), before).map(bounded);
  } catch (error) {
    return [unread(name, storageFault(error, what))];
  }
}

/** A line longer than any record, cut to what shows that it is: the rest of it is not kept in memory. */
function bounded(line: LogLine): LogLine {
  if (line.bytes.length <= longestLine || line.bytes.every((byte) => byte === 0)) return line;
  return { ...line, bytes: line.bytes.slice(0, longestLine + 1) };
}

const promised: StorageFault = {
  code: 'vanished',
  message: 'The file is not on this computer yet: only its name has arrived.',
};

function unread(file: string, fault: StorageFault): LogLine {
  return { file, line: 0, bytes: new Uint8Array(), isComplete: false, fault };
}
