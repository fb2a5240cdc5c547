import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { saidSchema } from '../values/body-parts.ts';

/** The recovery owner named in the first record takes the draft: the owner is lost, or ownership is contested. */
const ownershipRecoveredBody = z.strictObject({ reason: saidSchema });

export const ownershipRecovered = defineEvent({
  type: 'ownership.recovered',
  noun: ['ownership recovered', 'ownerships recovered'],
  notice: ['took the draft’s ownership over', 'took the draft’s ownership over'],
  whileSealed: true,
  keptInRedactedCopy: true,
  body: ownershipRecoveredBody,
  words: ['reason'],
  describe: (body) => `recovered ownership of the draft: ${body.reason}`,
});
