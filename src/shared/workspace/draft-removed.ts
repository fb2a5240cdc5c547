import { z } from 'zod';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';
import { defineEvent } from '../records/define-event.ts';

/** An administrator says that a draft was taken out of the workspace: its absence is lawful from then on. */
const draftRemovedBody = z.strictObject({ draft: recordIdSchema, reason: saidSchema });

export const draftRemoved = defineEvent({
  type: 'draft.removed',
  noun: ['draft removed', 'drafts removed'],
  body: draftRemovedBody,
  words: ['reason'],
  describe: (body) => `removed a draft from the workspace: ${body.reason}`,
});
