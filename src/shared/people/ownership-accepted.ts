import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema } from '../values/body-parts.ts';

/** The receiver accepts the draft; ownership passes here. */
const ownershipAcceptedBody = z.strictObject({ passed: recordIdSchema });

export const ownershipAccepted = defineEvent({
  type: 'ownership.accepted',
  noun: ['ownership accepted', 'ownerships accepted'],
  notice: ['took the draft’s ownership over', 'took the draft’s ownership over'],
  whileSealed: true,
  keptInRedactedCopy: true,
  body: ownershipAcceptedBody,
  names: (body) => [body.passed],
  describe: () => 'accepted ownership of the draft',
});
