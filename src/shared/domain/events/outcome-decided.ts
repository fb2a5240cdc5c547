import { z } from 'zod';
import { areaOutcomeSchema } from '../moderation/area-outcome.ts';
import { defineEvent } from './define-event.ts';
import { overSchema, recordIdSchema, slugSchema } from './body-parts.ts';

/** What moderation settles for one area of a round. */
export const outcomeDecidedBody = z.strictObject({
  round: recordIdSchema,
  area: slugSchema,
  outcome: areaOutcomeSchema,
  over: overSchema,
});

const told = {
  agree: 'agreed with the grade',
  change: 'changed the grade',
  return: 'returned the area to the team with points',
  gather: 'found the evidence not sufficient and returned it to the team',
} as const;

/** The record type outcome.decided. */
export const outcomeDecided = defineEvent({
  type: 'outcome.decided',
  noun: ['outcome of the panel', 'outcomes of the panel'],
  trail: 'panel',
  isStep: true,
  stage: { now: 'moderation', cause: 'outcome' },
  body: outcomeDecidedBody,
  words: ['outcome.agreed.reason', 'outcome.points[].text', 'outcome.reason'],
  may: ['chair', 'deputy'],
  names: (body) => [body.round],
  writes: (body) => [
    { field: `outcome/${body.round}/${body.area}`, value: { outcome: body.outcome }, over: body.over },
  ],
  describe: (body, { place }) => `${told[body.outcome.outcome]}, ${place(body.area)}: ${body.outcome.reason}`,
});
