import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** The owner gives a round up, where everybody who could reveal it is lost. What was lodged stays unreadable. */
const roundAbandonedBody = z.strictObject({ round: recordIdSchema, reason: saidSchema });

export const roundAbandoned = defineEvent({
  type: 'round.abandoned',
  noun: ['abandoned round', 'abandoned rounds'],
  reachesBack: false,
  trail: 'panel',
  isStep: true,
  notice: null,
  body: roundAbandonedBody,
  words: ['reason'],
  may: ['owner'],
  names: (body) => [body.round],
  describe: (body) => `abandoned the round: ${body.reason}`,
});
