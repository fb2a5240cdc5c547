import { z } from 'zod';
import { defineEvent, leads } from '../records/define-event.ts';
import { overSchema, slugSchema } from '../values/body-parts.ts';
import { reasonField } from './rule-fields.ts';

/** Why a soft rule of the framework is departed from, or why a gate that asks for a reason may pass. */
export const reasonGivenBody = z.strictObject({
  rule: slugSchema,
  reason: reasonField.schema,
  over: overSchema,
});

export const reasonGiven = defineEvent({
  type: 'reason.given',
  noun: ['reason', 'reasons'],
  notice: ['gave a reason', 'gave % reasons'],
  reachesBack: false,
  overWhatIsSeen: true,
  adoptable: true,
  erasable: 'weighing',
  trail: 'weighing',
  isStep: true,
  body: reasonGivenBody,
  words: ['reason'],
  may: leads,
  writes: ({ rule, reason, over }) => [reasonField.write({ rule }, reason, over)],
  describe: (body, { rule }) => `gave a reason for ${rule(body.rule)}: ${body.reason}`,
});
