import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rmdir, unlink, type FileHandle } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { largestFile, type FileFacts, type FileSystem, type OpenFile } from './file-system.ts';
import { NotOrdinary } from './not-ordinary.ts';
import { errnoOf } from './storage-fault.ts';

/** Windows has neither: there the look before opening is all. */
const flags: Partial<Readonly<Record<'O_NOFOLLOW' | 'O_NONBLOCK', number>>> = constants;
/** Where a link took the file's place after the look, it is refused; a pipe would else hold the opener up for ever. */
const guarding = (flags.O_NOFOLLOW ?? 0) | (flags.O_NONBLOCK ?? 0);
/** What systems answer where O_NOFOLLOW meets a link. */
const metLink = new Set(['ELOOP', 'EMLINK']);

/** Opens an ordinary file that is there. It is looked at before, since opening a device can set something off. */
async function openOrdinary(
  path: string,
  how: number,
): Promise<{ readonly handle: FileHandle; readonly size: number }> {
  const kind = kindOf(await lstat(path));
  if (kind !== 'file') throw new NotOrdinary(kind, 'file', basename(path));
  const handle = await open(path, how | guarding).catch((error: unknown): never => {
    throw metLink.has(errnoOf(error)) ? new NotOrdinary('link', 'file', basename(path)) : error;
  });
  try {
    const opened = await handle.stat();
    if (kindOf(opened) !== 'file') throw new NotOrdinary(kindOf(opened), 'file', basename(path));
    return { handle, size: opened.size };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readWhole(path: string, most: number): Promise<Uint8Array> {
  const { handle, size } = await openOrdinary(path, constants.O_RDONLY);
  try {
    if (size > most) throw Object.assign(new Error('file too large'), { code: 'EFBIG' });
    const { buffer, byteOffset, byteLength } = await handle.readFile();
    const alone = byteLength === buffer.byteLength;
    // A small file may stand in memory that node shares between many.
    return alone ? new Uint8Array(buffer) : new Uint8Array(buffer.slice(byteOffset, byteOffset + byteLength));
  } finally {
    await handle.close();
  }
}

async function openFile(path: string, how: 'edit' | 'create'): Promise<OpenFile> {
  const handle =
    how === 'edit' ? (await openOrdinary(path, constants.O_RDWR)).handle : await open(path, 'wx+', 0o600);
  return {
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    read: async (position, length) => {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await handle.read(bytes, 0, length, position);
      return bytes.subarray(0, bytesRead);
    },
    sync: () => handle.sync(),
    truncate: (size) => handle.truncate(size),
    size: async () => (await handle.stat()).size,
    close: () => handle.close(),
  };
}

interface Kind {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

function kindOf(entry: Kind): FileFacts['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function makeInside(within: string, path: string): Promise<void> {
  let made = within;
  for (const name of relative(within, path).split(sep)) {
    made = join(made, name);
    await mkdir(made).catch((error: unknown) => {
      if (errnoOf(error) !== 'EEXIST') throw error;
    });
  }
}

/** The real file system. Files are made readable by their owner alone; a shared folder's own rules add to that. */
export const diskFileSystem: FileSystem = {
  open: openFile,
  readFile: (path, most = largestFile) => readWhole(path, most),
  list: async (path) =>
    (await readdir(path, { withFileTypes: true }))
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  facts: async (path) => {
    try {
      const found = await lstat(path);
      return { kind: kindOf(found), size: found.size, modified: found.mtimeMs };
    } catch (error) {
      if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null;
      throw error;
    }
  },
  makeFolder: async (path, within) => {
    if (within === undefined) await mkdir(path, { recursive: true });
    else await makeInside(within, path);
  },
  removeFolder: (path) => rmdir(path),
  rename: (from, to) => rename(from, to),
  remove: (path) => unlink(path),
  syncFolder,
};
