import { z } from 'zod';
import { roleSchema } from '../values/role.ts';

/** Who must stand by a judgment before it is sealed. One person who wrote none of it always must. */
export const signOffSchema = z.strictObject({
  /** A second signature, by another person in one of these roles; null where the framework asks for none. */
  secondSignature: z
    .strictObject({
      title: z
        .string()
        .max(300)
        .regex(/^\S(?:[\s\S]*\S)?$/u),
      by: z.array(roleSchema).min(1).max(7),
    })
    .nullable(),
  /** General knowledge, to be reviewed by whoever uses the framework. */
  editableDefault: z.boolean(),
});
