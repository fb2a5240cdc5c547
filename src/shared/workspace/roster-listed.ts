import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { count } from '../words.ts';

/** Somebody who is to join, as a roster names them. */
const expectedSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  post: z.string().trim().max(120),
});

/** Who is to join the workspace; the last roster stands. */
const rosterListedBody = z.strictObject({ people: z.array(expectedSchema).max(1000) });

export const rosterListed = defineEvent({
  type: 'roster.listed',
  noun: ['roster', 'rosters'],
  body: rosterListedBody,
  words: ['people[].name', 'people[].post'],
  describe: ({ people }) => `listed ${count(people.length, 'person', 'people')} to join`,
});
