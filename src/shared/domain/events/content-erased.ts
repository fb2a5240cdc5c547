import { z } from 'zod';
import { defineEvent } from './define-event.ts';
import { overSchema, recordIdSchema, saidSchema } from './body-parts.ts';
import { count } from '../words.ts';

/**
 * Salt and body of these records are to be dropped by every device in its own log. `writes` keeps what the erased
 * body said about fields (not their values), so that replaced values do not come back.
 */
export const contentErasedBody = z.strictObject({
  erased: z
    .array(
      z.strictObject({
        record: recordIdSchema,
        writes: z.array(z.strictObject({ field: z.string().max(300), over: overSchema })).max(500),
      }),
    )
    .min(1)
    .max(200),
  reason: saidSchema,
  /** The rule under which it is done: "Retention schedule, 6 years". */
  rule: saidSchema,
});

/** The record type content.erased. */
export const contentErased = defineEvent({
  type: 'content.erased',
  body: contentErasedBody,
  may: ['owner'],
  names: (body) => body.erased.map((erased) => erased.record),
  describe: (body) => `erased ${count(body.erased.length, 'record')}: ${body.reason}`,
});
