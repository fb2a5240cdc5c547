import type { GradeValue } from '../values/grade-value.ts';
import type { DecidedOutcome } from '../moderation/round.ts';

/** Whether a draft's grade is an agreed one, whatever reason stands beside no grade. */
export function sameGrade(a: GradeValue | null, b: GradeValue): boolean {
  if (a === null) return false;
  return 'grade' in a ? 'grade' in b && a.grade === b.grade : !('grade' in b) && a.notGraded === b.notGraded;
}

/**
 * What stands between an area and being final, from the draft's grade and the outcome of the last round that graded it;
 * null where nothing does.
 */
export function standsBetween(
  grade: GradeValue | null,
  outcome: DecidedOutcome | undefined,
): 'undecided' | 'differs' | 'points' | 'gather' | null {
  const value = outcome?.value ?? null;
  if (outcome === undefined || value === null) return 'undecided';
  if (value.outcome === 'gather') return 'gather';
  if (value.points.some((_point, at) => (outcome.pointAnswers[at] ?? []).length === 0)) return 'points';
  if (value.agreed === null) return null;
  return sameGrade(grade, value.agreed) ? null : 'differs';
}
