import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { daySchema, personIdSchema, recordIdSchema, saidSchema } from '../values/body-parts.ts';
import { count } from '../words.ts';

/** How a round says which figures show what was written without reference to the reveal. */
const unprovenSchema = z.enum(['shown', 'hidden']);

/**
 * A holder changes an open round: by when members lodge, who is a member, whom nobody waits for any more, and whether a
 * second line of figures shows what is written without reference to the reveal. What was lodged stays lodged.
 */
const roundAmendedBody = z
  .strictObject({
    round: recordIdSchema,
    /** The new day; null leaves it. */
    due: daySchema.nullable(),
    added: z.array(personIdSchema).max(40),
    excused: z.array(personIdSchema).max(40),
    /** Null leaves it. */
    unproven: unprovenSchema.nullable(),
    reason: saidSchema.max(4000),
  })
  .refine(({ added, excused }) => new Set([...added, ...excused]).size === added.length + excused.length, {
    message: 'somebody is named twice',
  });
export type RoundAmendedBody = z.infer<typeof roundAmendedBody>;

function changesIn({ due, added, excused, unproven }: RoundAmendedBody): readonly string[] {
  return [
    ...(due === null ? [] : ['set another day']),
    ...(added.length === 0 ? [] : [`added ${count(added.length, 'member')}`]),
    ...(excused.length === 0 ? [] : [`excused ${count(excused.length, 'member')}`]),
    ...(unproven === null ? [] : ['said which figures show what has no proven time']),
  ];
}

export const roundAmended = defineEvent({
  type: 'round.amended',
  noun: ['change of a round', 'changes of rounds'],
  reachesBack: false,
  trail: 'panel',
  notice: null,
  body: roundAmendedBody,
  words: ['reason'],
  may: ['chair', 'deputy'],
  names: (body) => [body.round],
  describe: (body) => `changed the round (${changesIn(body).join(', ')}): ${body.reason}`,
});
