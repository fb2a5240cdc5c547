import { z } from 'zod';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';
import { defineEvent } from '../records/define-event.ts';

/** An administrator says that a draft was moved out of the workspace, and where to, in people's words. */
const draftMovedBody = z.strictObject({
  draft: recordIdSchema,
  to: saidSchema.max(500),
  reason: saidSchema,
});

export const draftMoved = defineEvent({
  type: 'draft.moved',
  noun: ['draft moved', 'drafts moved'],
  body: draftMovedBody,
  words: ['to', 'reason'],
  describe: (body) => `moved a draft to ${body.to}: ${body.reason}`,
});
