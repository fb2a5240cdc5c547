import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { daySchema, personIdSchema, recordIdSchema, slugSchema } from '../values/body-parts.ts';

/**
 * Asks the people of a judgment that was read to look at it themselves, before they are sent the finding. It stands for the
 * finding from then on: later steps name it.
 */
export const assessmentAskedBody = z.strictObject({
  frame: recordIdSchema,
  seal: recordIdSchema,
  draft: recordIdSchema,
  /** Null where it is about the judgment as a whole. */
  area: slugSchema.nullable(),
  to: z.array(personIdSchema).min(1).max(40),
  /** The last day for it: whoever asked need not wait longer. */
  due: daySchema,
});

export const assessmentAsked = defineEvent({
  type: 'assessment.asked',
  noun: ['request for a self-assessment', 'requests for self-assessments'],
  body: assessmentAskedBody,
  names: ({ frame }) => [frame],
  describe: ({ to }) => `asked ${to.length} people for a self-assessment`,
});
