import type { Preferences } from '../../shared/ipc/preferences.ts';
import type { Hpke, SecretKeys } from './lodging-ports.ts';
import type { ComparisonDocument } from '../../shared/comparison/comparison-document.ts';
import type { EmbeddedFont } from '../../shared/documents/document-css.ts';
import type { DocumentStyle, DocumentTemplate } from '../../shared/documents/document-template.ts';
import type { PrintedDocument } from '../../shared/documents/printed-document.ts';
import type { EvidenceDocument } from '../../shared/documents/evidence-document.ts';
import type { ColumnMapping, EvidenceTable } from '../../shared/evidence/evidence-table.ts';
import type { Framework } from '../../shared/framework/framework-schema.ts';
import type { DeviceKey, PersonId, RecordId } from '../../shared/records/record.ts';
import type { Protocol } from '../../shared/audits/protocol.ts';
import type { ReportFile } from '../../shared/report/report-file.ts';
import type { ReportEdit } from '../../shared/report/report-edit.ts';
import type { ReportProblem } from '../../shared/report/report-problem.ts';
import type { ReportStates } from '../../shared/report/read-states.ts';
import type { Result } from '../../shared/result.ts';
import type { PrintPdf } from './printing-port.ts';
import type { OutcomeStore } from './outcome-store.ts';
import type { ClockPorts } from './calendar-port.ts';
import type { CheckReport } from './report-checks-port.ts';
import type { Catalogues, Surveyors } from './catalogue-port.ts';
import type { Search } from './search-port.ts';
import type { TimeStamps } from './time-stamp-port.ts';
import type { HeavyWork } from '../../shared/work/heavy-work.ts';
import type {
  Journal,
  StorageFault,
  Witness,
  Workspace,
  Workspaces,
  WorkspaceWitness,
} from './storage-ports.ts';
import type { ReadMarks } from './folder-ports.ts';
import type { FilePurpose, HostEvent } from '../../shared/ipc/host-event.ts';
import type { FileGrant, FolderGrant } from '../../shared/ipc/grant.ts';
import type { AboutView } from '../../shared/ipc/about-view.ts';
import type { ManagedView } from '../../shared/ipc/managed-settings.ts';

/** Tells the time; injected so that tests and the sample can set it. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
}

/** Cryptographic randomness. */
interface Random {
  /** `count` random bytes as lower-case hex. */
  hex(count: number): string;
}

/** This profile's person and device keys. Private keys never leave the adapter but for the encrypted backup. */
export interface Keys extends SecretKeys {
  /** Who this profile is, or null before the first start's introduction. */
  self(): Promise<{
    readonly person: PersonId;
    readonly rootKey: string;
    readonly device: DeviceKey;
    readonly log: RecordId | null;
  } | null>;
  /** Makes root and device keys for a new person. */
  create(): Promise<
    Result<{ readonly person: PersonId; readonly rootKey: string; readonly device: DeviceKey }, StorageFault>
  >;
  /** Remembers the first record of the person's log and the log's lines, to be put into every workspace opened. */
  setCard(log: RecordId, lines: readonly string[]): Promise<Result<null, StorageFault>>;
  cardLines(): Promise<readonly string[]>;
  /** Ed25519 signature, hex, over the UTF-8 of `message`. */
  sign(by: 'root' | 'device', message: string): Promise<string>;
  /** How the private keys are kept: by the system's key store, or in a file only this user can read. */
  protection(): 'system' | 'file';
  /** Root and device keys with the card, encrypted under a passphrase: the bytes of a backup file. */
  backUp(passphrase: string): Promise<Uint8Array>;
  restore(
    backup: Uint8Array,
    passphrase: string,
  ): Promise<
    Result<
      null,
      { readonly code: 'wrong-passphrase' | 'damaged' | 'has-person' | 'io'; readonly message: string }
    >
  >;
}

/** Hashing and verifying, the same functions the domain is given. */
export interface Crypto {
  readonly sha256: (utf8: string) => string;
  readonly sha256Bytes: (bytes: Uint8Array) => string;
  readonly verify: (key: string, message: string, signature: string) => boolean;
}

/** Preferences only: losing them costs nothing else. */
export interface Settings {
  read(): AppSettings;
  /** Refused where the profile's disk takes nothing. Losing preferences costs nothing else, so nothing else fails for it. */
  write(settings: AppSettings): Result<null, StorageFault>;
  /** What the damaged file of settings was renamed to, where there was one. */
  readonly setAside?: string;
}

/** What people may prefer, and where they were. */
export interface AppSettings extends Preferences {
  readonly recents: readonly { readonly id: string; readonly name: string; readonly opened: string }[];
  /** ISO time of the last key backup, or null. */
  readonly backedUp: string | null;
  /** The id of the sample's workspace, whose people Plumbline itself made up; null before it was opened. */
  readonly sample: string | null;
  /** How columns were read last, by the file's headers joined. */
  readonly mappings: { readonly [headers: string]: ColumnMapping };
}

/** Asking people for folders and files, and handing files over, in whichever host there is. */
export interface Dialogs {
  chooseFolder(window: string, purpose: 'open-workspace' | 'create-workspace'): Promise<FolderGrant | null>;
  chooseFiles(window: string, purpose: FilePurpose): Promise<readonly FileGrant[]>;
  /** Hands bytes over under a suggested name; null where the person cancelled. A `secret` file is its user's alone. */
  saveFile(
    window: string,
    name: string,
    bytes: Uint8Array,
    secret?: boolean,
  ): Promise<Result<{ readonly name: string } | null, StorageFault>>;
}

