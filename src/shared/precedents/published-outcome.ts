/** One published inspection: what was judged, and how. */
export interface PublishedOutcome {
  /** The row of the file it stands on, 1 for the headers. */
  readonly row: number;
  readonly provider: string;
  readonly key: string;
  /** First day of the inspection, or null where the file has none that can be read. */
  readonly start: string | null;
  readonly published: string | null;
  readonly lead: string;
  readonly framework: string;
  /** Grades by area of that framework; areas without one are absent. */
  readonly grades: { readonly [area: string]: string };
}

/** A value that is no grade or no day as it stands, how often it occurs, and what was made of it. */
export interface DirtyValue {
  readonly column: string;
  readonly value: string;
  readonly rows: readonly number[];
  readonly told: string;
}

/** Published outcomes as read from a table. */
export interface ReadOutcomes {
  readonly outcomes: readonly PublishedOutcome[];
  readonly dirty: readonly DirtyValue[];
  /** Rows that state no grade at all: listed among `dirty` by their values, and left out. */
  readonly withoutGrades: number;
  readonly rows: number;
}
