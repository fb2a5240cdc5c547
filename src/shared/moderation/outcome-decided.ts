import { z } from 'zod';
import { outcomeField } from './moderation-fields.ts';
import { defineEvent } from '../records/define-event.ts';
import { overSchema, recordIdSchema, slugSchema } from '../values/body-parts.ts';

/** What moderation settles for one area of a round. */
const outcomeDecidedBody = z.strictObject({
  round: recordIdSchema,
  area: slugSchema,
  outcome: outcomeField.schema,
  over: overSchema,
});

const outcomeWords = {
  agree: 'agreed with the grade',
  change: 'changed the grade',
  return: 'returned the area to the team with points',
  gather: 'found the evidence not sufficient and returned it to the team',
} as const;

export const outcomeDecided = defineEvent({
  type: 'outcome.decided',
  noun: ['outcome of the panel', 'outcomes of the panel'],
  notice: ['recorded an outcome of the panel', 'recorded % outcomes of the panel'],
  reachesBack: false,
  trail: 'panel',
  isStep: true,
  stage: { now: 'moderation', cause: 'outcome' },
  body: outcomeDecidedBody,
  words: ['outcome.agreed.reason', 'outcome.points[].text', 'outcome.reason'],
  may: ['chair', 'deputy'],
  names: (body) => [body.round],
  writes: ({ round, area, outcome, over }) => [outcomeField.write({ round, area }, outcome, over)],
  describe: (body, { place }) =>
    `${outcomeWords[body.outcome.outcome]}, ${place(body.area)}: ${body.outcome.reason}`,
});
