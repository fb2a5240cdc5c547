/** One open file. Every method rejects with a node error on failure. */
export interface OpenFile {
  /** Writes from `bytes` at `position`; answers how many bytes went out, which may be fewer. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  read(position: number, length: number): Promise<Uint8Array>;
  sync(): Promise<void>;
  truncate(size: number): Promise<void>;
  /** As `FileSystem.facts` gives them of the path that it was opened under. */
  facts(): Promise<Pick<FileFacts, 'size' | 'modified'>>;
  close(): Promise<void>;
}

/** What stands at a path itself, no link followed; `other` is a pipe, a socket or a device. */
export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly size: number;
  readonly modified: number;
}

/** The most bytes of one file that are read into memory where nothing else is said, and of all logs of a folder. */
export const largestFile = 536_870_912;
/** The most bytes that this device's own log grows to: what is written can always be read again. */
export const largestOwnLog = largestFile / 2;

/**
 * The few calls to the file system that storage makes, so that a test can fail, shorten or kill each of them. What is
 * opened is an ordinary file under the very name asked for: a link, a folder, a pipe, a socket or a device rejects with
 * `NotOrdinary` and is not opened.
 */
export interface FileSystem {
  /** 'edit' opens an existing file for reading and writing; 'create' makes a new one and fails where it exists. */
  open(path: string, how: 'edit' | 'create'): Promise<OpenFile>;
  /** A whole file; one of more than `most` bytes rejects with EFBIG before memory is asked for. */
  readFile(path: string, most?: number): Promise<Uint8Array>;
  /** Names with what they are, in code-unit order. */
  list(path: string): Promise<readonly { readonly name: string; readonly kind: FileFacts['kind'] }[]>;
  facts(path: string): Promise<FileFacts | null>;
  /**
   * Makes a folder and those above it. `within` must be there already, else it rejects: where a share is away, a folder
   * made in its place would stand in its way when it comes back.
   */
  makeFolder(path: string, within?: string): Promise<void>;
  removeFolder(path: string): Promise<void>;
  /** Puts a file at another place; a file that stood there is replaced, and its rights stay. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes entries of a folder durable; does nothing where the platform cannot. */
  syncFolder(path: string): Promise<void>;
}
