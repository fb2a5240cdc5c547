import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { personIdSchema } from '../values/body-parts.ts';

/** The owner offers the draft to another; it passes when they accept: signed by both. */
export const ownershipPassedBody = z.strictObject({ to: personIdSchema });

export const ownershipPassed = defineEvent({
  type: 'ownership.passed',
  noun: ['ownership offered', 'ownerships offered'],
  notice: ['offered the draft’s ownership', 'offered the draft’s ownership'],
  whileSealed: true,
  keptInRedactedCopy: true,
  body: ownershipPassedBody,
  may: ['owner'],
  describe: () => 'offered to pass the draft on',
});
