import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';
import { count } from '../words.ts';

/** An owner lets records count that a revocation set aside. */
export const recordAdoptedBody = z.strictObject({
  records: z.array(recordIdSchema).min(1).max(1000),
  reason: saidSchema,
});

export const recordAdopted = defineEvent({
  type: 'record.adopted',
  noun: ['set-aside record that counts again', 'set-aside records that count again'],
  keptInRedactedCopy: true,
  body: recordAdoptedBody,
  words: ['reason'],
  may: ['owner'],
  names: (body) => body.records,
  describe: (body) => `let ${count(body.records.length, 'set-aside record')} count: ${body.reason}`,
});
