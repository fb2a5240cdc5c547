import { constants } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

const setGroup = 0o2000;
const group = 0o070;
/** Windows has neither modes nor these flags: there a folder's own list of rights is inherited. */
const hasModes = process.platform !== 'win32';

/**
 * Whether a change of rights succeeded. Where it did not, things stay as they were made: a file system may keep no modes,
 * or let nobody change them (FAT, many shares), and nothing is lost by it.
 */
async function tried(change: Promise<void>): Promise<boolean> {
  return change.then(
    () => true,
    () => false,
  );
}

/**
 * Gives what was just made what the group may do in the folder around it, where that folder says by its setgid bit that
 * it is a group's: the usual umask of 022 would else keep colleagues from writing into a draft's folder. Where the umask
 * leaves the group nothing, the person wants it so, and it stays.
 */
export async function shareWithGroup(path: string, made: FileHandle): Promise<void> {
  if (hasModes) await tried(widen(path, made));
}

async function widen(path: string, made: FileHandle): Promise<void> {
  const [around, own] = await Promise.all([lstat(dirname(path)), made.stat()]);
  const missing = around.mode & (own.isDirectory() ? group : 0o060) & ~own.mode;
  if ((around.mode & setGroup) === 0 || (own.mode & group) === 0 || missing === 0) return;
  await made.chmod((own.mode & 0o7777) | missing);
}

/** Likewise for a folder that was just made. */
export async function shareFolderWithGroup(path: string): Promise<void> {
  if (!hasModes) return;
  await tried(opened(path, constants.O_DIRECTORY, (folder) => widen(path, folder)));
}

/**
 * Gives a new file the mode and the group of the one that it will replace, where there is one. Where this person is not
 * in that group (any more), the new file's own group gets no more than it has.
 */
export async function keepRights(old: string, next: string): Promise<void> {
  const facts = hasModes ? await lstat(old).catch(() => null) : null;
  if (facts?.isFile() !== true) return;
  await tried(
    opened(next, 0, async (file) => {
      const fresh = await file.stat();
      const isSameGroup = fresh.gid === facts.gid || (await tried(file.chown(fresh.uid, facts.gid)));
      const mode = facts.mode & 0o777;
      await file.chmod(isSameGroup ? mode : mode & (fresh.mode | ~group));
    }),
  );
}

/** Opens what stands at a path itself, so that no link put there in the meantime has its rights changed. */
async function opened(path: string, flag: number, work: (made: FileHandle) => Promise<void>): Promise<void> {
  const made = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | flag);
  try {
    await work(made);
  } finally {
    await made.close();
  }
}
