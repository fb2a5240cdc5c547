import { z } from 'zod';
import { defineEvent, reviewers } from '../records/define-event.ts';
import { overSchema, recordIdSchema } from '../values/body-parts.ts';
import { reviewedField } from './comparison-fields.ts';

/** A person ticks a change as reviewed, or takes the tick back; it holds in later revisions while the change is the same. */
export const changeReviewedBody = z.strictObject({
  /** sha256 of the change's place and words, hex: see change-key.ts. */
  change: z.string().regex(/^[0-9a-f]{64}$/),
  /** The later revision looked at. */
  revision: recordIdSchema,
  reviewed: z.boolean(),
  over: overSchema,
});

export const changeReviewed = defineEvent({
  type: 'change.reviewed',
  noun: ['change marked as reviewed', 'changes marked as reviewed'],
  reachesBack: false,
  trail: 'weighing',
  body: changeReviewedBody,
  may: reviewers,
  names: (body) => [body.revision],
  writes: (body, author) => [
    reviewedField.write(
      { person: author, change: body.change },
      body.reviewed ? body.revision : '',
      body.over,
    ),
  ],
  describe: (body) => (body.reviewed ? 'reviewed a change' : 'took back a tick'),
});
