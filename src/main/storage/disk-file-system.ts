import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rmdir, unlink, type FileHandle } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { keepRights, shareFolderWithGroup, shareWithGroup } from './file-rights.ts';
import { largestFile, type FileFacts, type FileSystem, type OpenFile } from './file-system.ts';
import { NotOrdinary } from './not-ordinary.ts';
import { errnoOf } from './storage-fault.ts';

/** Windows has neither: there the look before opening is all. */
const flags: Partial<Readonly<Record<'O_NOFOLLOW' | 'O_NONBLOCK', number>>> = constants;
/** Where a link took the file's place after the look, it is refused; a pipe would else hold the opener up for ever. */
const guarding = (flags.O_NOFOLLOW ?? 0) | (flags.O_NONBLOCK ?? 0);
/** What systems answer where O_NOFOLLOW meets a link. */
const metLink = new Set(['ELOOP', 'EMLINK']);

/** The modes of a new file, before the umask. */
const [forTeam, forOwner] = [0o666, 0o600];

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

async function openFile(path: string, how: 'edit' | 'create', mode: number): Promise<OpenFile> {
  const handle =
    how === 'edit' ? (await openOrdinary(path, constants.O_RDWR)).handle : await open(path, 'wx+', mode);
  if (how === 'create' && mode === forTeam) await shareWithGroup(path, handle);
  return {
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    read: async (position, length) => {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await handle.read(bytes, 0, length, position);
      return bytes.subarray(0, bytesRead);
    },
    sync: () => handle.sync(),
    truncate: (size) => handle.truncate(size),
    facts: async () => {
      const { size, mtimeMs } = await handle.stat();
      return { size, modified: mtimeMs };
    },
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
    const isNew = await mkdir(made).then(
      () => true,
      (error: unknown) => {
        if (errnoOf(error) !== 'EEXIST') throw error;
        return false;
      },
    );
    if (isNew) await shareFolderWithGroup(made);
  }
}

/** The real file system. What it makes is for the team: with what umask, setgid and the folder's own rules leave. */
export const diskFileSystem: FileSystem = {
  open: (path, how) => openFile(path, how, forTeam),
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
  rename: async (from, to) => {
    await keepRights(to, from);
    await rename(from, to);
  },
  remove: (path) => unlink(path),
  syncFolder,
};

/** The real file system for what is its user's alone, whatever the umask: the profile with its key and journal. */
export const privateFileSystem: FileSystem = {
  ...diskFileSystem,
  open: (path, how) => openFile(path, how, forOwner),
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  rename: (from, to) => rename(from, to),
};
