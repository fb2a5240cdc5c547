import type { DeviceKey, PersonId, RecordId } from '../../shared/records/record.ts';
import type { Person } from '../../shared/people/person.ts';
import type { ClockFacts } from '../../shared/clocks/clock-states.ts';
import type { SealedJudgment } from '../../shared/judgment/sealed-judgment.ts';
import type { DraftRow } from '../../shared/ipc/views.ts';
import type { DraftFolder, LogLine } from './storage-ports.ts';

/** What was found when a draft's folder was last read and surveyed. */
export interface CatalogueEntry {
  readonly folder: DraftFolder;
  /** Its files then, and what vouched for its authors' keys: what is found rests on nothing else. */
  readonly stamp: string;
  /** Whoever signed a record of it; an author nobody knew among them. */
  readonly authors: readonly PersonId[];
  /** Null where the folder held no record. */
  readonly row: DraftRow | null;
  /** What the draft says of its clocks: how they stand is told anew each day. */
  readonly clocks: Omit<ClockFacts, 'holidays' | 'today'> | null;
  /** How many records each key wrote, and whose it is: what reading marks are held against. */
  readonly counts: readonly KeyCount[];
  /** What an audit's frame needs of the seal that stands; null where none does, and of calibration cases. */
  readonly sealed: SealedJudgment | null;
  /** Whether every signature was verified, or as many as vouch for the others. */
  readonly everySignature: boolean;
}

/** How many records of a draft one key wrote. */
interface KeyCount {
  readonly key: DeviceKey;
  readonly author: PersonId;
  readonly count: number;
}

/**
 * The list of one workspace's drafts as last verified on this computer. Disposable: made from the logs, made anew where
 * it is missing, of another form or damaged.
 */
export interface Catalogue {
  all(): Promise<readonly CatalogueEntry[]>;
  put(entries: readonly CatalogueEntry[]): Promise<void>;
  drop(folders: readonly DraftFolder[]): Promise<void>;
}

/** The catalogue of each workspace. */
export interface Catalogues {
  of(workspace: string): Catalogue;
}

/** The last record seen of every key. */
type Tips = Readonly<Record<DeviceKey, { readonly seq: number; readonly id: RecordId }>>;

/** A folder's lines, to be verified beside the main thread. */
export interface SurveyInput {
  readonly folder: DraftFolder;
  readonly lines: readonly LogLine[];
  readonly people: readonly Person[];
  /** Whose roles the row is to tell. */
  readonly person: PersonId;
  /** What this device saw last of every key of the draft that the lines seem to belong to. */
  readonly tips: Tips;
  /** Whether every signature is verified, or as many as vouch for the others. */
  readonly everySignature: boolean;
}

/** What a folder holds: the draft, its row, and the tips of its keys; draft null where a worker cannot settle that. */
export interface Surveyed {
  readonly draft: RecordId | null;
  readonly authors: readonly PersonId[];
  readonly row: DraftRow | null;
  readonly clocks: CatalogueEntry['clocks'];
  readonly counts: CatalogueEntry['counts'];
  readonly sealed: CatalogueEntry['sealed'];
  readonly tips: Tips;
}

/** Verifies folders in worker threads, several at once. */
export interface Surveyors {
  /** How many work at once. */
  readonly count: number;
  survey(input: SurveyInput): Promise<Surveyed>;
}
