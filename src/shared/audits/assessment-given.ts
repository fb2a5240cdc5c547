import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** What somebody says of their own judgment before they know the finding; the last of each stands. */
const assessmentGivenBody = z.strictObject({ asked: recordIdSchema, words: saidSchema });

export const assessmentGiven = defineEvent({
  type: 'assessment.given',
  noun: ['self-assessment', 'self-assessments'],
  body: assessmentGivenBody,
  words: ['words'],
  names: ({ asked }) => [asked],
  describe: () => 'assessed a judgment of their own',
});
