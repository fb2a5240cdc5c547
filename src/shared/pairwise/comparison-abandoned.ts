import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** A round of comparisons is given up by its chair, a deputy or the owner. What was lodged stays unreadable. */
const comparisonAbandonedBody = z.strictObject({ round: recordIdSchema, reason: saidSchema });

export const comparisonAbandoned = defineEvent({
  type: 'comparison.abandoned',
  noun: ['abandoned round of comparisons', 'abandoned rounds of comparisons'],
  reachesBack: false,
  trail: 'panel',
  notice: null,
  body: comparisonAbandonedBody,
  words: ['reason'],
  may: ['owner', 'chair', 'deputy'],
  names: (body) => [body.round],
  describe: (body) => `abandoned the round of comparisons: ${body.reason}`,
});
