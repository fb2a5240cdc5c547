import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema } from '../values/body-parts.ts';
import { approvers } from '../records/define-event.ts';

/** The second person confirms a proposal, and the draft is open again; the seal stays true for what it sealed. */
const judgmentReopenedBody = z.strictObject({ seal: recordIdSchema, proposal: recordIdSchema });

/** The record type judgment.reopened. It counts only where somebody else made the proposal. */
export const judgmentReopened = defineEvent({
  type: 'judgment.reopened',
  noun: ['reopening', 'reopenings'],
  whileSealed: true,
  keptInRedactedCopy: true,
  trail: 'finalising',
  isStep: true,
  stage: { now: 'moderation', cause: 'reopened' },
  notice: ['reopened the judgment', 'reopened the judgment'],
  body: judgmentReopenedBody,
  may: approvers,
  names: (body) => [body.seal, body.proposal],
  describe: () => 'confirmed the proposal and reopened the judgment',
});
