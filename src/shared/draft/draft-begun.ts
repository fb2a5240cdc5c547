import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { nonceSchema, personIdSchema } from '../values/body-parts.ts';

/** The first record of a draft: its author is the first owner. */
const draftBegunBody = z.strictObject({
  nonce: nonceSchema,
  /** Who may take ownership where the owner is lost. */
  recoveryOwner: personIdSchema.nullable(),
  demonstration: z.boolean(),
});

export const draftBegun = defineEvent({
  type: 'draft.begun',
  noun: ['beginning of the draft', 'beginnings of drafts'],
  keptInRedactedCopy: true,
  isStep: true,
  body: draftBegunBody,
  describe: (body) => (body.demonstration ? 'began a demonstration draft' : 'began the draft'),
});
