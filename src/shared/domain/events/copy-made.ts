import { z } from 'zod';
import { defineEvent } from './define-event.ts';
import { overSchema, recordIdSchema } from './body-parts.ts';
import { count } from '../words.ts';

/**
 * A statement about a copy of a draft, signed by who made it, beside the draft's records and none of them: which
 * records stand in the copy as shells, without salt and body, because their content was left out on purpose. `writes`
 * keeps what those records say about fields (not the values), so that what they replaced does not come back.
 */
export const copyMadeBody = z.strictObject({
  of: recordIdSchema,
  leftOut: z
    .array(
      z.strictObject({
        record: recordIdSchema,
        writes: z.array(z.strictObject({ field: z.string().max(300), over: overSchema })).max(50),
      }),
    )
    .min(1)
    .max(2000),
});

/** The record type copy.made: the one record of a set of its own, never folded into a draft. */
export const copyMade = defineEvent({
  type: 'copy.made',
  body: copyMadeBody,
  describe: (body) => `made a copy without the content of ${count(body.leftOut.length, 'record')}`,
});
