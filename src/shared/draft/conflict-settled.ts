import { z } from 'zod';
import { defineEvent, reviewers } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** Why one of several open values was kept, beside the write that keeps it, where that kind of record gives no reason. */
const conflictSettledBody = z.strictObject({
  field: z.string().min(1).max(300),
  /** The write over all that were open. */
  by: recordIdSchema,
  reason: saidSchema,
});

export const conflictSettled = defineEvent({
  type: 'conflict.settled',
  noun: ['settled conflict', 'settled conflicts'],
  notice: ['settled a conflict', 'settled % conflicts'],
  reachesBack: false,
  trail: 'text',
  body: conflictSettledBody,
  words: ['reason'],
  may: reviewers,
  names: (body) => [body.by],
  describe: (body) => `settled two values of one field: ${body.reason}`,
});
