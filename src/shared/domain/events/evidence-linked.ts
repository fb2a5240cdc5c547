import { z } from 'zod';
import { defineEvent, weighers } from './define-event.ts';
import { overSchema, recordIdSchema, slugSchema } from './body-parts.ts';

/** A note is held for or against a criterion, or (none) no longer. */
export const evidenceLinkedBody = z.strictObject({
  note: recordIdSchema,
  criterion: slugSchema,
  direction: z.enum(['for', 'against', 'none']),
  over: overSchema,
});

/** The record type evidence.linked. */
export const evidenceLinked = defineEvent({
  type: 'evidence.linked',
  body: evidenceLinkedBody,
  may: weighers,
  names: (body) => [body.note],
  writes: (body) => [
    { field: `link/${body.note}/${body.criterion}`, value: { text: body.direction }, over: body.over },
  ],
  describe: (body) =>
    body.direction === 'none'
      ? `took a note away from ${body.criterion}`
      : `linked a note ${body.direction} ${body.criterion}`,
});
