import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { keySchema, recordIdSchema } from '../values/body-parts.ts';

/** The key of a reading, once both of its lodgings are in the files: from then on anybody can read what was lodged. */
const readingOpenedBody = z.strictObject({
  evidence: recordIdSchema,
  narrative: recordIdSchema,
  privateKey: keySchema,
});

export const readingOpened = defineEvent({
  type: 'reading.opened',
  noun: ['opened reading', 'opened readings'],
  body: readingOpenedBody,
  names: ({ evidence, narrative }) => [evidence, narrative],
  describe: () => 'opened a reading',
});
