import { mkdir, open, readdir, readFile, rename, rmdir, stat, unlink } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { FileFacts, FileSystem, OpenFile } from './file-system.ts';
import { errnoOf } from './storage-fault.ts';

async function openFile(path: string, how: 'edit' | 'create'): Promise<OpenFile> {
  const handle = await open(path, how === 'edit' ? 'r+' : 'wx+', 0o600);
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

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): FileFacts['kind'] {
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
  readFile: async (path) => {
    const { buffer, byteOffset, byteLength } = await readFile(path);
    const alone = byteLength === buffer.byteLength;
    // A small file may stand in memory that node shares between many.
    return alone ? new Uint8Array(buffer) : new Uint8Array(buffer.slice(byteOffset, byteOffset + byteLength));
  },
  list: async (path) =>
    (await readdir(path, { withFileTypes: true }))
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  facts: async (path) => {
    try {
      const found = await stat(path);
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
