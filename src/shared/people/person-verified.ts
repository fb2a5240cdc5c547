import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { personIdSchema } from '../values/body-parts.ts';

/** This person compared the short phrase with another, and it was the same. */
const personVerifiedBody = z.strictObject({ person: personIdSchema });

export const personVerified = defineEvent({
  type: 'person.verified',
  noun: ['colleague verified', 'colleagues verified'],
  body: personVerifiedBody,
  describe: () => 'compared the short phrase with a colleague',
});
