import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema } from '../values/body-parts.ts';
import { count } from '../words.ts';

/**
 * A statement about a copy of a draft, signed by who made it, beside the draft's records and none of them: which
 * records stand in the copy without their words, because these were left out on purpose.
 */
const copyMadeBody = z.strictObject({
  of: recordIdSchema,
  leftOut: z.array(recordIdSchema).min(1).max(10_000),
});

/** The record type copy.made: the one record of a set of its own, never folded into a draft. */
export const copyMade = defineEvent({
  type: 'copy.made',
  noun: ['copy without evidence', 'copies without evidence'],
  body: copyMadeBody,
  describe: (body) => `made a copy without the words of ${count(body.leftOut.length, 'record')}`,
});
