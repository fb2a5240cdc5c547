import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** The finding, to the people who were asked, in the second person. */
export const findingSentBody = z.strictObject({
  asked: recordIdSchema,
  words: saidSchema,
  key: z.boolean(),
  /** Whether it proposes that the judgment is reopened: its people alone can do that, and no seal changes by it. */
  reopens: z.boolean(),
});

export const findingSent = defineEvent({
  type: 'finding.sent',
  noun: ['finding', 'findings'],
  body: findingSentBody,
  words: ['words'],
  names: ({ asked }) => [asked],
  describe: ({ reopens }) => (reopens ? 'sent a finding that proposes to reopen' : 'sent a finding'),
});
