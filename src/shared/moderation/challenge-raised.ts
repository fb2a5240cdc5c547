import { z } from 'zod';
import { defineEvent, reviewers } from '../records/define-event.ts';
import { daySchema, personIdSchema, recordIdSchema, saidSchema, slugSchema } from '../values/body-parts.ts';

/** What a challenge is put to. */
const challengedSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('grade'), area: slugSchema }),
  z.strictObject({
    what: z.literal('claim'),
    section: slugSchema,
    revision: recordIdSchema,
    /** The words, exactly as the revision has them. */
    quote: z.string().min(1).max(4000),
  }),
  z.strictObject({ what: z.literal('evidence'), note: recordIdSchema, area: slugSchema.nullable() }),
  z.strictObject({ what: z.literal('omission'), area: slugSchema }),
]);
/** What a challenge is put to: a grade, a claim, a piece of evidence, an omission. */
export type Challenged = z.infer<typeof challengedSchema>;

/** A question put to the draft that must be answered before it can be final. */
export const challengeRaisedBody = z.strictObject({
  about: challengedSchema,
  text: saidSchema.max(8000),
  /** Who is to answer it. */
  owner: personIdSchema,
  due: daySchema.nullable(),
});

export const challengeRaised = defineEvent({
  type: 'challenge.raised',
  noun: ['challenge', 'challenges'],
  notice: ['raised a challenge', 'raised % challenges'],
  reachesBack: false,
  trail: 'panel',
  isStep: true,
  isContribution: true,
  body: challengeRaisedBody,
  words: ['about.quote', 'text'],
  may: reviewers,
  names: ({ about }) =>
    about.what === 'claim' ? [about.revision] : about.what === 'evidence' ? [about.note] : [],
  describe: ({ about }) =>
    `raised a challenge to ${about.what === 'evidence' ? 'a piece of evidence' : about.what === 'omission' ? 'an omission' : `a ${about.what}`}`,
});
