import { z } from 'zod';
import { defineEvent, reviewers } from '../records/define-event.ts';
import { recordIdSchema } from '../values/body-parts.ts';

/** Whoever raised a challenge says that an answer settles it. */
const challengeAcceptedBody = z.strictObject({ challenge: recordIdSchema, answer: recordIdSchema });

export const challengeAccepted = defineEvent({
  type: 'challenge.accepted',
  noun: ['acceptance of an answer', 'acceptances of answers'],
  notice: ['accepted an answer to a challenge', 'accepted % answers to challenges'],
  reachesBack: false,
  trail: 'panel',
  isStep: true,
  body: challengeAcceptedBody,
  may: reviewers,
  names: (body) => [body.challenge, body.answer],
  describe: () => 'accepted the answer to a challenge',
});
