import { gradeAreaOf } from '../draft/field-title.ts';
import type { GradeValue } from '../draft/grade-value.ts';
import type { FoldedDraft } from '../draft/fold-draft.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { happeningsIn, type Happening } from './happenings.ts';

/** What the records of a draft are about, as its trail is read. */
export const trailKinds = ['grade', 'evidence', 'weighing', 'text', 'panel', 'finalising', 'people'] as const;
/** One of them. */
export type TrailKind = (typeof trailKinds)[number];

/** One record of a draft's trail: what was written, and the grades that it gave. */
export interface TrailStep extends Happening {
  readonly kind: TrailKind;
  /** Grades that it gave, by area; null for one that was taken back. */
  readonly grades: readonly { readonly area: string; readonly value: GradeValue | null }[];
  /** Whether it is a step towards a grade: what graded, was asked of it, answered for it or signed it. */
  readonly isStep: boolean;
}

const kinds: readonly (readonly [TrailKind, RegExp])[] = [
  ['evidence', /^(?:evidence|addendum|attachment|contradiction|import|term)\./u],
  ['weighing', /^(?:descriptor|best-fit|question|change|fact|reason)\./u],
  ['text', /^(?:revision|report|comment|conflict|details)\./u],
  ['panel', /^(?:round|grade|outcome|dissent|challenge|interest|provisional|absence|point|comparison)\./u],
  ['finalising', /^(?:accuracy|judgment|seal|reopening|copy|clock|moment|content|framework)\./u],
];
const steps =
  /^(?:draft\.begun|framework|round|grade|outcome|dissent|challenge|point|best-fit|fact|reason|judgment|seal|reopening|accuracy)/u;

/**
 * A draft's records in fold order as its trail is read: `folded` is what the reader may see, and where that hides the
 * team's grades none is told.
 */
export function trailOf(folded: FoldedDraft, framework: Framework | null): readonly TrailStep[] {
  const hides = folded.state.moderation.hiding?.provisional === true;
  return happeningsIn(folded, framework, () => true).map((one) => {
    const writes = folded.graph.get(one.record)?.event?.writes ?? [];
    const grades = writes.flatMap(({ field, value }) => {
      const area = gradeAreaOf(field);
      return area === null || hides ? [] : [{ area, value: value !== null && 'grade' in value ? value.grade : null }];
    });
    const kind =
      grades.length > 0 ? 'grade' : (kinds.find(([, type]) => type.test(one.type))?.[0] ?? 'people');
    return { ...one, kind, grades, isStep: grades.length > 0 || steps.test(one.type) };
  });
}
