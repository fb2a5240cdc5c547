import type { StorageFault } from './storage-ports.ts';
import type { PublishedOutcome, DirtyValue } from '../../shared/precedents/published-outcome.ts';
import type { Result } from '../../shared/result.ts';

/** Published outcomes as imported: from which file and when, and what was dirty in it. */
export interface KeptOutcomes {
  readonly file: string;
  readonly at: string;
  readonly rows: number;
  readonly withoutGrades: number;
  readonly outcomes: readonly PublishedOutcome[];
  readonly dirty: readonly DirtyValue[];
  /** How the table was read, in words; of what an earlier version kept this is not known. */
  readonly reading?: readonly string[] | undefined;
}

/**
 * Published outcomes of this profile. They are public and are no part of any draft, so they lie in the application's own
 * data folder and not on the share: each computer imports them once, and losing them costs that import.
 */
export interface OutcomeStore {
  /** Null where nothing was imported yet, or where what is kept cannot be read. */
  read(): Promise<KeptOutcomes | null>;
  write(outcomes: KeptOutcomes): Promise<Result<null, StorageFault>>;
}
