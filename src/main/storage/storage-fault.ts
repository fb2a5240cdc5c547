import type { StorageFault } from '../ports/storage-ports.ts';
import { NotOrdinary } from './not-ordinary.ts';

/** The error code of node's own errors, or an empty string. */
export function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** A refused file-system call in words people can act on. `what` completes "could not ...": "save the revision". */
export function storageFault(error: unknown, what: string): StorageFault {
  if (error instanceof NotOrdinary)
    return {
      code: 'not-a-file',
      message: `${error.message}, so Plumbline could not ${what}. It was not opened or followed: what it is or leads to was neither read nor changed, and everything saved before is safe. What you typed is kept on this computer. Ask who put it there, take it away, put the file back from a backup or a colleague’s copy, then try again.`,
    };
  const code = errnoOf(error);
  switch (code) {
    case 'EFBIG':
      return {
        code: 'too-large',
        message: `The file is larger than any that Plumbline writes, so it was not read, and Plumbline could not ${what}. Nothing was changed, and all other files are read as ever. Look at what it is, and put the file back from a backup or a colleague’s copy.`,
      };
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        code: 'disk-full',
        message: `The disk is full, so Plumbline could not ${what}. Everything saved before is safe, and nothing was half written. Free some space, then try again.`,
      };
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'read-only',
        message: `The folder does not let you write, so Plumbline could not ${what}. Everything in it is safe and can be read. Ask whoever looks after the folder for leave to change it, then try again.`,
      };
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
    case 'ESTALE':
    case 'ENOTCONN':
    case 'EHOSTDOWN':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return {
        code: 'vanished',
        message: `The folder or file is no longer there, so Plumbline could not ${what}. What you typed is kept on this computer. Check that the shared folder is connected, then try again.`,
      };
    case 'ENAMETOOLONG':
      return {
        code: 'io',
        message: `The path is longer than this computer allows, so Plumbline could not ${what}. Everything saved before is safe. Move the shared folder nearer to the top of the drive, or give the folders above it shorter names, then try again.`,
      };
    case 'EBUSY':
    case 'EAGAIN':
      return {
        code: 'io',
        message: `Another program holds the file at this moment, a sync service perhaps, so Plumbline could not ${what}. Everything saved before is safe. What you typed is kept on this computer. Wait a moment, then try again.`,
      };
    default:
      return {
        code: 'io',
        message: `The computer reported a fault (${code === '' ? 'unknown' : code}), so Plumbline could not ${what}. Everything saved before is safe. What you typed is kept on this computer. Check the disk or the connection, then try again.`,
      };
  }
}
