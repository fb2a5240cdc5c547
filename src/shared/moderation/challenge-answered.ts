import { z } from 'zod';
import { defineEvent, weighers } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** A challenge is answered; a later answer stands beside the earlier one, never over it. */
const challengeAnsweredBody = z.strictObject({
  challenge: recordIdSchema,
  answer: saidSchema.max(8000),
});

export const challengeAnswered = defineEvent({
  type: 'challenge.answered',
  noun: ['answer to a challenge', 'answers to challenges'],
  notice: ['answered a challenge', 'answered % challenges'],
  reachesBack: false,
  trail: 'panel',
  isStep: true,
  isContribution: true,
  body: challengeAnsweredBody,
  words: ['answer'],
  may: weighers,
  names: (body) => [body.challenge],
  describe: () => 'answered a challenge',
});
