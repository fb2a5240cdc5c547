import type { DraftState } from '../../shared/judgment/draft-state.ts';
import type { Field } from '../../shared/records/open-value.ts';
import type { GradeValue } from '../../shared/values/grade-value.ts';
import type { Improvement } from '../../shared/values/improvement.ts';
import {
  gradeField,
  improvementsField,
  narrativeField,
  pointsField,
} from '../../shared/draft/judgment-fields.ts';

/** The fields of a section that are written in two ways. */
export function conflictFields(state: DraftState | undefined, section: string): readonly string[] {
  const fields = [
    narrativeField.name({ section }),
    gradeField.name({ area: section }),
    improvementsField.is(section) ? section : pointsField.name({ section }),
  ];
  return fields.filter((field) => state?.conflicts.includes(field) === true);
}

/** The open values of a field that the Write screen shows. */
export function openValues(
  state: DraftState | undefined,
  field: string,
): Field<string> | Field<GradeValue> | Field<readonly Improvement[]> {
  const text = narrativeField.partsOf(field);
  if (text !== null) return state?.narratives[text.section] ?? [];
  const list = pointsField.partsOf(field);
  if (list !== null) return state?.points[list.section] ?? [];
  const grade = gradeField.partsOf(field);
  return grade === null ? (state?.improvements ?? []) : (state?.grades[grade.area] ?? []);
}
