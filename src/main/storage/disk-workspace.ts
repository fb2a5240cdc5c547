import { join } from 'node:path';
import { z } from 'zod';
import type { Attachments, DraftFolder, LogLine, StorageFault, Workspace } from '../ports.ts';
import { done, refused, type Result } from '../../shared/domain/result.ts';
import { appendLines } from './append-lines.ts';
import { AttachmentFiles } from './attachment-files.ts';
import type { FileSystem } from './file-system.ts';
import { replaceFile } from './replace-file.ts';
import { splitLines } from './split-lines.ts';
import { errnoOf, storageFault } from './storage-fault.ts';
import { workspaceFileName, type WorkspaceFile } from './workspace-file.ts';

const logName = /^.+\.jsonl$/i;
const largestLog = 1_000_000_000;

const named = z.looseObject({ id: z.string() });

function idOf(line: string): string {
  try {
    const read = named.safeParse(JSON.parse(line));
    return read.success ? read.data.id : '';
  } catch {
    return '';
  }
}

/** A workspace in a folder on disk. Reading takes every `*.jsonl`, whatever a sync tool named a copy. */
export class DiskWorkspace implements Workspace {
  readonly id: string;
  readonly name: string;
  readonly #fs: FileSystem;
  readonly #root: string;

  constructor(fs: FileSystem, root: string, file: WorkspaceFile) {
    this.#fs = fs;
    this.#root = root;
    this.id = file.id;
    this.name = file.name;
  }

  async listDraftFolders(): Promise<Result<readonly DraftFolder[], StorageFault>> {
    return this.#try('list the drafts', async () => {
      const drafts = join(this.#root, 'drafts');
      const missing = (await this.#fs.facts(drafts)) === null;
      // A sync tool may leave out an empty folder; a workspace that is not there at all is no empty one.
      if (missing && (await this.#fs.facts(join(this.#root, workspaceFileName))) !== null) return [];
      const entries = await this.#fs.list(drafts);
      return entries.filter((entry) => entry.kind === 'folder').map((entry) => entry.name);
    });
  }

  async readDraft(folder: DraftFolder): Promise<Result<readonly LogLine[], StorageFault>> {
    return this.#readLogs(join(this.#root, 'drafts', folder), 'read the draft', false);
  }

  async readPeople(): Promise<Result<readonly LogLine[], StorageFault>> {
    return this.#readLogs(join(this.#root, 'people'), 'read the people of this workspace', true);
  }

  async createDraft(
    slug: string,
    draft: string,
    key: string,
    lines: readonly string[],
  ): Promise<Result<DraftFolder, StorageFault>> {
    const folder = `${slug}-${draft.slice(0, 8)}`;
    const path = join(this.#root, 'drafts', folder);
    const made = await this.#try('make a folder for the draft', async () => {
      await this.#fs.makeFolder(path);
      await this.#fs.syncFolder(join(this.#root, 'drafts'));
    });
    const appended = made.ok
      ? await appendLines(this.#fs, join(path, `${key}.jsonl`), lines, 'save the draft')
      : made;
    if (appended.ok) return done(folder);
    await this.#fs.removeFolder(path).catch(() => undefined);
    return appended;
  }

  append(folder: DraftFolder, key: string, lines: readonly string[]): Promise<Result<null, StorageFault>> {
    return appendLines(
      this.#fs,
      join(this.#root, 'drafts', folder, `${key}.jsonl`),
      lines,
      'save to the draft',
    );
  }

  async appendPerson(person: string, lines: readonly string[]): Promise<Result<null, StorageFault>> {
    const people = join(this.#root, 'people');
    const made = await this.#try('make the folder for people', () => this.#fs.makeFolder(people));
    if (!made.ok) return made;
    return appendLines(this.#fs, join(people, `${person}.jsonl`), lines, 'save your card to the workspace');
  }

  async rewriteOwn(
    folder: DraftFolder,
    key: string,
    replace: ReadonlyMap<string, string>,
  ): Promise<Result<null, StorageFault>> {
    const path = join(this.#root, 'drafts', folder, `${key}.jsonl`);
    const read = await this.#try('read your log of the draft', () => this.#fs.readFile(path));
    if (!read.ok) return read;
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const lines = splitLines(path, read.value).map((line) => {
      const text = decoder.decode(line.bytes);
      return `${replace.get(idOf(text)) ?? text}${line.whole ? '\n' : ''}`;
    });
    return replaceFile(
      this.#fs,
      path,
      new TextEncoder().encode(lines.join('')),
      'erase what was to be erased',
    );
  }

  attachments(folder: DraftFolder): Attachments {
    return new AttachmentFiles(this.#fs, join(this.#root, 'drafts', folder));
  }

  async fingerprint(folder: DraftFolder): Promise<string> {
    const path = join(this.#root, 'drafts', folder);
    const entries = await this.#listOrNone(path);
    const facts = await Promise.all(
      entries.map(async (entry) => ({
        name: entry.name,
        facts: await this.#fs.facts(join(path, entry.name)),
      })),
    );
    return facts
      .map(({ name, facts: found }) => `${name}:${found?.size ?? 0}:${found?.modified ?? 0}`)
      .join('|');
  }

  async #readLogs(
    path: string,
    what: string,
    mayBeAbsent: boolean,
  ): Promise<Result<readonly LogLine[], StorageFault>> {
    return this.#try(what, async () => {
      const entries = mayBeAbsent ? await this.#listOrNone(path) : await this.#fs.list(path);
      const lines: LogLine[] = [];
      for (const entry of entries) {
        if (entry.kind !== 'file' || !logName.test(entry.name)) continue;
        const file = join(path, entry.name);
        const facts = await this.#fs.facts(file);
        if (facts !== null && facts.size > largestLog) {
          throw Object.assign(new Error('log too large'), { code: 'EFBIG' });
        }
        for (const line of splitLines(entry.name, await this.#fs.readFile(file))) lines.push(line);
      }
      return lines;
    });
  }

  async #listOrNone(path: string): ReturnType<FileSystem['list']> {
    try {
      return await this.#fs.list(path);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return [];
      throw error;
    }
  }

  async #try<T>(what: string, action: () => Promise<T>): Promise<Result<T, StorageFault>> {
    try {
      return done(await action());
    } catch (error) {
      return refused(storageFault(error, what));
    }
  }
}
