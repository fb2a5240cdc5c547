import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema } from '../values/body-parts.ts';

/** Whether somebody agrees with a finding to them, with reasons where they do not; the last of each stands. */
export const findingAnsweredBody = z.strictObject({
  asked: recordIdSchema,
  agrees: z.boolean(),
  words: z.string().trim().max(20_000),
});

export const findingAnswered = defineEvent({
  type: 'finding.answered',
  noun: ['answer to a finding', 'answers to findings'],
  body: findingAnsweredBody,
  words: ['words'],
  names: ({ asked }) => [asked],
  describe: ({ agrees }) => (agrees ? 'agreed with a finding' : 'disagreed with a finding'),
});
