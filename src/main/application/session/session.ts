import type { Ports } from '../../ports/ports.ts';
import type { DraftFolder, Workspace } from '../../ports/storage-ports.ts';
import type { FolderWatch } from '../../ports/folder-ports.ts';
import type { CatalogueEntry } from '../../ports/catalogue-port.ts';
import type { ReadLogLine } from './read-lines.ts';
import type { EvidenceTable } from '../../../shared/evidence/evidence-table.ts';
import type { Problem } from '../../../shared/records/checked-line.ts';
import type { DeviceKey, RecordId, SignedRecord } from '../../../shared/records/record.ts';
import type { MissingDraft } from '../../../shared/folder/seen-workspace.ts';
import type { VerifiedDraft } from '../../../shared/judgment/verify-draft.ts';
import type { VerifiedPeople } from '../../../shared/people/verify-people.ts';
import {
  unreadWorkspaceLog,
  type VerifiedWorkspaceLog,
} from '../../../shared/workspace/verify-workspace-log.ts';
import type { UnjudgedPlace } from '../../../shared/workspace/verify-unjudged-logs.ts';
import type { HeardPresence, Presence } from '../../../shared/folder/presence.ts';
import type { CallAnswer, CallInput, ChannelName } from '../../../shared/ipc/contract.ts';
import type { JobName } from '../../../shared/ipc/host-event.ts';
import type { Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { DraftRow, DraftView } from '../../../shared/ipc/views.ts';
import type { FolderArrival } from '../../../shared/ipc/folder-views.ts';

/**
 * A draft as last read, whole: what its files looked like then, and everything that its records say, hidden or not. What
 * a person may see of it is a `SeenDraft`.
 */
export interface LoadedDraft {
  readonly folder: string;
  readonly fingerprint: string;
  /** Its lines as they were read: those that still stand need no second look. */
  readonly lines: readonly ReadLogLine[];
  readonly verified: VerifiedDraft;
  /** By key, the records that stand in a copy only and not in the key's own log. */
  readonly astray: ReadonlyMap<DeviceKey, readonly SignedRecord[]>;
  /** Keys of records that are here and wait for others that are not. */
  readonly waiting: ReadonlySet<DeviceKey>;
}

/** The logs of audits, or of the programme, as read last: this version judges none of them and writes none. */
interface UnjudgedLogs {
  /** By folder, '' being the place itself, the lines as they were read: those that still stand need no second look. */
  readonly lines: ReadonlyMap<string, readonly ReadLogLine[]>;
  /** What is wrong with them, each file named from the workspace on. */
  readonly problems: readonly Problem[];
}

/** An open workspace with what was read from it. */
export interface OpenedWorkspace {
  readonly workspace: Workspace;
  readonly drafts: Map<string, LoadedDraft>;
  people: VerifiedPeople;
  /** Folders' lines of the list as last verified, once the list was asked for. */
  listed?: Map<DraftFolder, CatalogueEntry>;
  /** A list under way, and the one that follows it. */
  listing?: {
    readonly now: Promise<Result<readonly DraftRow[], CallError>>;
    next?: Promise<Result<readonly DraftRow[], CallError>>;
  };
  /** The workspace's own log, read with the people: who administers it, and which drafts are lawfully gone. */
  workspaceLog: VerifiedWorkspaceLog;
  /** The lines of it as they were read, and the people by whose keys they were verified. */
  workspaceLogRead?: { readonly lines: readonly ReadLogLine[]; readonly people: VerifiedPeople };
  /** The logs of audits and of the programme; absent before they were first read. */
  unjudged?: { readonly [place in UnjudgedPlace]?: UnjudgedLogs };
  /** Drafts that this profile's person reads blind; absent before it was asked, and after an audit changed. */
  blind?: Promise<ReadonlyMap<RecordId, string>>;
  /** The same as it was last worked out: holds while the audits cannot be read. */
  blindBefore?: ReadonlyMap<RecordId, string>;
  /** The folders of the last list, and the drafts of which none of them was one any more; absent before the first. */
  looked?: {
    readonly folders: ReadonlySet<DraftFolder>;
    readonly missing: readonly MissingDraft[];
    /** Whether all were looked into: a list that is stopped ends before. */
    readonly whole: boolean;
  };
  /** How many records of drafts are kept in memory at most; the draft read last is kept however large. */
  mostRecords?: number;
  /** The lines of the people's logs as they were read. */
  peopleLines?: readonly ReadLogLine[];
  /** Whether it can be read only: one's own card could not be put into it, or it may not be written. */
  readonly readOnly?: boolean;
  following?: FolderWatch;
  /** What was found to be no ordinary file in it, its drafts' own folders apart; absent before the first look. */
  irregular?: readonly Problem[];
  /** What others say of where they write, by device; absent before the first look. */
  presence?: ReadonlyMap<string, HeardPresence>;
  /** What this person told last of where they write, and the write of it where one is under way. */
  toldPresence?: Presence;
  tellingPresence?: Promise<void>;
  /** Of each draft, how many records of each key were told of already. */
  announced?: Map<string, Readonly<Record<string, number>>>;
  /** What others did since it is followed, the latest first. */
  arrivals?: readonly FolderArrival[];
}

/** A workspace that was opened, and of which nothing was read yet. */
export function newlyOpened(workspace: Workspace): OpenedWorkspace {
  return {
    workspace,
    drafts: new Map(),
    people: { people: [], problems: [] },
    workspaceLog: unreadWorkspaceLog,
  };
}

/** A file of evidence as read. */
export interface EvidenceFile {
  readonly name: string;
  readonly sha256: string;
  readonly table: EvidenceTable;
}

/** One window's place: which workspace it has open. */
export interface Session {
  readonly window: string;
  opened: OpenedWorkspace | null;
  /** The draft's view that this window was sent last, by the number it was sent under. */
  sent?: { readonly draft: string; readonly state: number; readonly view: DraftView };
  /** The file of evidence looked at last: leave to read some files is given once. */
  evidence?: {
    readonly grant: string;
    readonly file: EvidenceFile;
    /** The sheet that was asked for, and the file itself while another may be. */
    readonly sheet: string | null;
    readonly bytes: { readonly name: string; readonly bytes: Uint8Array } | null;
  };
  /** The file of records offered last, likewise. */
  offered?: { readonly grant: string; readonly name: string; readonly bytes: Uint8Array } | undefined;
}

/** Everything a service is given. */
export interface Scope {
  readonly ports: Ports;
  readonly session: Session;
  /** One writer at a time per process: work of one draft queues here. */
  readonly queue: <T>(work: () => Promise<T>) => Promise<T>;
  /** The long work that the window asked for and that runs now. */
  readonly jobs: Map<JobName, Set<AbortController>>;
}

/** What answers one channel. */
export type Service<N extends ChannelName> = (
  scope: Scope,
  input: CallInput<N>,
) => Promise<Result<CallAnswer<N>, CallError>>;

/** A queue in which one piece of work begins when the one before has ended, however it ended. */
export function workQueue(): Scope['queue'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
