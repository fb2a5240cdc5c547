import { z } from 'zod';
import { standingInterestSchema } from '../moderation/standing-interest.ts';
import { defineEvent } from '../records/define-event.ts';
import { count } from '../words.ts';

/** Somebody's standing interests, on their own card. The last of each person stands; whoever has a card may write theirs. */
export const interestsListedBody = z.strictObject({ interests: z.array(standingInterestSchema).max(60) });

export const interestsListed = defineEvent({
  type: 'interests.listed',
  noun: ['list of standing interests', 'lists of standing interests'],
  body: interestsListedBody,
  words: ['interests[].provider', 'interests[].words'],
  describe: ({ interests }) => `listed ${count(interests.length, 'standing interest')}`,
});
