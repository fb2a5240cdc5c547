import type { EvidenceTable } from '../evidence/evidence-table.ts';
import type { Precedents } from '../precedents/find-precedents.ts';
import type { DirtyValue, PublishedOutcome } from '../precedents/published-outcome.ts';
import type { RuleTally } from '../precedents/rules-over-outcomes.ts';

/** Where published outcomes came from, and what was dirty in them. */
export interface OutcomesSource {
  readonly file: string;
  readonly at: string;
  readonly rows: number;
  readonly outcomes: number;
  readonly withoutGrades: number;
  readonly dirty: readonly DirtyValue[];
  /** How the table was read, in words: the sign between cells, the sheet, what was skipped. */
  readonly reading: readonly string[];
}

/** Outcomes as they were just imported, and the sheets of the workbook they were read from, where it was one. */
export interface ImportedOutcomes extends OutcomesSource {
  readonly sheets: NonNullable<EvidenceTable['sheets']>;
}

/** A finalised or imported judgment of this workspace with its grades. */
export interface WorkspacePrecedent {
  readonly draft: string;
  readonly provider: string;
  readonly start: string;
  readonly framework: string;
  readonly standing: 'final' | 'imported';
  readonly grades: { readonly [area: string]: string };
}

/** What stands beside a draft: the same pattern of grades elsewhere, and what this provider was given before. */
export interface PrecedentsView {
  /** Null where no outcomes were imported on this computer. */
  readonly source: OutcomesSource | null;
  readonly found: Precedents;
  readonly workspace: readonly WorkspacePrecedent[];
  /** This provider's own, latest first. */
  readonly own: readonly PublishedOutcome[];
  readonly rules: readonly RuleTally[];
}
