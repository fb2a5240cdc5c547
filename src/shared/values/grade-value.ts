import { z } from 'zod';
import { slugSchema } from './body-parts.ts';

/** A provisional grade: a point on the area's scale, or the reason why there is none. */
export const gradeValueSchema = z.union([
  z.strictObject({ grade: slugSchema }),
  z.strictObject({ notGraded: slugSchema, reason: z.string().trim().min(1).max(2000) }),
]);
/** What stands for an area: a grade of its scale, or a non-grade with its reason. */
export type GradeValue = z.infer<typeof gradeValueSchema>;

/** Whether two values give an area the same grade, whatever reason stands beside no grade. */
export function sameGrade(a: GradeValue | null, b: GradeValue | null): boolean {
  if (a === null || b === null) return a === b;
  return 'grade' in a ? 'grade' in b && a.grade === b.grade : !('grade' in b) && a.notGraded === b.notGraded;
}
