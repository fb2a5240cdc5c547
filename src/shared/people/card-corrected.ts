import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { cardSchema } from './person-introduced.ts';

/** A person's card, written anew; the latest in their log stands. */
const cardCorrectedBody = z.strictObject({ card: cardSchema });

export const cardCorrected = defineEvent({
  type: 'card.corrected',
  noun: ['correction of a card', 'corrections of cards'],
  body: cardCorrectedBody,
  words: ['card.name', 'card.post', 'card.registration', 'card.specialisms'],
  describe: (body) => `corrected the card of ${body.card.name}`,
});
