import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** Takes a finding up again that was ended. */
const findingReopenedBody = z.strictObject({ asked: recordIdSchema, reason: saidSchema });

export const findingReopened = defineEvent({
  type: 'finding.reopened',
  noun: ['reopened finding', 'reopened findings'],
  body: findingReopenedBody,
  words: ['reason'],
  names: ({ asked }) => [asked],
  describe: () => 'took a finding up again',
});
