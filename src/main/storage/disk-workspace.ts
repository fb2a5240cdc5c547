import { join } from 'node:path';
import type {
  Attachments,
  DraftFolder,
  FolderChange,
  FolderWatch,
  LogLine,
  StorageFault,
  Workspace,
} from '../ports.ts';
import type { SharedFiles, SharedFolder } from '../ports/storage-ports.ts';
import { done, refused, type Result } from '../../shared/domain/result.ts';
import { appendLines } from './append-lines.ts';
import { AttachmentFiles } from './attachment-files.ts';
import { DraftFolders } from './draft-folders.ts';
import type { FileSystem } from './file-system.ts';
import { logNameKind } from './log-names.ts';
import { withShells, withTakenBack } from './own-log.ts';
import { replaceFile } from './replace-file.ts';
import { SharedFileFolder } from './shared-file-folder.ts';
import { splitLines } from './split-lines.ts';
import { errnoOf, storageFault } from './storage-fault.ts';
import { FolderWatcher } from './watch-folder.ts';
import { workspaceFileName, type WorkspaceFile } from './workspace-file.ts';

const largestLog = 1_000_000_000;

/**
 * A workspace in a folder on disk. Reading takes every log and every copy of one, whatever a sync service named it, in
 * the draft's folder and in other folders that hold the same draft. A file that cannot be read hides no other.
 */
export class DiskWorkspace implements Workspace {
  readonly id: string;
  readonly name: string;
  readonly #fs: FileSystem;
  readonly #root: string;
  readonly #folders: DraftFolders;
  readonly openedFrom: string | null;

  /** `openedFrom` names the copy of plumbline.json that stood in for a missing or damaged one. */
  constructor(fs: FileSystem, root: string, file: WorkspaceFile, openedFrom: string | null = null) {
    this.#fs = fs;
    this.#root = root;
    this.#folders = new DraftFolders(fs, join(root, 'drafts'));
    this.id = file.id;
    this.name = file.name;
    this.openedFrom = openedFrom;
  }

  async listDraftFolders(): Promise<Result<readonly DraftFolder[], StorageFault>> {
    return this.#try('list the drafts', async () => {
      const drafts = join(this.#root, 'drafts');
      const missing = (await this.#fs.facts(drafts)) === null;
      // A sync tool may leave out an empty folder; a workspace that is not there at all is no empty one.
      if (missing && (await this.#fs.facts(join(this.#root, workspaceFileName))) !== null) return [];
      return this.#folders.list();
    });
  }

  async readDraft(folder: DraftFolder): Promise<Result<readonly LogLine[], StorageFault>> {
    const what = 'read the draft';
    const read = await this.#readLogs(join(this.#root, 'drafts', folder), what, false);
    if (!read.ok) return read;
    const lines = [...read.value];
    for (const copy of await this.#folders.copiesOf(folder)) {
      const more = await this.#readLogs(join(this.#root, 'drafts', copy), what, true);
      if (!more.ok) return more;
      for (const line of more.value) lines.push({ ...line, file: `../${copy}/${line.file}` });
    }
    return done(lines);
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

  /** In every copy too: an erased word stands nowhere that this device wrote. */
  async rewriteOwn(
    folder: DraftFolder,
    key: string,
    replace: ReadonlyMap<string, string>,
  ): Promise<Result<null, StorageFault>> {
    const what = 'erase what was to be erased';
    const found = await this.readDraft(folder);
    if (!found.ok) return found;
    const plain = `${key}.jsonl`;
    const files = new Set(found.value.filter((line) => !line.fault).map((line) => line.file));
    for (const file of [plain, ...[...files].filter((name) => name !== plain)]) {
      const path = join(this.#root, 'drafts', folder, file);
      const read = await this.#try(what, () => this.#fs.readFile(path));
      if (!read.ok) return read;
      const bytes = withShells(read.value, replace);
      if (bytes === null) continue;
      const written = await replaceFile(this.#fs, path, bytes, what);
      if (!written.ok) return written;
    }
    return done(null);
  }

  async takeBack(
    folder: DraftFolder,
    key: string,
    lines: readonly string[],
  ): Promise<Result<null, StorageFault>> {
    const what = 'take your own records back from a copy';
    const path = join(this.#root, 'drafts', folder, `${key}.jsonl`);
    // Nothing to add: only a torn last line is set aside, so that what is read below is whole lines.
    const mended = await appendLines(this.#fs, path, [], what);
    if (!mended.ok) return mended;
    const read = await this.#try(what, () => this.#fs.readFile(path));
    if (!read.ok) return read;
    const bytes = withTakenBack(read.value, lines);
    return bytes === null ? done(null) : replaceFile(this.#fs, path, bytes, what);
  }

  shared(folder: SharedFolder): SharedFiles {
    return new SharedFileFolder(this.#fs, this.#root, folder);
  }

  attachments(folder: DraftFolder): Attachments {
    return new AttachmentFiles(this.#fs, join(this.#root, 'drafts', folder));
  }

  watch(hear: (change: FolderChange) => void): FolderWatch {
    const [fs, root] = [this.#fs, this.#root];
    const place = {
      fs,
      root,
      drafts: () => this.listDraftFolders(),
      fingerprint: (folder: string) => this.fingerprint(folder),
      homeOf: (name: string) => this.#folders.homeOf(name),
    };
    return new FolderWatcher(place, hear);
  }

  async fingerprint(folder: DraftFolder): Promise<string> {
    const told: string[] = [];
    for (const name of [folder, ...(await this.#folders.copiesOf(folder))]) {
      const path = join(this.#root, 'drafts', name);
      const entries = (await this.#listOrNone(path)).filter(({ kind }) => kind !== 'other');
      const facts = await Promise.all(
        entries.map(async (entry) => {
          const found = await this.#fs.facts(join(path, entry.name));
          return `${entry.name}:${found?.size ?? 0}:${found?.modified ?? 0}`;
        }),
      );
      told.push(...facts);
    }
    return told.join('|');
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
        const kind = entry.kind === 'file' ? logNameKind(entry.name) : 'other';
        if (kind === 'promised') lines.push(unread(entry.name, promised));
        else if (kind === 'log')
          for (const line of await this.#linesOf(path, entry.name, what)) lines.push(line);
      }
      return lines;
    });
  }

  /** The lines of one log, or one that says why it cannot be read: a placeholder not yet downloaded, say. */
  async #linesOf(path: string, name: string, what: string): Promise<readonly LogLine[]> {
    const file = join(path, name);
    try {
      const facts = await this.#fs.facts(file);
      if (facts !== null && facts.size > largestLog) {
        throw Object.assign(new Error('log too large'), { code: 'EFBIG' });
      }
      return splitLines(name, await this.#fs.readFile(file));
    } catch (error) {
      return [unread(name, storageFault(error, what))];
    }
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

const promised: StorageFault = {
  code: 'vanished',
  message: 'The file is not on this computer yet: only its name has arrived.',
};

function unread(file: string, fault: StorageFault): LogLine {
  return { file, line: 0, bytes: new Uint8Array(), whole: false, fault };
}
