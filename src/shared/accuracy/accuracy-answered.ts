import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { overSchema, recordIdSchema, saidSchema } from '../values/body-parts.ts';
import { approvers } from '../records/define-event.ts';
import { accuracyAnswers, accuracyField } from './accuracy-fields.ts';

/** One of the provider's points answered, with reasons; what is accepted names the revision that changed the text. */
export const accuracyAnsweredBody = z.strictObject({
  received: recordIdSchema,
  /** 0 for the first. */
  point: z.int().min(0).max(1999),
  answer: z.enum(accuracyAnswers),
  reasons: saidSchema,
  change: recordIdSchema.nullable(),
  over: overSchema,
});

export const accuracyAnswered = defineEvent({
  type: 'accuracy.answered',
  noun: ['answer to the provider’s comments', 'answers to the provider’s comments'],
  notice: ['answered the provider’s comments', 'answered % of the provider’s comments'],
  reachesBack: false,
  erasable: 'provider-comments',
  trail: 'finalising',
  isStep: true,
  body: accuracyAnsweredBody,
  words: ['reasons'],
  may: approvers,
  names: (body) => [body.received, ...(body.change === null ? [] : [body.change])],
  writes: ({ received, point, answer, over }) => [
    accuracyField.write({ received, point: String(point) }, answer, over),
  ],
  describe: (body) =>
    `answered the provider’s point ${body.point + 1}: ${body.answer === 'not-accepted' ? 'not accepted' : body.answer === 'partly' ? 'partly accepted' : 'accepted'}`,
});
