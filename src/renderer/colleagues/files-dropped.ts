function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** All entries of a folder: a reader gives a hundred or so at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** The files that were dropped, and those that lie in a folder that was; of folders in it none. */
export async function filesDropped(dropped: DataTransfer): Promise<readonly File[]> {
  // What was dropped can be asked for only before anything is waited for.
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const single = [...dropped.files];
  if (!entries.some(isFolder)) return single;
  const inside = await Promise.all(entries.filter(isFolder).map(entriesOf));
  return Promise.all([...entries, ...inside.flat()].filter(isFile).map(fileOf));
}
