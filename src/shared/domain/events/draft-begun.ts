import { z } from 'zod';
import { defineEvent } from './define-event.ts';
import { personIdSchema } from './body-parts.ts';

/** The first record of a draft: its author is the first owner. */
export const draftBegunBody = z.strictObject({
  /** 128 random bits, hex, so that the draft's id is unique. */
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
  /** Who may take ownership where the owner is lost. */
  recoveryOwner: personIdSchema.nullable(),
  demonstration: z.boolean(),
});

/** The record type draft.begun. */
export const draftBegun = defineEvent({
  type: 'draft.begun',
  noun: ['beginning of the draft', 'beginnings of drafts'],
  keptInRedactedCopy: true,
  isStep: true,
  body: draftBegunBody,
  describe: (body) => (body.demonstration ? 'began a demonstration draft' : 'began the draft'),
});
