import type { GradeValue } from '../values/grade-value.ts';
import type { ParagraphHunk } from '../text/hunks.ts';
import type { TextComparison } from '../text/segment.ts';

/** An area whose grade differs. */
export interface GradeChange {
  readonly area: string;
  readonly before: GradeValue | null;
  readonly after: GradeValue | null;
}

/** A note whose place under a criterion differs; null where it is not linked. */
export interface LinkChange {
  readonly note: string;
  readonly criterion: string;
  readonly before: 'for' | 'against' | null;
  readonly after: 'for' | 'against' | null;
}

/** A section whose words differ. */
export interface SectionChange {
  readonly section: string;
  readonly hunks: readonly ParagraphHunk[];
  readonly stats: TextComparison['stats'];
}
