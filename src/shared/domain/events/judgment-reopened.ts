import { z } from 'zod';
import { defineEvent, leads } from './define-event.ts';
import { recordIdSchema, saidSchema } from './body-parts.ts';

/** A sealed draft is opened again; the seal stays true for what it sealed. */
export const judgmentReopenedBody = z.strictObject({ seal: recordIdSchema, reason: saidSchema });

/** The record type judgment.reopened. */
export const judgmentReopened = defineEvent({
  type: 'judgment.reopened',
  body: judgmentReopenedBody,
  may: leads,
  names: (body) => [body.seal],
  describe: (body) => `reopened the judgment: ${body.reason}`,
});
