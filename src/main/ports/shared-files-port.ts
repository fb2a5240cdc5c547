import type { Result } from '../../shared/domain/result.ts';
import type { StorageFault } from './storage-ports.ts';

/** The folders of a workspace that hold files of the whole team. */
export type SharedFolder = 'calendars' | 'frameworks';

/** A file as found. */
export interface SharedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The JSON files of one such folder. */
export interface SharedFiles {
  /** In code-unit order of their names; none where there is no such folder. Files over a megabyte are left out. */
  list(): Promise<Result<readonly SharedFile[], StorageFault>>;
  /** Writes a file whole, on disk when the promise resolves. */
  put(name: string, bytes: Uint8Array): Promise<Result<null, StorageFault>>;
}
