import type { RecordId } from '../events/record.ts';

/** What was recorded of a fact on which rules turn. */
export interface RecordedFact {
  readonly holds: boolean;
  readonly reason: string;
  /** The notes that show it. */
  readonly notes: readonly RecordId[];
}
