import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { personIdSchema, recordIdSchema, saidSchema, slugSchema } from '../values/body-parts.ts';

/** The chair or a deputy asks an arbiter to decide an area of a revealed round, where the panel cannot. */
const arbiterAskedBody = z.strictObject({
  round: recordIdSchema,
  area: slugSchema,
  arbiter: personIdSchema,
  reason: saidSchema.max(8000),
});

export const arbiterAsked = defineEvent({
  type: 'arbiter.asked',
  noun: ['request to an arbiter', 'requests to an arbiter'],
  notice: ['asked an arbiter', 'asked an arbiter % times'],
  reachesBack: false,
  trail: 'panel',
  isStep: true,
  body: arbiterAskedBody,
  words: ['reason'],
  may: ['chair', 'deputy'],
  names: (body) => [body.round],
  describe: (body, { place }) => `asked the arbiter to decide ${place(body.area)}: ${body.reason}`,
});
