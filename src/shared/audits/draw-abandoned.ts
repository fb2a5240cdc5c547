import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** A draw that is not gone on with; it stays on the record, and in every report of the audit. */
const drawAbandonedBody = z.strictObject({ frame: recordIdSchema, reason: saidSchema });

export const drawAbandoned = defineEvent({
  type: 'draw.abandoned',
  noun: ['abandoned draw', 'abandoned draws'],
  body: drawAbandonedBody,
  words: ['reason'],
  names: ({ frame }) => [frame],
  describe: ({ reason }) => `abandoned the draw: ${reason}`,
});
