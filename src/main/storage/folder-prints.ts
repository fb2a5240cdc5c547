import { join } from 'node:path';
import type { GrownLog } from './append-lines.ts';
import type { FileSystem } from './file-system.ts';
import { listOrNone } from './read-log-files.ts';

/** A file as it looks without being read. */
interface FileLook {
  readonly name: string;
  readonly size: number;
  readonly modified: number;
}

/** What the files of a folder look like: their names, sizes and times; nothing where it is not there. */
async function looksOf(fs: FileSystem, folder: string): Promise<readonly FileLook[]> {
  const entries = await listOrNone(fs, folder);
  const looks = entries.map(async ({ name }) => {
    const facts = await fs.facts(join(folder, name));
    return { name, size: facts?.size ?? 0, modified: facts?.modified ?? 0 };
  });
  return Promise.all(looks);
}

function printed(looks: readonly FileLook[]): string {
  return looks.map(({ name, size, modified }) => `${name}:${size}:${modified}`).join('|');
}

/** The same in one text, which is another where any of them differs. */
export async function printOf(fs: FileSystem, folder: string): Promise<string> {
  return printed(await looksOf(fs, folder));
}

/** The print of several folders that hold one draft. */
export async function printOfAll(fs: FileSystem, folders: readonly string[]): Promise<string> {
  const prints: string[] = [];
  for (const folder of folders) prints.push(await printOf(fs, folder));
  return prints.join('|');
}

/**
 * The print of such folders after a log in the first of them grew, where they had the print `since` before and nothing
 * else in them changed; null where the log looks otherwise than whoever appended to it left it, or another file differs.
 */
export async function printAfter(
  fs: FileSystem,
  [folder = '', ...copies]: readonly string[],
  log: string,
  { before, after, onlyGrew }: GrownLog,
  since: string,
): Promise<string | null> {
  const looks = await looksOf(fs, folder);
  const look = looks.find(({ name }) => name === log);
  if (!onlyGrew || look?.size !== after.size || look.modified !== after.modified) return null;
  const then = looks.flatMap((each) => {
    if (each !== look) return [each];
    return before === null ? [] : [{ ...each, ...before }];
  });
  const others = copies.length === 0 ? [] : [await printOfAll(fs, copies)];
  const isSame = [printed(then), ...others].join('|') === since;
  return isSame ? [printed(looks), ...others].join('|') : null;
}

/** What of a workspace is looked at besides its drafts: people, their presence, the workspace's own log, audits, the programme. */
export const watchedTops = ['people', 'presence', 'workspace', 'audits', 'programme'] as const;
export type WatchedTop = (typeof watchedTops)[number];

/** What the files of a workspace looked like last: their names, sizes and times, by draft and by folder of people. */
export class FolderPrints {
  readonly #root: string;
  readonly #fs: FileSystem;
  readonly #fingerprint: (folder: string) => Promise<string>;
  readonly #known = new Map<string, string>();

  constructor(root: string, fs: FileSystem, fingerprint: (folder: string) => Promise<string>) {
    this.#root = root;
    this.#fs = fs;
    this.#fingerprint = fingerprint;
  }

  /** Whether a draft's files are not what they were when this was asked last; what cannot be read is as nothing. */
  async draftDiffers(folder: string): Promise<boolean> {
    return this.#differs(folder, await this.#fingerprint(folder).catch(() => ''));
  }

  /** Forgets a draft whose folder went: it is told of when it is back, also where it is as it was. */
  forget(folder: string): void {
    this.#known.delete(folder);
  }

  /** Whether the files of one of these are not what they were when this was asked last. */
  async topDiffers(top: WatchedTop): Promise<boolean> {
    const path = join(this.#root, top);
    const print = top === 'audits' ? this.#printOfFolders(path) : printOf(this.#fs, path);
    return this.#differs(`/${top}`, await print.catch(() => ''));
  }

  /** What the files of every folder in a folder look like. */
  async #printOfFolders(path: string): Promise<string> {
    const folders = (await listOrNone(this.#fs, path)).filter(({ kind }) => kind === 'folder');
    const prints = folders.map(async ({ name }) => `${name}/${await printOf(this.#fs, join(path, name))}`);
    return (await Promise.all(prints)).join('/');
  }

  #differs(place: string, now: string): boolean {
    const before = this.#known.get(place);
    this.#known.set(place, now);
    return before !== now;
  }
}
