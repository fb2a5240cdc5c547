import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { personIdSchema, recordIdSchema } from '../values/body-parts.ts';

/**
 * Who reads which drawn judgments, each by its seal and the draft that it seals. What is taken from somebody who has lodged
 * nothing may be given to somebody else.
 */
export const readersAssignedBody = z.strictObject({
  frame: recordIdSchema,
  given: z
    .array(z.strictObject({ seal: recordIdSchema, draft: recordIdSchema, person: personIdSchema }))
    .max(4000),
  taken: z.array(z.strictObject({ seal: recordIdSchema, person: personIdSchema })).max(4000),
});

export const readersAssigned = defineEvent({
  type: 'readers.assigned',
  noun: ['assignment of readers', 'assignments of readers'],
  body: readersAssignedBody,
  names: ({ frame }) => [frame],
  describe: ({ given, taken }) => `gave ${given.length} judgments to readers and took ${taken.length} away`,
});
