import type { GradeValue } from '../values/grade-value.ts';
import type { ComparedParagraph, ComparedText } from '../text/compared-text.ts';

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

/** A point of a list that differs: its words are those of all its lines. */
export interface PointChange extends Pick<ComparedParagraph, 'words'> {
  /** The list's section: "improvements", "strengths". */
  readonly section: string;
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed';
}

/** A section whose words differ. */
export interface SectionChange extends ComparedText {
  readonly section: string;
}
