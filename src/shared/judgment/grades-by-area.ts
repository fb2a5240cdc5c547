import type { GradesByArea } from '../framework/limiting-rules.ts';
import type { DraftState } from './draft-state.ts';
import { settled } from '../records/settled.ts';

/** The settled grades of a draft by area; areas without one, or with a conflict, are absent. */
export function gradesByArea(state: DraftState): GradesByArea {
  return Object.fromEntries(
    Object.entries(state.grades).flatMap(([area, field]) => {
      const value = settled(field);
      return value !== null && 'grade' in value ? [[area, value.grade]] : [];
    }),
  );
}
