import type { ColumnMapping } from '../evidence/evidence-table.ts';
import type { MappedNote, MappedRows } from '../evidence/map-evidence-rows.ts';

/** What importing a file of evidence would make. */
export interface EvidencePreview {
  readonly file: string;
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  /** The first notes as they would be. */
  readonly first: readonly MappedNote[];
  readonly notes: number;
  /** The first hundred rows that make no note, and how many there are. */
  readonly problems: MappedRows['problems'];
  readonly problemCount: number;
  readonly duplicates: MappedRows['duplicates'];
  readonly duplicateCount: number;
  /** What must be known of how the file was read: its encodings. */
  readonly warnings: readonly string[];
}
