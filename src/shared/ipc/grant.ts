/** Leave to use one folder, given by the person; opaque, good for this run of the application. */
export interface FolderGrant {
  readonly grant: string;
  readonly name: string;
}

/** Leave to read one file. */
export interface FileGrant {
  readonly grant: string;
  readonly name: string;
  readonly bytes: number;
}

/** The most bytes that a window hands over as one file. */
export const mostFileBytes = 100_000_000;

/** Whether an answer of a host is leave to read one file. */
export function isFileGrant(value: unknown): value is FileGrant {
  return typeof value === 'object' && value !== null && 'grant' in value;
}
