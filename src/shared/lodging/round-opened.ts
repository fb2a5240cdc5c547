import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, saidSchema, slugSchema } from '../values/body-parts.ts';
import { lodgingRoundFault, lodgingRoundShape } from './lodging-round.ts';
import { count } from '../words.ts';

/** A cycle of independent grades begins: on one fixed revision, whatever is saved later. */
const roundOpenedBody = z
  .strictObject({
    ...lodgingRoundShape,
    revision: recordIdSchema,
    /** In the order in which they are graded: parts before the whole. */
    areas: z.array(slugSchema).min(1).max(60),
    /** Why members see the provisional grades; null where they are hidden from them. */
    provisionalShown: saidSchema.nullable(),
  })
  .refine(({ areas }) => new Set(areas).size === areas.length, { message: 'an area is named twice' })
  .check(({ value, issues }) => {
    const fault = lodgingRoundFault(value);
    if (fault !== null) issues.push({ code: 'custom', message: fault, input: value });
  });

export const roundOpened = defineEvent({
  type: 'round.opened',
  noun: ['round of independent grades', 'rounds of independent grades'],
  reachesBack: false,
  trail: 'panel',
  isStep: true,
  stage: { now: 'moderation', cause: 'round-opened' },
  notice: null,
  body: roundOpenedBody,
  words: ['excluded[].why', 'provisionalShown'],
  may: ['chair'],
  names: (body) => [body.revision],
  describe: (body) =>
    `opened a round of independent grades with ${count(body.participants.length, 'member')}`,
});
