import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';
import { count } from '../words.ts';

/** The words of these records, and the words' salt, are to be dropped by every device in its own log. What they do stays. */
const contentErasedBody = z.strictObject({
  erased: z.array(recordIdSchema).min(1).max(1000),
  reason: saidSchema,
  /** The rule under which it is done: "Retention schedule, 6 years". */
  rule: saidSchema,
});

export const contentErased = defineEvent({
  type: 'content.erased',
  noun: ['erasing', 'erasings'],
  whileSealed: true,
  keptInRedactedCopy: true,
  speaksOfSeal: true,
  trail: 'finalising',
  notice: ['erased something', 'erased something'],
  body: contentErasedBody,
  words: ['reason'],
  may: ['owner'],
  names: (body) => body.erased,
  describe: (body) => `erased ${count(body.erased.length, 'record')}: ${body.reason}`,
});
