import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { personIdSchema } from '../values/body-parts.ts';
import { count } from '../words.ts';
import { interestSchema } from './interest-declared.ts';

/** What the chair records of a member's interests, beside what they declared; a later record of it stands, an empty one lifts it. */
export const interestRecordedBody = z.strictObject({
  person: personIdSchema,
  interests: z.array(interestSchema).max(20),
});

export const interestRecorded = defineEvent({
  type: 'interest.recorded',
  noun: ['interest recorded for a member', 'interests recorded for members'],
  reachesBack: false,
  trail: 'panel',
  notice: null,
  body: interestRecordedBody,
  words: ['interests[].told'],
  may: ['chair', 'deputy'],
  describe: ({ interests }) =>
    interests.length === 0
      ? 'took back what was recorded of a member’s interests'
      : `recorded ${count(interests.length, 'interest')} of a member${interests.some(({ excludes }) => excludes) ? ', which keeps them out of the panel' : ''}`,
});
