import { CallFailure } from './call.ts';
import { mostFileBytes, type FileGrant } from '../../shared/ipc/grant.ts';

/**
 * Turns files that a person chose or dropped into grants. Throws a `CallFailure` where one is too large, or cannot be read
 * (a folder among the files, a file that was moved since).
 */
export async function takeFiles(files: readonly File[]): Promise<readonly FileGrant[]> {
  const large = files.find((file) => file.size > mostFileBytes);
  if (large !== undefined)
    throw new CallFailure({
      code: 'too-large',
      message: `${large.name} is larger than 100 MB. Nothing was imported. Check that it is the right file.`,
    });
  try {
    return await window.plumbline.takeFiles(files);
  } catch {
    const names = files.map((file) => file.name).join(', ');
    throw new CallFailure({
      code: 'unreadable',
      message: `Plumbline could not read ${names}. Nothing was imported and nothing was changed. Choose files and not folders, and check that they are still where they were.`,
    });
  }
}
