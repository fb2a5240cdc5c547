import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** A holder shows the provisional grades to the members of a round, and says why. */
const provisionalShownBody = z.strictObject({ round: recordIdSchema, reason: saidSchema });

export const provisionalShown = defineEvent({
  type: 'provisional.shown',
  noun: ['showing of provisional grades', 'showings of provisional grades'],
  reachesBack: false,
  trail: 'panel',
  body: provisionalShownBody,
  words: ['reason'],
  may: ['chair', 'deputy'],
  names: (body) => [body.round],
  describe: (body) => `showed the members the provisional grades: ${body.reason}`,
});
