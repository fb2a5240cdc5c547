import type { DeviceKey, PersonId, RecordId } from '../../shared/records/record.ts';
import type { SeenWorkspace } from '../../shared/folder/seen-workspace.ts';
import type { Result } from '../../shared/result.ts';
import type { FolderChange, FolderWatch } from './folder-ports.ts';
import type { FolderGrant } from '../../shared/ipc/grant.ts';

/** Why storage could not do what was asked; `message` says what happened, what is safe and what to do. */
export interface StorageFault {
  readonly code:
    | 'not-found'
    | 'not-a-workspace'
    | 'read-only'
    | 'disk-full'
    | 'vanished'
    | 'io'
    | 'too-large'
    | 'exists'
    | 'newer-format'
    | 'damaged'
    | 'not-a-file'
    | 'not-allowed'
    | 'locked';
  readonly message: string;
}

/** One whole line of a log as found, with where it stands. */
export interface LogLine {
  /** File name within the draft's folder, or people/. */
  readonly file: string;
  /** 1 for the first line. */
  readonly line: number;
  readonly bytes: Uint8Array;
  /** False for a last line without a line feed. */
  readonly isComplete: boolean;
  /** Why the file cannot be read, where it stands there and cannot; it then has this one line, numbered 0. */
  readonly fault?: StorageFault;
}

/** A draft's folder within a workspace: `<slug>-<short id>`. */
export type DraftFolder = string;

/** An audit's folder within a workspace: the first 32 digits of its id, or whatever a sync service made of them. */
export type AuditFolder = string;

/** Files kept with a draft's notes, each under the sha256 of its bytes. */
export interface Attachments {
  /** Keeps bytes; they are on disk when this answers with their hash. What is there and whole is left as it is. */
  put(bytes: Uint8Array): Promise<Result<string, StorageFault>>;
  /**
   * The bytes with this hash: `damaged` where what lies under the name is not what was put there, `not-found` where
   * nothing does.
   */
  read(hash: string): Promise<Result<Uint8Array, StorageFault>>;
  /** Takes bytes away that were erased under a rule; nothing happens where they are gone already. */
  remove(hash: string): Promise<Result<null, StorageFault>>;
}

/** The folders of a workspace that hold files of the whole team. */
export type SharedFolder = 'calendars' | 'frameworks' | 'presence';

/** A file as found. */
export interface SharedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The JSON files of one such folder. */
export interface SharedFiles {
  /** In code-unit order of their names; none where there is no such folder. Files over a megabyte are left out. */
  list(): Promise<Result<readonly SharedFile[], StorageFault>>;
  /** Writes a file whole, on disk when the promise resolves. */
  put(name: string, bytes: Uint8Array): Promise<Result<null, StorageFault>>;
}

/** A link, a folder, a pipe, a socket or a device where an ordinary file belongs, or such in place of a folder. */
export interface IrregularFile {
  /** Where it stands: from the workspace on, or within a draft's folder. */
  readonly place: string;
  /** What it is, and that it was not opened. */
  readonly message: string;
}

