import { z } from 'zod';
import { defineEvent, reviewers } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** Whoever raised a challenge takes it back, and says why. */
const challengeWithdrawnBody = z.strictObject({
  challenge: recordIdSchema,
  reason: saidSchema.max(8000),
});

export const challengeWithdrawn = defineEvent({
  type: 'challenge.withdrawn',
  noun: ['withdrawal of a challenge', 'withdrawals of challenges'],
  notice: ['withdrew a challenge', 'withdrew % challenges'],
  reachesBack: false,
  trail: 'panel',
  isStep: true,
  body: challengeWithdrawnBody,
  words: ['reason'],
  may: reviewers,
  names: (body) => [body.challenge],
  describe: () => 'withdrew a challenge',
});
