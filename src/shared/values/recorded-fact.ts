/** What was recorded of a fact on which rules turn. */
export interface RecordedFact {
  readonly holds: boolean;
  readonly reason: string;
  /** The records of the notes that show it. */
  readonly notes: readonly string[];
}