/** The records of one workspace on disk, or in memory. Every write is on disk when the promise resolves. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** A folder that a team shares, or one file that is read and never written. */
  readonly kind: 'folder' | 'file';
  /** Where it lies on this computer, as people read it; null for what is in memory alone. */
  readonly folder: string | null;
  /** The copy of plumbline.json that it was opened from, where the file itself is missing or damaged; else null. */
  readonly openedFrom: string | null;
  /** Draft folders in code-unit order; folders that hold the same draft are one, under the plainest name. */
  listDraftFolders(): Promise<Result<readonly DraftFolder[], StorageFault>>;
  /**
   * Every line of every log of one draft, files in code-unit order, lines in order; all bytes are read. Lines as they
   * were read `before` may be handed back as the same objects where the same bytes still stand there.
   */
  readDraft(
    folder: DraftFolder,
    before?: readonly LogLine[],
  ): Promise<Result<readonly LogLine[], StorageFault>>;
  /** Whether this person may write in it, as far as can be told without writing. */
  mayWrite(): Promise<boolean>;
  /** Every line of every person's log. */
  readPeople(): Promise<Result<readonly LogLine[], StorageFault>>;
  /** Every line of the workspace's own log; none where there is no such folder. */
  readWorkspaceLog(): Promise<Result<readonly LogLine[], StorageFault>>;
  /** Audits' folders in code-unit order, those that hold the same audit being one; none where there is no such folder. */
  listAudits(): Promise<Result<readonly AuditFolder[], StorageFault>>;
  /** Every line of every log of one audit. */
  readAudit(folder: AuditFolder): Promise<Result<readonly LogLine[], StorageFault>>;
  /** Every line of the programme's logs; none where there is no such folder. */
  readProgramme(): Promise<Result<readonly LogLine[], StorageFault>>;
  /**
   * Makes the folder for a new draft with this device's first lines, all or nothing; the folder's name holds the
   * slug and eight digits of the draft's id.
   */
  createDraft(
    slug: string,
    draft: RecordId,
    key: DeviceKey,
    lines: readonly string[],
  ): Promise<Result<DraftFolder, StorageFault>>;
  /**
   * Appends whole lines to this device's log, as text or as their bytes; on failure the log is as it was before. Answers with the draft's
   * fingerprint where its files, which had the fingerprint `since`, changed by nothing but these lines; null where
   * something else may have changed, and all has to be read again to be known.
   */
  append(
    folder: DraftFolder,
    key: DeviceKey,
    lines: readonly (string | Uint8Array)[],
    since?: string,
  ): Promise<Result<string | null, StorageFault>>;
  /** Appends whole lines to a person's log. */
  appendPerson(person: PersonId, lines: readonly string[]): Promise<Result<null, StorageFault>>;
  /** Appends whole lines to what this device wrote in the workspace's own log. */
  appendToWorkspaceLog(key: DeviceKey, lines: readonly string[]): Promise<Result<null, StorageFault>>;
  /** Appends whole lines to this device's log of an audit, whose folder is made where it is not there. */
  appendToAudit(
    folder: AuditFolder,
    key: DeviceKey,
    lines: readonly string[],
  ): Promise<Result<null, StorageFault>>;
  /**
   * Puts this device's own lines that stand only in a copy (by their numbers) back into its own log, in order; no line
   * that stands there changes.
   */
  takeBack(
    folder: DraftFolder,
    key: DeviceKey,
    lines: readonly string[],
  ): Promise<Result<null, StorageFault>>;
  /** Replaces lines of this device's own log by their shells: the only rewriting there is. */
  rewriteOwn(
    folder: DraftFolder,
    key: DeviceKey,
    replace: ReadonlyMap<RecordId, string>,
  ): Promise<Result<null, StorageFault>>;
  /** The files of a draft; null where its records came without them, in a .judgment file. */
  attachments(folder: DraftFolder): Attachments | null;
  /** Files of the whole team: calendars, and frameworks it published. */
  shared(folder: SharedFolder): SharedFiles;
  /**
   * What is no ordinary file or folder where one belongs: among the files attached to a draft, or, for null, anywhere
   * else but in drafts' own folders. Logs are not among them: those give a line that says why they were not read.
   */
  irregularFiles(draft: DraftFolder | null): Promise<Result<readonly IrregularFile[], StorageFault>>;
  /** Tells of what others change in it, until it is stopped. */
  watch(hear: (change: FolderChange) => void): FolderWatch;
  /** A short token that changes when a draft's files change (names, sizes, times). */
  fingerprint(folder: DraftFolder): Promise<string>;
}

/** What a workspace is founded by: a record of this device's whose id is the workspace's. */
export interface Founding {
  readonly id: RecordId;
  readonly key: DeviceKey;
  /** Its line; none where it stands in the folder already. */
  readonly lines: readonly string[];
}

/** Opens and makes workspaces in folders that people chose. */
export interface Workspaces {
  open(folder: FolderGrant): Promise<Result<Workspace, StorageFault>>;
  /**
   * Makes a workspace in a folder that is none yet. `found` is given what stands there of a workspace's own log, left by
   * a creation that broke off, and answers with the founding; its record is on disk before the file that names it.
   */
  create(
    folder: FolderGrant,
    name: string,
    found: (left: readonly LogLine[]) => Promise<Result<Founding, StorageFault>>,
  ): Promise<Result<Workspace, StorageFault>>;
}

/** What this device has seen last of every key in every draft, so that a shortened log is noticed. */
export interface Witness {
  /** The drafts that are remembered whose ids begin with some digits. */
  draftsFrom(digits: string): Promise<readonly RecordId[]>;
  read(
    draft: RecordId,
  ): Promise<Readonly<Record<DeviceKey, { readonly seq: number; readonly id: RecordId }>>>;
  remember(
    draft: RecordId,
    tips: Readonly<Record<DeviceKey, { readonly seq: number; readonly id: RecordId }>>,
  ): Promise<void>;
}

/** What this device has seen of each workspace, so that a draft or a person's records that are gone are noticed. */
export interface WorkspaceWitness {
  read(workspace: string): Promise<SeenWorkspace>;
  /** Remembers more; nothing is written where what was to be added to is handed back. */
  remember(workspace: string, add: (seen: SeenWorkspace) => SeenWorkspace): Promise<void>;
}

/** Text typed and not yet saved in a revision; survives a kill. */
export interface Journal {
  read(draft: RecordId): Promise<Result<JournalEntry | null, StorageFault>>;
  write(draft: RecordId, entry: JournalEntry): Promise<Result<null, StorageFault>>;
  clear(draft: RecordId): Promise<Result<null, StorageFault>>;
}

/** The unsaved state of one draft on this device: JSON the renderer made, with when it was typed. */
export interface JournalEntry {
  readonly at: string;
  readonly content: string;
  /** Which window wrote it, by a number that it made up for itself. */
  readonly writer?: string | undefined;
}
