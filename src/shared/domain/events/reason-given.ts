import { z } from 'zod';
import { defineEvent, leads } from './define-event.ts';
import { overSchema, saidSchema, slugSchema } from './body-parts.ts';

/** Why a soft rule of the framework is departed from, or why a gate that asks for a reason may pass. */
export const reasonGivenBody = z.strictObject({ rule: slugSchema, reason: saidSchema, over: overSchema });

/** The record type reason.given. */
export const reasonGiven = defineEvent({
  type: 'reason.given',
  noun: ['reason', 'reasons'],
  overWhatIsSeen: true,
  adoptable: true,
  erasable: 'weighing',
  trail: 'weighing',
  isStep: true,
  body: reasonGivenBody,
  words: ['reason'],
  may: leads,
  writes: (body) => [{ field: `reason/${body.rule}`, value: { text: body.reason }, over: body.over }],
  describe: (body, { rule }) => `gave a reason for ${rule(body.rule)}: ${body.reason}`,
});
