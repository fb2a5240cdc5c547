import type { RecordId } from '../events/record.ts';
import type { LodgedComparisons } from '../comparative/lodged-comparisons.ts';
import type { LodgedGrades } from './lodged-grades.ts';

/** What only decrypting can tell; whoever folds without it sees every round as not revealed. */
export interface RevealFacts {
  /** The closes whose private key is the other half of their round's public key. */
  readonly keyFits: ReadonlySet<RecordId>;
  /** What lodgings of rounds with such a close hold; null where a packet does not open. */
  readonly opened: ReadonlyMap<RecordId, LodgedGrades | null>;
  /** The same for rounds of comparisons. */
  readonly comparisons: ReadonlyMap<RecordId, LodgedComparisons | null>;
}

/** Nothing decrypted. */
export const nothingRevealed: RevealFacts = {
  keyFits: new Set(),
  opened: new Map(),
  comparisons: new Map(),
};