/** Opaque grants to what lies outside the workspace; only adapters know the paths behind them. */
export interface Grants {
  readFile(
    grant: string,
    maxBytes: number,
  ): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, StorageFault>>;
  /** Keeps the bytes of a file that was read, to be read once more. */
  grantBytes(name: string, content: Uint8Array): FileGrant;
  /** The grant of a folder opened before, by its recent id. */
  folderOfRecent(recent: string): FolderGrant | null;
  /** Remembers a folder under an id that settings may hold; a folder that cannot be remembered is open all the same. */
  rememberFolder(folder: FolderGrant): Promise<Result<string, StorageFault>>;
  /** A folder of the application's own, for the sample. */
  ownFolder(name: string): Promise<Result<FolderGrant, StorageFault>>;
}

/** Hears how much of how much is read, again and again, and stops the reading by false. */
export type WatchReading = (done: number, total: number) => boolean;

/** Turns files into text and text into files. Files are read within bounds and beside the program, one at a time. */
export interface Documents {
  /** A report's bytes (PDF, Word or text) into its lines; refusals are words for people. */
  readReport(bytes: Uint8Array, watch?: WatchReading): Promise<Result<ReportFile, ReportProblem>>;
  /** A report's bytes into what it says as a person settled it, in every state that its tracked changes make; null: any framework. */
  readStates(
    bytes: Uint8Array,
    frameworks: readonly Framework[],
    framework: string | null,
    watch?: WatchReading,
    edits?: readonly ReportEdit[],
  ): Promise<Result<ReportStates, ReportProblem>>;
  /** A table of evidence from CSV, Excel, Word or plain notes; refusals are words for people. */
  readEvidence(
    bytes: Uint8Array,
    watch?: WatchReading,
    sheet?: string | null,
  ): Promise<Result<EvidenceTable, { readonly message: string }>>;
  /** A document as Word (.docx) in a house style. */
  documentAsWord(document: PrintedDocument, style: DocumentStyle): Promise<Uint8Array>;
  /** The page, from 1, on which each heading of a printed PDF stands, by its id. */
  pagesOfPlaces(pdf: Uint8Array): ReadonlyMap<string, number>;
  /** A table, such as the evidence base, as CSV whose texts no program takes for formulas. */
  tableAsCsv(table: CsvTable): Promise<Uint8Array>;
  /** A comparison as a Word document (.docx) with tracked changes. */
  comparisonAsWord(comparison: ComparisonDocument): Promise<Uint8Array>;
}

/** A table to be written as CSV, its abbreviations below it. */
export interface CsvTable extends Pick<EvidenceDocument, 'columns' | 'abbreviations'> {
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Files shipped with the application. */
export interface Resources {
  frameworks(): Promise<readonly Framework[]>;
  /** The protocols of audits, every version that ships. */
  protocols(): Promise<readonly Protocol[]>;
  /** A text file of resources/sample by its name relative to it. */
  sampleText(name: string): Promise<string>;
  /** The house style that documents are made in. */
  template(id?: 'house' | 'letter'): Promise<DocumentTemplate>;
  /** The fonts of the house style, for pages that are printed. */
  fonts(): Promise<readonly EmbeddedFont[]>;
  /** What a build says of itself; null where nothing was built. */
  built(): Promise<Pick<AboutView, 'commit' | 'notices'> | null>;
}

/** Tells windows what happened. */
export interface Windows {
  send(window: string, event: HostEvent): void;
  broadcast(event: HostEvent): void;
  /** Hears which workspace a window opened, by the id under which it is remembered: a window may outlive its host. */
  opened?(window: string, recent: string): void;
}

/** Everything the services stand on. */
export interface Ports {
  /** Files that the system gave to open, double-clicked or named at the start: each is given once. */
  readonly openedFiles: { take(): readonly FileGrant[] };
  /** The program and the system that it runs on, in a line each: versions, and nothing of whose they are. */
  readonly runsOn: () => readonly string[];
  readonly clock: Clock;
  readonly random: Random;
  readonly crypto: Crypto;
  readonly keys: Keys;
  readonly hpke: Hpke;
  readonly workspaces: Workspaces;
  readonly witness: Witness;
  readonly workspaceWitness: WorkspaceWitness;
  /** What this person said they had looked at, for “since I last looked”; losing it costs nothing else. */
  readonly looked: Witness;
  readonly journal: Journal;
  readonly readMarks: ReadMarks;
  readonly settings: Settings;
  readonly dialogs: Dialogs;
  readonly grants: Grants;
  readonly resources: Resources;
  readonly documents: Documents;
  readonly clocks: ClockPorts;
  readonly printPdf: PrintPdf;
  readonly windows: Windows;
  readonly heavyWork: HeavyWork;
  readonly search: Search;
  readonly checkReport: CheckReport;
  readonly catalogues: Catalogues;
  readonly surveyors: Surveyors;
  readonly timeStamps: TimeStamps;
  readonly outcomes: OutcomeStore;
  /** Keys in memory alone, for the fictional people of the sample. */
  readonly makeKeys: () => Keys;
  /** A `.judgment` or `.card` file as a workspace of one draft, for reading. */
  readonly readJudgment: (name: string, bytes: Uint8Array) => Workspace;
  /** The application’s version. */
  readonly version: string;
  /** Where this profile's own files lie, as people read it. */
  readonly profileFolder: string;
  /** What an organisation has settled for everybody of this computer; null where nobody has. */
  readonly managed: ManagedView | null;
  /** Who else holds this profile: null where this process may write. */
  readonly lockedBy: string | null;
}
