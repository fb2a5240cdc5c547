import { dirname, join, relative, sep } from 'node:path';
import type { FileSystem, OpenFile } from './file-system.ts';
import { NotOrdinary } from './not-ordinary.ts';

/**
 * A file system for one workspace, in which nothing is reached through a link: every folder between the workspace's own
 * and what is asked for is an ordinary one, else the call rejects with `NotOrdinary`. The workspace's own folder may be a
 * link: a person chose it.
 */
export function withinFolder(fs: FileSystem, root: string): FileSystem {
  /** Rejects where a folder on the way down to this one, or this one itself, is there and no ordinary folder. */
  const needFolders = async (folder: string): Promise<void> => {
    const names = relative(root, folder).split(sep);
    if (names[0] === '') return;
    // At once: on a share each look is a way there and back.
    const found = await Promise.all(
      names.map((_name, at) => fs.facts(join(root, ...names.slice(0, at + 1)))),
    );
    for (const [at, name] of names.entries()) {
      const kind = found[at]?.kind ?? 'folder';
      if (kind !== 'folder') throw new NotOrdinary(kind, 'folder', name);
    }
  };
  /** The same call, where the folders down to the one that `folderOf` names in its arguments are ordinary. */
  const guarded =
    <Input extends readonly [string, ...unknown[]], Output>(
      call: (...input: Input) => Promise<Output>,
      folderOf: (...input: Input) => string,
    ): ((...input: Input) => Promise<Output>) =>
    async (...input) => {
      await needFolders(folderOf(...input));
      return call(...input);
    };
  const itself = (path: string): string => path;
  return {
    open: guarded<[string, 'edit' | 'create'], OpenFile>((path, how) => fs.open(path, how), dirname),
    readFile: guarded((path, most?: number) => fs.readFile(path, most), dirname),
    list: guarded((path) => fs.list(path), itself),
    facts: (path) => fs.facts(path),
    makeFolder: guarded((path, within?: string) => fs.makeFolder(path, within), itself),
    removeFolder: guarded((path) => fs.removeFolder(path), dirname),
    rename: guarded(
      (from, to) => fs.rename(from, to),
      (_from, to) => dirname(to),
    ),
    remove: guarded((path) => fs.remove(path), dirname),
    syncFolder: guarded((path) => fs.syncFolder(path), itself),
  };
}
