import { z } from 'zod';
import { defineEvent, weighers } from '../records/define-event.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** A member cannot attend a round: an answer, so that nobody waits for them. Lodging after it takes it back. */
const absenceDeclaredBody = z.strictObject({ round: recordIdSchema, reason: saidSchema.max(4000) });

export const absenceDeclared = defineEvent({
  type: 'absence.declared',
  noun: ['absence from a round', 'absences from rounds'],
  reachesBack: false,
  whileNewer: true,
  trail: 'panel',
  body: absenceDeclaredBody,
  words: ['reason'],
  may: weighers,
  names: (body) => [body.round],
  describe: (body) => `cannot attend the round: ${body.reason}`,
});
