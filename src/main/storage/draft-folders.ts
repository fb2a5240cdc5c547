import { join } from 'node:path';
import { z } from 'zod';
import type { DraftFolder, LogLine } from '../ports/storage-ports.ts';
import type { FileSystem } from './file-system.ts';
import { isServiceFolder, logNameKind } from './log-names.ts';
import { readLogFiles } from './read-log-files.ts';
import { splitLines } from './split-lines.ts';

const ordinary = /-([0-9a-f]{8})$/;
/** A name that a person or a service may have lengthened: its last eight digits need not be the draft's. */
const doubtful = /-[0-9a-f]{8}.*-[0-9a-f]{8}$|-\d{8}$/;
const named = z.looseObject({ id: z.string(), draft: z.string().nullable() });

/**
 * The folders under drafts/, with those that hold one draft taken together: a sync service makes a second folder of a
 * draft ("northbrook-1234abcd (1)"), or one whose name differs by case. They are told by the draft that their first
 * record names, and by its name where nothing in it can be read; only folders whose names leave a doubt are looked into.
 * The folders of audits under audits/ likewise.
 */
export class DraftFolders {
  readonly #fs: FileSystem;
  readonly #drafts: string;
  readonly #ids = new Map<string, string>();
  #copies: ReadonlyMap<DraftFolder, readonly string[]> | null = null;

  constructor(fs: FileSystem, drafts: string) {
    this.#fs = fs;
    this.#drafts = drafts;
  }

  /** One folder for every draft, in code-unit order; rejects with a node error where drafts/ cannot be listed. */
  async list(): Promise<readonly DraftFolder[]> {
    const names = (await this.#fs.list(this.#drafts))
      .filter((entry) => entry.kind === 'folder' && !isServiceFolder(entry.name))
      .map((entry) => entry.name);
    const tails = Map.groupBy(names, (name) => ordinary.exec(name)?.[1] ?? '');
    const plain: DraftFolder[] = [];
    const groups = new Map<string, string[]>();
    const unread: string[] = [];
    for (const name of names) {
      const tail = ordinary.exec(name)?.[1];
      const alone = tail !== undefined && tails.get(tail)?.length === 1 && !doubtful.test(name);
      const id = alone ? null : await this.#idIn(name);
      if (id === null) (alone ? plain : unread).push(name);
      else groups.set(id, [...(groups.get(id) ?? []), name]);
    }
    for (const [id, members] of groups) {
      const home = plain.find((name) => name.endsWith(`-${id.slice(0, 8)}`));
      if (home === undefined || (await this.#idIn(home)) !== id) continue;
      members.push(home);
      plain.splice(plain.indexOf(home), 1);
    }
    const copies = new Map<DraftFolder, readonly string[]>();
    for (const [id, members] of groups) {
      const [first = '', ...rest] = members.toSorted((a, b) => rank(a, id) - rank(b, id) || (a < b ? -1 : 1));
      plain.push(first);
      if (rest.length > 0) copies.set(first, rest);
    }
    for (const name of unread) {
      // A copy of which nothing can be read yet is known by the name that it holds.
      const home = plain.find((folder) => name.toLowerCase().includes(folder.toLowerCase()));
      if (home === undefined) plain.push(name);
      else copies.set(home, [...(copies.get(home) ?? []), name]);
    }
    this.#copies = copies;
    return plain.sort();
  }

  /** Other folders that hold the same draft as this one. */
  async copiesOf(folder: DraftFolder): Promise<readonly string[]> {
    if (this.#copies === null) await this.list();
    return this.#copies?.get(folder) ?? [];
  }

  /**
   * Every line of every log in a folder, then those in its copies, whose files are named from this folder on. Rejects
   * with a node error where the folder itself is not there.
   */
  async readLogs(
    folder: DraftFolder,
    what: string,
    before: readonly LogLine[] = [],
  ): Promise<readonly LogLine[]> {
    const lines = [...(await readLogFiles(this.#fs, join(this.#drafts, folder), what, false, before))];
    for (const copy of await this.copiesOf(folder))
      for (const line of await readLogFiles(this.#fs, join(this.#drafts, copy), what, true))
        lines.push({ ...line, file: `../${copy}/${line.file}` });
    return lines;
  }

  /** The folder that stands for the draft of any folder, as last listed. */
  homeOf(name: string): DraftFolder {
    return [...(this.#copies ?? [])].find(([, copies]) => copies.includes(name))?.[0] ?? name;
  }

  /** The draft that a folder's first readable line names, or null. It never changes, so it is remembered. */
  async #idIn(name: string): Promise<string | null> {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const path = join(this.#drafts, name);
    const entries = await this.#fs.list(path).catch(() => []);
    for (const entry of entries) {
      if (entry.kind !== 'file' || logNameKind(entry.name) !== 'log') continue;
      const bytes = await this.#fs.readFile(join(path, entry.name)).catch(() => new Uint8Array());
      for (const line of splitLines(entry.name, bytes)) {
        const id = line.isComplete ? draftIn(line.bytes) : null;
        if (id === null) continue;
        this.#ids.set(name, id);
        return id;
      }
    }
    return null;
  }
}

/** The plain name first: it ends with the draft's digits, in small letters, and is the shortest. */
function rank(name: string, id: string): number {
  const home = name.endsWith(`-${id.slice(0, 8)}`) ? 0 : 10_000;
  return home + (name === name.toLowerCase() ? 0 : 1000) + name.length;
}

function draftIn(bytes: Uint8Array): string | null {
  try {
    const read = named.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return read.success ? (read.data.draft ?? read.data.id) : null;
  } catch {
    return null;
  }
}
