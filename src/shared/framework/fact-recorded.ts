import { z } from 'zod';
import { overSchema, recordIdSchema, saidSchema, slugSchema } from '../values/body-parts.ts';
import { defineEvent, writers } from '../records/define-event.ts';
import { count } from '../words.ts';
import { factField } from './rule-fields.ts';

/** That a fact on which rules of the framework turn holds, or does not, with the notes that show it. */
export const factRecordedBody = z.strictObject({
  fact: slugSchema,
  holds: z.boolean(),
  reason: saidSchema,
  notes: z.array(recordIdSchema).max(50),
  over: overSchema,
});

export const factRecorded = defineEvent({
  type: 'fact.recorded',
  noun: ['answer to a question of fact', 'answers to questions of fact'],
  notice: ['answered a question of fact', 'answered % questions of fact'],
  reachesBack: false,
  trail: 'weighing',
  isStep: true,
  body: factRecordedBody,
  words: ['reason'],
  may: writers,
  names: (body) => body.notes,
  writes: ({ fact, holds, reason, notes, over }) => [
    factField.write({ fact }, { holds, reason, notes }, over),
  ],
  describe: (body, { rule }) =>
    `answered “${rule(body.fact)}” with ${body.holds ? 'yes' : 'no'}, resting on ${count(body.notes.length, 'note')}`,
});
