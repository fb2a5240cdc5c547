import { join } from 'node:path';
import { z } from 'zod';
import type { StorageFault } from '../ports/storage-ports.ts';
import type { FileSystem } from './file-system.ts';
import { errnoOf } from './storage-fault.ts';
import { done, refused, type Result } from '../../shared/result.ts';

/** The name of the file that makes a folder a workspace. */
export const workspaceFileName = 'plumbline.json';

const shape = z.strictObject({
  /** sha256 of "id\nname\nformat", so that a changed byte is noticed. */
  check: z.string().regex(/^[0-9a-f]{64}$/),
  format: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(120),
});

/** What plumbline.json says: the id of the workspace's founding record, and a name. */
export interface WorkspaceFile {
  readonly id: string;
  readonly name: string;
}

function checkText(file: WorkspaceFile): string {
  return `${file.id}\n${file.name}\n1`;
}

/** The text of plumbline.json. */
export function writeWorkspaceFile(file: WorkspaceFile, sha256: (text: string) => string): string {
  return `${JSON.stringify({ check: sha256(checkText(file)), format: 1, id: file.id, name: file.name })}\n`;
}

/** Reads plumbline.json; refuses a newer format and anything changed by hand or by accident. */
export function readWorkspaceFile(
  text: string,
  sha256: (text: string) => string,
): Result<WorkspaceFile, StorageFault> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(damaged);
  }
  const format = z.looseObject({ format: z.int() }).safeParse(value);
  if (format.success && format.data.format > 1) {
    return refused({
      code: 'newer-format',
      message:
        'This workspace was made by a newer version of Plumbline. Nothing was changed. Install the newer version to open it.',
    });
  }
  const read = shape.safeParse(value);
  if (
    !read.success ||
    read.data.check !== sha256(checkText(read.data)) ||
    text !== writeWorkspaceFile(read.data, sha256)
  ) {
    return refused(damaged);
  }
  return done({ id: read.data.id, name: read.data.name });
}

const damaged: StorageFault = {
  code: 'damaged',
  message: `The file ${workspaceFileName} of this workspace is damaged or was changed by hand. The drafts beside it are untouched. Put the file back from a copy or a backup, then open the workspace again.`,
};

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
