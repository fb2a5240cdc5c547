import { z } from 'zod';

/** One comparison of two things of a round, by their places in its list: which is better, and why. */
export const comparisonSchema = z
  .strictObject({
    better: z.int().min(0).max(99),
    worse: z.int().min(0).max(99),
    why: z.string().max(2000),
  })
  .refine(({ better, worse }) => better !== worse, { message: 'two things are compared' });
/** One comparison of two things of a round. */
export type Comparison = z.infer<typeof comparisonSchema>;

/** All that one packet of comparisons holds. */
export const lodgedComparisonsSchema = z.strictObject({
  format: z.literal(1),
  comparisons: z.array(comparisonSchema).min(1).max(1000),
});
/** All that one packet of comparisons holds. */
export type LodgedComparisons = z.infer<typeof lodgedComparisonsSchema>;
