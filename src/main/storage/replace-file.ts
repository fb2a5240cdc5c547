import { dirname } from 'node:path';
import type { StorageFault } from '../ports/storage-ports.ts';
import { done, refused, type Result } from '../../shared/result.ts';
import type { FileSystem } from './file-system.ts';
import { errnoOf, storageFault } from './storage-fault.ts';

/**
 * Replaces a file whole: new file, every byte out, fsync, rename, fsync of the folder. On failure the old file is as
 * it was and the new one is gone.
 */
export async function replaceFile(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  what: string,
): Promise<Result<null, StorageFault>> {
  const next = `${path}.next`;
  try {
    const file = await openNew(fs, next);
    try {
      let sent = 0;
      while (sent < bytes.length) {
        const count = await file.write(bytes.subarray(sent), sent);
        if (count <= 0) throw Object.assign(new Error('no bytes were written'), { code: 'ENOSPC' });
        sent += count;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await fs.rename(next, path);
  } catch (error) {
    await fs.remove(next).catch(() => undefined);
    return refused(storageFault(error, what));
  }
  try {
    await fs.syncFolder(dirname(path));
    return done(null);
  } catch (error) {
    return refused(storageFault(error, what));
  }
}

/** A file left by a killed process is ours alone and never was acknowledged: it is made anew. */
async function openNew(fs: FileSystem, path: string): ReturnType<FileSystem['open']> {
  try {
    return await fs.open(path, 'create');
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
    await fs.remove(path);
    return fs.open(path, 'create');
  }
}
