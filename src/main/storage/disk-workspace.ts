import { join } from 'node:path';
import type { Attachments, DraftFolder, LogLine, StorageFault, Workspace } from '../ports/storage-ports.ts';
import type { FolderChange, FolderWatch } from '../ports/folder-ports.ts';
import type { AuditFolder, SharedFiles, SharedFolder } from '../ports/storage-ports.ts';
import { done, refused, type Result } from '../../shared/result.ts';
import { appendLines } from './append-lines.ts';
import { AttachmentFiles } from './attachment-files.ts';
import { DraftFolders } from './draft-folders.ts';
import type { FileSystem } from './file-system.ts';
import { printAfter, printOfAll } from './folder-prints.ts';
import { irregularInDraft, irregularInWorkspace } from './irregular-files.ts';
import { withShells, withTakenBack } from './own-log.ts';
import { readLogFiles } from './read-log-files.ts';
import { replaceFile } from './replace-file.ts';
import { SharedFileFolder } from './shared-file-folder.ts';
import { storageFault } from './storage-fault.ts';
import { FolderWatcher } from './watch-folder.ts';
import { mayWriteIn, workspaceFileName, type WorkspaceFile } from './workspace-file.ts';

type Appended = Awaited<ReturnType<Workspace['append']>>;
/**
 * A workspace in a folder on disk. Reading takes every log and every copy of one, whatever a sync service named it, in
 * the draft's folder and in other folders that hold the same draft. A file that cannot be read hides no other.
 */
export class DiskWorkspace implements Workspace {
  readonly id: string;
  readonly name: string;
  readonly kind = 'folder';
  readonly #fs: FileSystem;
  readonly folder: string;
  readonly #folders: DraftFolders;
  readonly #audits: DraftFolders;
  readonly openedFrom: string | null;

  /** `openedFrom` names the copy of plumbline.json that stood in for a missing or damaged one. */
  constructor(fs: FileSystem, root: string, file: WorkspaceFile, openedFrom: string | null = null) {
    this.#fs = fs;
    this.folder = root;
    this.#folders = new DraftFolders(fs, join(root, 'drafts'));
    this.#audits = new DraftFolders(fs, join(root, 'audits'));
    this.id = file.id;
    this.name = file.name;
    this.openedFrom = openedFrom;
  }

  async listDraftFolders(): Promise<Result<readonly DraftFolder[], StorageFault>> {
    return this.#try('list the drafts', async () => {
      const missing = (await this.#fs.facts(join(this.folder, 'drafts'))) === null;
      // A sync tool may leave out an empty folder; a workspace that is not there at all is no empty one.
      return missing && (await this.#isThere()) ? [] : this.#folders.list();
    });
  }

