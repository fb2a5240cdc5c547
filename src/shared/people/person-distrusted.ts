import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { personIdSchema } from '../values/body-parts.ts';

/** This person read the phrase with another, and it differed: the card may be somebody else's. A later comparison that fits lifts it. */
const personDistrustedBody = z.strictObject({ person: personIdSchema });

export const personDistrusted = defineEvent({
  type: 'person.distrusted',
  noun: ['card distrusted', 'cards distrusted'],
  body: personDistrustedBody,
  describe: () => 'read the phrase with somebody whose digits differed',
});
