import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';
import { approvers } from '../records/define-event.ts';

/** One of the two people it takes asks for a sealed judgment to be opened again, and says why. */
const reopeningProposedBody = z.strictObject({ seal: recordIdSchema, reason: saidSchema });

export const reopeningProposed = defineEvent({
  type: 'reopening.proposed',
  noun: ['proposal to reopen', 'proposals to reopen'],
  notice: ['proposed to reopen the judgment', 'proposed to reopen the judgment'],
  whileSealed: true,
  keptInRedactedCopy: true,
  speaksOfSeal: true,
  trail: 'finalising',
  isStep: true,
  body: reopeningProposedBody,
  words: ['reason'],
  may: approvers,
  names: (body) => [body.seal],
  describe: (body) => `proposed to reopen the judgment: ${body.reason}`,
});
