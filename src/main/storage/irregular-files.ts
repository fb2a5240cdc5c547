import { join } from 'node:path';
import type { IrregularFile } from '../ports/storage-ports.ts';
import type { FileFacts, FileSystem } from './file-system.ts';
import { isServiceFolder } from './log-names.ts';
import { NotOrdinary } from './not-ordinary.ts';
import { listOrNone } from './read-log-files.ts';
import { workspaceFileName } from './workspace-file.ts';

type Entry = Awaited<ReturnType<FileSystem['list']>>[number];

/** Folders of a workspace that hold files of the whole team, all of them ending in .json. */
const shared = ['calendars', 'frameworks', 'presence'];
const folders = new Set(['drafts', 'people', 'workspace', 'audits', 'programme', ...shared]);

function irregular(place: string, kind: FileFacts['kind'], expected: 'file' | 'folder'): IrregularFile {
  const name = place.split('/').at(-1) ?? place;
  return {
    place,
    message: `${new NotOrdinary(kind, expected, name).message}. It was not opened or followed.`,
  };
}

/** What in a listed folder should be files and is not; what services leave there, by a name of their own, is passed over. */
function notFiles(
  folder: string,
  entries: readonly Entry[],
  isOurs: (name: string) => boolean,
): readonly IrregularFile[] {
  return entries
    .filter(({ name, kind }) => kind !== 'file' && isOurs(name) && !isServiceFolder(name))
    .map(({ name, kind }) => irregular(`${folder}/${name}`, kind, 'file'));
}

/** What stands in a workspace, its drafts' and audits' own folders apart, where an ordinary file or folder belongs and is none. */
export async function irregularInWorkspace(fs: FileSystem, root: string): Promise<readonly IrregularFile[]> {
  const top = await listOrNone(fs, root);
  const found = top.flatMap(({ name, kind }) => {
    if (name === workspaceFileName) return kind === 'file' ? [] : [irregular(name, kind, 'file')];
    return folders.has(name) && kind !== 'folder' ? [irregular(name, kind, 'folder')] : [];
  });
  const listed = async (name: string): Promise<readonly Entry[]> =>
    top.some((entry) => entry.name === name && entry.kind === 'folder')
      ? listOrNone(fs, join(root, name))
      : [];
  for (const folder of ['drafts', 'audits'])
    for (const { name, kind } of await listed(folder))
      if (kind !== 'folder' && kind !== 'file' && !isServiceFolder(name))
        found.push(irregular(`${folder}/${name}`, kind, 'folder'));
  for (const folder of shared)
    found.push(...notFiles(folder, await listed(folder), (name) => /\.json$/iu.test(name)));
  return found;
}

/** The same among the files attached to one draft; its logs are told of where they are read. */
export async function irregularInDraft(
  fs: FileSystem,
  root: string,
  draft: string,
): Promise<readonly IrregularFile[]> {
  const [folder, path] = ['attachments', join(root, 'drafts', draft)];
  const own = (await listOrNone(fs, path)).find(({ name }) => name === folder);
  if (own === undefined) return [];
  if (own.kind !== 'folder') return [irregular(folder, own.kind, 'folder')];
  return notFiles(folder, await fs.list(join(path, folder)), () => true);
}
