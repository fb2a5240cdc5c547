import type { RecordId } from '../records/record.ts';
import type { PairwiseFacts } from '../pairwise/fold-comparisons.ts';
import type { LodgedGrades } from './lodged-grades.ts';

/** What only decrypting can tell; whoever folds without it sees every round as not revealed. */
export interface RevealFacts extends PairwiseFacts {
  /** What lodgings of rounds with such a close hold; null where a packet does not open. */
  readonly opened: ReadonlyMap<RecordId, LodgedGrades | null>;
}

/** Nothing decrypted. */
export const nothingRevealed: RevealFacts = {
  keyFits: new Set(),
  opened: new Map(),
  comparisons: new Map(),
};
