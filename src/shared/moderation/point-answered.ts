import { z } from 'zod';
import { defineEvent, writers } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** The team says what became of a point that a panel gave back. */
const pointAnsweredBody = z.strictObject({
  /** The outcome that gave it. */
  outcome: recordIdSchema,
  /** Its place in that outcome's list, from 0. */
  point: z.int().min(0).max(60),
  answer: saidSchema.max(8000),
});

export const pointAnswered = defineEvent({
  type: 'point.answered',
  noun: ['answer to a point of the panel', 'answers to points of the panel'],
  notice: ['answered a point of the panel', 'answered % points of the panel'],
  reachesBack: false,
  trail: 'panel',
  isStep: true,
  body: pointAnsweredBody,
  words: ['answer'],
  may: writers,
  names: (body) => [body.outcome],
  describe: (body) => `answered a point of the panel: ${body.answer}`,
});
