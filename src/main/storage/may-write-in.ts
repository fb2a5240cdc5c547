import { join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { errnoOf } from './storage-fault.ts';
import { workspaceFileName } from './workspace-file.ts';

/** What a file system answers where a person may read and not write. */
const denials = new Set(['EROFS', 'EACCES', 'EPERM']);

/**
 * Whether the workspace in this folder may be written: its file is opened for writing and nothing is written, so that
 * no sync service has anything to carry. Where that says nothing, it may: a write then says what hinders it.
 */
export async function mayWriteIn(fs: FileSystem, root: string): Promise<boolean> {
  try {
    const file = await fs.open(join(root, workspaceFileName), 'edit');
    await file.close();
    return true;
  } catch (error) {
    return !denials.has(errnoOf(error));
  }
}
