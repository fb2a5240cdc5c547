import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { daySchema, personIdSchema, recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** What follows from a finding, by whom and until when; the last stands. */
export const actionPlannedBody = z.strictObject({
  asked: recordIdSchema,
  words: saidSchema,
  person: personIdSchema,
  due: daySchema,
});

export const actionPlanned = defineEvent({
  type: 'action.planned',
  noun: ['action after a finding', 'actions after findings'],
  body: actionPlannedBody,
  words: ['words'],
  names: ({ asked }) => [asked],
  describe: () => 'planned an action after a finding',
});
