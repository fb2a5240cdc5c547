import { gradeField } from '../draft/judgment-fields.ts';
import type { GradeValue } from '../values/grade-value.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { draftEventTypes } from '../judgment/event-types.ts';
import type { TrailKind } from '../records/kind-declaration.ts';
import type { SeenDraft } from '../seen/seen-draft.ts';
import { happeningsIn, type Happening } from './happenings.ts';

/** One record of a draft's trail: what was written, and the grades that it gave. */
export interface TrailStep extends Happening {
  readonly kind: TrailKind;
  /** Grades that it gave, by area; null for one that was taken back. */
  readonly grades: readonly { readonly area: string; readonly value: GradeValue | null }[];
  /** Whether it is a step towards a grade: what graded, was asked of it, answered for it or signed it. */
  readonly isStep: boolean;
}

/** A draft's records in fold order as its trail is read, without the grades that are hidden from its reader. */
export function trailOf(draft: SeenDraft, framework: Framework | null): readonly TrailStep[] {
  const writes = new Map(draft.records().map((record) => [record.id, record.writes]));
  return happeningsIn(draft, framework, () => true).map((happening) => {
    const grades = (writes.get(happening.record) ?? []).flatMap(({ field, value }) => {
      const area = gradeField.partsOf(field)?.area;
      const grade = value === null ? null : gradeField.read(field, value);
      return area === undefined ? [] : [{ area, value: grade?.value ?? null }];
    });
    const kind = draftEventTypes.get(happening.type);
    return {
      ...happening,
      kind: grades.length > 0 ? 'grade' : (kind?.trail ?? 'people'),
      grades,
      isStep: grades.length > 0 || kind?.isStep === true,
    };
  });
}
