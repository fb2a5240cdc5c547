import { z } from 'zod';
import { slugSchema } from '../values/body-parts.ts';
import { retainedKinds } from '../values/retained-kinds.ts';
import { momentSchema } from './deadline-schema.ts';

/** How long some of a draft is kept, and from which moment; then it may be erased, and nothing is erased by itself. */
export const retentionSchema = z.strictObject({
  id: slugSchema,
  title: z
    .string()
    .max(200)
    .regex(/^\S(?:[\s\S]*\S)?$/u),
  of: z.array(z.enum(retainedKinds)).min(1).max(retainedKinds.length),
  /** Whole years; null where it is kept without end. */
  years: z.int().min(0).max(150).nullable(),
  from: momentSchema,
  /** General knowledge, to be reviewed by whoever uses the framework. */
  editableDefault: z.boolean(),
});

/** How long some of a draft is kept. */
export type Retention = z.infer<typeof retentionSchema>;
