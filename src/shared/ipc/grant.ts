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
