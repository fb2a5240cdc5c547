import type { ColumnMapping, EvidenceTable } from '../evidence/evidence-table.ts';
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
  /** Links that rows give to notes that are here. */
  readonly links: number;
  /** The first hundred things that come in otherwise than their rows have them, and how many there are. */
  readonly remarks: MappedRows['remarks'];
  readonly remarkCount: number;
  /** How the file was read: the sign between cells, its sheet, what was skipped. */
  readonly reading: readonly string[];
  /** How many rows the workbook hides; the mapping says whether they make notes. */
  readonly hidden: number;
  /** What must be chosen before any row makes a note. */
  readonly asked: readonly string[];
  readonly sheets: NonNullable<EvidenceTable['sheets']>;
  /** What must be known of how the file was read: its encodings. */
  readonly warnings: readonly string[];
}
