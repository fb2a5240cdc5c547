import type { DraftState, Field } from '../../../shared/domain/draft/draft-state.ts';
import type { GradeValue } from '../../../shared/domain/draft/grade-value.ts';
import type { Improvement } from '../../../shared/domain/draft/improvement.ts';

/** The fields of a section that are written in two ways. */
export function conflictFields(state: DraftState | undefined, section: string): readonly string[] {
  const fields = [
    `narrative/${section}`,
    `grade/${section}`,
    ...(section === 'improvements' ? ['improvements'] : [`points/${section}`]),
  ];
  return fields.filter((field) => state?.conflicts.includes(field) === true);
}

/** The open values of a field that the Write screen shows. */
export function openValues(
  state: DraftState | undefined,
  field: string,
): Field<string> | Field<GradeValue> | Field<readonly Improvement[]> {
  const [kind, name = ''] = field.split('/');
  if (kind === 'narrative') return state?.narratives[name] ?? [];
  if (kind === 'points') return state?.points[name] ?? [];
  return kind === 'grade' ? (state?.grades[name] ?? []) : (state?.improvements ?? []);
}
