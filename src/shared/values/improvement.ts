import { z } from 'zod';
import { recordIdSchema, slugSchema } from './body-parts.ts';

/**
 * One point of "What needs to improve", or of another list (strengths, priority actions), with the evidence notes that it
 * rests on.
 */
export const improvementSchema = z.strictObject({
  id: slugSchema,
  text: z.string().trim().min(1).max(4000),
  /** The area it concerns, where it concerns one. */
  area: slugSchema.nullable(),
  notes: z.array(recordIdSchema).max(200),
  /** References to an outside standard. */
  tags: z.array(z.string().trim().min(1).max(200)).max(20).optional(),
  /** Serious: an area for priority action. */
  priority: z.boolean().optional(),
});
/** One point of "What needs to improve". */
export type Improvement = z.infer<typeof improvementSchema>;
