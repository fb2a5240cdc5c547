import { z } from 'zod';
import { gradeValueSchema } from '../values/grade-value.ts';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** An arbiter decides what they were asked to: the grade, with the reason. */
const arbiterDecidedBody = z.strictObject({
  asked: recordIdSchema,
  agreed: gradeValueSchema,
  reason: saidSchema.max(8000),
});

export const arbiterDecided = defineEvent({
  type: 'arbiter.decided',
  noun: ['decision of an arbiter', 'decisions of an arbiter'],
  notice: ['decided as an arbiter', 'decided as an arbiter % times'],
  reachesBack: false,
  trail: 'panel',
  isStep: true,
  isContribution: true,
  body: arbiterDecidedBody,
  words: ['agreed.reason', 'reason'],
  may: ['arbiter'],
  names: (body) => [body.asked],
  describe: ({ reason }) => `decided as arbiter: ${reason}`,
});
