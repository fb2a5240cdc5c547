import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { keySchema, nonceSchema } from '../values/body-parts.ts';

/** What a person says of themselves. */
export const cardSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  post: z.string().trim().max(120),
  registration: z.string().trim().max(120),
  years: z.int().min(0).max(70),
  /** Fields of practice, as they say it; cards written before this was asked have none. */
  specialisms: z.array(z.string().trim().min(1).max(80)).max(20).optional(),
});

/** The first record of a person's log, signed by the root key itself. */
const personIntroducedBody = z.strictObject({
  card: cardSchema,
  rootKey: keySchema,
  nonce: nonceSchema,
});

export const personIntroduced = defineEvent({
  type: 'person.introduced',
  noun: ['card', 'cards'],
  body: personIntroducedBody,
  words: ['card.name', 'card.post', 'card.registration', 'card.specialisms'],
  describe: (body) => `introduced ${body.card.name}`,
});