  /**
   * Makes a folder in the workspace. Rejects where the workspace's own file is not there: a share that is away leaves an
   * empty folder where it was mounted, and what is made in it is hidden once the share comes back.
   */
  async #makeFolder(path: string): Promise<void> {
    const names = [workspaceFileName, ...(this.openedFrom === null ? [] : [this.openedFrom])];
    const facts = await Promise.all(names.map((name) => this.#fs.facts(join(this.folder, name))));
    if (facts.every((each) => each === null))
      throw Object.assign(new Error('the workspace is away'), { code: 'ENOENT' });
    await this.#fs.makeFolder(path, this.folder);
  }

  /** Whether anything by which a workspace is known is in the folder. */
  async #isThere(): Promise<boolean> {
    const known = [workspaceFileName, 'drafts', 'people', 'workspace'];
    const facts = await Promise.all(known.map((name) => this.#fs.facts(join(this.folder, name))));
    return facts.some((fact) => fact !== null);
  }

  readDraft(folder: DraftFolder, before?: readonly LogLine[]): ReturnType<Workspace['readDraft']> {
    const what = 'read the draft';
    return this.#try(what, () => this.#folders.readLogs(folder, what, before));
  }

  async readPeople(): Promise<Result<readonly LogLine[], StorageFault>> {
    const what = 'read the people of this workspace';
    // Where nothing of the workspace is there it is out of reach, and nobody left it.
    const reach = await this.#try(what, () => this.#isThere());
    if (!reach.ok) return reach;
    return this.#readLogs('people', what, reach.value);
  }

  readWorkspaceLog(): Promise<Result<readonly LogLine[], StorageFault>> {
    return this.#readLogs('workspace', 'read the log of this workspace');
  }

  listAudits(): ReturnType<Workspace['listAudits']> {
    return this.#try('list the audits', async () =>
      (await this.#fs.facts(join(this.folder, 'audits'))) === null ? [] : this.#audits.list(),
    );
  }

  readAudit(folder: AuditFolder): ReturnType<Workspace['readAudit']> {
    const what = 'read the audit';
    return this.#try(what, () => this.#audits.readLogs(folder, what));
  }

  readProgramme(): ReturnType<Workspace['readProgramme']> {
    return this.#readLogs('programme', 'read the programme');
  }

  mayWrite(): Promise<boolean> {
    return mayWriteIn(this.#fs, this.folder);
  }

  async createDraft(
    ...[slug, draft, key, lines]: Parameters<Workspace['createDraft']>
  ): Promise<Result<DraftFolder, StorageFault>> {
    const folder = `${slug}-${draft.slice(0, 8)}`;
    const path = join(this.folder, 'drafts', folder);
    const made = await this.#try('make a folder for the draft', async () => {
      await this.#makeFolder(path);
      await this.#fs.syncFolder(join(this.folder, 'drafts'));
    });
    const appended = made.ok
      ? await appendLines(this.#fs, join(path, `${key}.jsonl`), lines, 'save the draft')
      : made;
    if (appended.ok) return done(folder);
    await this.#fs.removeFolder(path).catch(() => undefined);
    return appended;
  }

  async append(...[folder, key, lines, since = '']: Parameters<Workspace['append']>): Promise<Appended> {
    const log = `${key}.jsonl`;
    const path = join(this.folder, 'drafts', folder, log);
    const grown = await appendLines(this.#fs, path, lines, 'save to the draft');
    if (!grown.ok) return grown;
    // The record is on disk: where what the folder looks like cannot be told, it is read again.
    const print = this.#foldersOf(folder).then((all) => printAfter(this.#fs, all, log, grown.value, since));
    return done(await print.catch(() => null));
  }

  appendPerson(person: string, lines: readonly string[]): Promise<Result<null, StorageFault>> {
    return this.#appendIn('people', person, lines, 'save your card to the workspace');
  }

  appendToWorkspaceLog(key: string, lines: readonly string[]): Promise<Result<null, StorageFault>> {
    return this.#appendIn('workspace', key, lines, 'save to the log of this workspace');
  }

  appendToAudit(
    ...[folder, key, lines]: Parameters<Workspace['appendToAudit']>
  ): ReturnType<Workspace['appendToAudit']> {
    return this.#appendIn(join('audits', folder), key, lines, 'save to the audit');
  }

  /** In every copy too: an erased word stands nowhere that this device wrote. */
  async rewriteOwn(
    ...[folder, key, replace]: Parameters<Workspace['rewriteOwn']>
  ): Promise<Result<null, StorageFault>> {
    const what = 'erase what was to be erased';
    const found = await this.readDraft(folder);
    if (!found.ok) return found;
    const plain = `${key}.jsonl`;
    const files = new Set(found.value.filter((line) => !line.fault).map((line) => line.file));
    for (const file of [plain, ...[...files].filter((name) => name !== plain)]) {
      const path = join(this.folder, 'drafts', folder, file);
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
    ...[folder, key, lines]: Parameters<Workspace['takeBack']>
  ): Promise<Result<null, StorageFault>> {
    const what = 'take your own records back from a copy';
    const path = join(this.folder, 'drafts', folder, `${key}.jsonl`);
    // Nothing to add: only a torn last line is set aside, so that what is read below is whole lines.
    const mended = await appendLines(this.#fs, path, [], what);
    if (!mended.ok) return mended;
    const read = await this.#try(what, () => this.#fs.readFile(path));
    if (!read.ok) return read;
    const bytes = withTakenBack(read.value, lines);
    return bytes === null ? done(null) : replaceFile(this.#fs, path, bytes, what);
  }

  irregularFiles(draft: DraftFolder | null): ReturnType<Workspace['irregularFiles']> {
    return this.#try('look for what is no ordinary file', () =>
      draft === null
        ? irregularInWorkspace(this.#fs, this.folder)
        : irregularInDraft(this.#fs, this.folder, draft),
    );
  }

  shared(folder: SharedFolder): SharedFiles {
    const path = join(this.folder, folder);
    return new SharedFileFolder(this.#fs, path, () => this.#makeFolder(path));
  }

  attachments(folder: DraftFolder): Attachments {
    return new AttachmentFiles(this.#fs, join(this.folder, 'drafts', folder));
  }

  watch(hear: (change: FolderChange) => void): FolderWatch {
    const place = {
      fs: this.#fs,
      root: this.folder,
      drafts: () => this.listDraftFolders(),
      fingerprint: (folder: string) => this.fingerprint(folder),
      homeOf: (name: string) => this.#folders.homeOf(name),
    };
    return new FolderWatcher(place, hear);
  }

  async fingerprint(folder: DraftFolder): Promise<string> {
    return printOfAll(this.#fs, await this.#foldersOf(folder));
  }

  async #foldersOf(folder: DraftFolder): Promise<readonly string[]> {
    const names = [folder, ...(await this.#folders.copiesOf(folder))];
    return names.map((name) => join(this.folder, 'drafts', name));
  }

  async #appendIn(
    folder: string,
    name: string,
    lines: readonly string[],
    what: string,
  ): Promise<Result<null, StorageFault>> {
    const path = join(this.folder, folder);
    const made = await this.#try(what, () => this.#makeFolder(path));
    const grown = made.ok ? await appendLines(this.#fs, join(path, `${name}.jsonl`), lines, what) : made;
    return grown.ok ? done(null) : grown;
  }

  #readLogs(
    folder: 'people' | 'workspace' | 'programme',
    what: string,
    mayBeAbsent = true,
  ): Promise<Result<readonly LogLine[], StorageFault>> {
    return this.#try(what, () => readLogFiles(this.#fs, join(this.folder, folder), what, mayBeAbsent));
  }

  async #try<T>(what: string, action: () => Promise<T>): Promise<Result<T, StorageFault>> {
    try {
      return done(await action());
    } catch (error) {
      return refused(storageFault(error, what));
    }
  }
}
