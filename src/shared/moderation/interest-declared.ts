import { z } from 'zod';
import { defineEvent, reviewers } from '../records/define-event.ts';
import { saidSchema } from '../values/body-parts.ts';
import { count } from '../words.ts';

/** One interest that may conflict with judging this inspection. */
export const interestSchema = z.strictObject({
  /** Financial or outside professional activity; conflict with values; conflict in inspection activity. */
  class: z.enum(['financial-or-outside', 'values', 'inspection-activity']),
  standing: z.enum(['actual', 'potential', 'perceived']),
  told: saidSchema.max(4000),
  /** Whether it keeps the person out of rounds of independent grades. */
  excludes: z.boolean(),
});

export type Interest = z.infer<typeof interestSchema>;

/** What each class of interest is called. */
export const interestClassWords: { readonly [name in Interest['class']]: string } = {
  'financial-or-outside': 'Financial, or outside professional activity',
  values: 'Conflict with values',
  'inspection-activity': 'Conflict in inspection activity',
};

/** An interest in a sentence; without its words where they are kept from the reader. */
export function interestSentence({ class: of, standing, told }: Interest): string {
  return `${interestClassWords[of]}, ${standing}${told === '' ? '' : `: ${told}`}`;
}

/** Everything a person has to declare for this inspection; the last declaration stands, an empty one says "none". */
export const interestDeclaredBody = z.strictObject({ interests: z.array(interestSchema).max(20) });

export const interestDeclared = defineEvent({
  type: 'interest.declared',
  noun: ['declaration of interests', 'declarations of interests'],
  notice: ['declared their interests', 'declared their interests'],
  reachesBack: false,
  whileNewer: true,
  trail: 'panel',
  body: interestDeclaredBody,
  words: ['interests[].told'],
  may: [...reviewers, 'arbiter'],
  describe: ({ interests }) =>
    interests.length === 0
      ? 'declared no interest that conflicts'
      : `declared ${count(interests.length, 'interest')}${interests.some((interest) => interest.excludes) ? ' and takes no part in the panel' : ''}`,
});
