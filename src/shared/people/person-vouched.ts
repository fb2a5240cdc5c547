import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { personIdSchema } from '../values/body-parts.ts';

/** This person stands before others for a key being another's, with whom they compared the short phrase before. */
const personVouchedBody = z.strictObject({ person: personIdSchema });

/** The record type person.vouched. It counts where its author's log verified the same person before it. */
export const personVouched = defineEvent({
  type: 'person.vouched',
  noun: ['colleague vouched for', 'colleagues vouched for'],
  body: personVouchedBody,
  describe: () => 'vouched for a colleague whose short phrase they had compared',
});
