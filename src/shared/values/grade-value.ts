import { z } from 'zod';
import { slugSchema } from './body-parts.ts';

/** A provisional grade: a point on the area's scale, or the reason why there is none. */
export const gradeValueSchema = z.union([
  z.strictObject({ grade: slugSchema }),
  z.strictObject({ notGraded: slugSchema, reason: z.string().trim().min(1).max(2000) }),
]);
/** What stands for an area: a grade of its scale, or a non-grade with its reason. */
export type GradeValue = z.infer<typeof gradeValueSchema>;
