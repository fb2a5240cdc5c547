import { gradeField } from '../draft/judgment-fields.ts';
import type { GradeValue } from '../draft/grade-value.ts';
import type { FoldedDraft } from '../draft/fold-draft.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { draftEventTypes } from '../events/event-types.ts';
import type { TrailKind } from '../events/kind-declaration.ts';
import { happeningsIn, type Happening } from './happenings.ts';

/** One record of a draft's trail: what was written, and the grades that it gave. */
export interface TrailStep extends Happening {
  readonly kind: TrailKind;
  /** Grades that it gave, by area; null for one that was taken back. */
  readonly grades: readonly { readonly area: string; readonly value: GradeValue | null }[];
  /** Whether it is a step towards a grade: what graded, was asked of it, answered for it or signed it. */
  readonly isStep: boolean;
}

/**
 * A draft's records in fold order as its trail is read: `folded` is what the reader may see, and where that hides the
 * team's grades none is told.
 */
export function trailOf(folded: FoldedDraft, framework: Framework | null): readonly TrailStep[] {
  const hides = folded.state.moderation.hiding?.provisional === true;
  return happeningsIn(folded, framework, () => true).map((one) => {
    const writes = folded.graph.get(one.record)?.event?.writes ?? [];
    const grades = writes.flatMap(({ field, value }) => {
      const area = gradeField.partsOf(field)?.area;
      const grade = value === null ? null : gradeField.read(field, value);
      return area === undefined || hides ? [] : [{ area, value: grade?.value ?? null }];
    });
    const kind = draftEventTypes.get(one.type);
    return {
      ...one,
      kind: grades.length > 0 ? 'grade' : (kind?.trail ?? 'people'),
      grades,
      isStep: grades.length > 0 || kind?.isStep === true,
    };
  });
}
