import { dirname } from 'node:path';
import { createHash } from 'node:crypto';
import type { StorageFault } from '../ports/storage-ports.ts';
import { done, refused, type Result } from '../../shared/result.ts';
import { largestOwnLog, type FileFacts, type FileSystem, type OpenFile } from './file-system.ts';
import { errnoOf, storageFault } from './storage-fault.ts';

const lineFeed = 10;
const block = 65_536;
/** So many lines are made one piece of bytes and written: of an import of 100,000 the whole would be as much memory again. */
const together = 2_000;

function* piecesOf(lines: readonly (string | Uint8Array)[]): Generator<Uint8Array> {
  const end = Buffer.of(lineFeed);
  for (let at = 0; at < lines.length; at += together)
    yield Buffer.concat(
      lines
        .slice(at, at + together)
        .flatMap((line) => [typeof line === 'string' ? Buffer.from(line, 'utf8') : line, end]),
    );
}

async function writeAll(file: OpenFile, bytes: Uint8Array, from: number): Promise<void> {
  let sent = 0;
  while (sent < bytes.length) {
    const count = await file.write(bytes.subarray(sent), from + sent);
    if (count <= 0) throw Object.assign(new Error('no bytes were written'), { code: 'ENOSPC' });
    sent += count;
  }
}

/** Where the last whole line ends. */
async function endOfWholeLines(file: OpenFile, size: number): Promise<number> {
  let end = size;
  while (end > 0) {
    const start = Math.max(0, end - block);
    const bytes = await file.read(start, end - start);
    const found = bytes.lastIndexOf(lineFeed);
    if (found >= 0) return start + found + 1;
    end = start;
  }
  return 0;
}

/** Where a torn tail is kept: a name that is free, or null where an ordinary file holds these very bytes already. */
async function sidePlace(fs: FileSystem, path: string, tail: Uint8Array): Promise<string | null> {
  const stem = `${path}.torn-${createHash('sha256').update(tail).digest('hex').slice(0, 12)}`;
  for (let turn = 1; ; turn += 1) {
    const name = turn === 1 ? stem : `${stem}-${turn}`;
    const facts = await fs.facts(name);
    if (facts === null) return name;
    const isSame =
      facts.kind === 'file' &&
      facts.size === tail.length &&
      Buffer.compare(await fs.readFile(name), tail) === 0;
    if (isSame) return null;
  }
}

/** Puts a torn last line into a side file, never deleting a byte, and cuts the log to whole lines. */
async function setTornTailAside(fs: FileSystem, path: string, file: OpenFile, size: number): Promise<number> {
  const complete = await endOfWholeLines(file, size);
  if (complete === size) return size;
  const tail = await file.read(complete, size - complete);
  const name = await sidePlace(fs, path, tail);
  if (name !== null) {
    const side = await fs.open(name, 'create');
    try {
      await writeAll(side, tail, 0);
      await side.sync();
    } catch (error) {
      await fs.remove(name).catch(() => undefined);
      throw error;
    } finally {
      await side.close();
    }
    await fs.syncFolder(dirname(path));
  }
  await file.truncate(complete);
  await file.sync();
  return complete;
}

async function openOrCreate(fs: FileSystem, path: string): Promise<{ file: OpenFile; made: boolean }> {
  try {
    return { file: await fs.open(path, 'edit'), made: false };
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return { file: await fs.open(path, 'create'), made: true };
  }
}

/** A log that was appended to: what it was before and is now; `before` is null where it was made. */
export interface GrownLog {
  readonly before: Pick<FileFacts, 'size' | 'modified'> | null;
  readonly after: Pick<FileFacts, 'size' | 'modified'>;
  /** Whether the lines stand behind all that it held: no torn tail was set aside. */
  readonly onlyGrew: boolean;
}

/**
 * Appends whole lines (without their line feeds) to a log and makes them durable before it answers. On failure the
 * log is cut back to what it was; fsync is never tried twice. A torn last line is set aside first.
 */
export async function appendLines(
  fs: FileSystem,
  path: string,
  lines: readonly (string | Uint8Array)[],
  what: string,
): Promise<Result<GrownLog, StorageFault>> {
  const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
  let opened: { file: OpenFile; made: boolean };
  try {
    opened = await openOrCreate(fs, path);
  } catch (error) {
    return refused(storageFault(error, what));
  }
  const { file, made } = opened;
  let start = -1;
  try {
    const before = await file.facts();
    const { size } = before;
    // Longer than can be read again, or grown by somebody else: nothing of it is read to find where it ends.
    if (size + bytes > largestOwnLog) throw Object.assign(new Error('log too large'), { code: 'EFBIG' });
    start = await setTornTailAside(fs, path, file, size);
    let end = start;
    for (const piece of piecesOf(lines)) {
      await writeAll(file, piece, end);
      end += piece.length;
    }
    await file.sync();
    if (made) await fs.syncFolder(dirname(path));
    const after = await file.facts();
    return done({ before: made ? null : before, after, onlyGrew: after.size === size + bytes });
  } catch (error) {
    if (start >= 0) await file.truncate(start).catch(() => undefined);
    if (made) await fs.remove(path).catch(() => undefined);
    return refused(storageFault(error, what));
  } finally {
    await file.close().catch(() => undefined);
  }
}
