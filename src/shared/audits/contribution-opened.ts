import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema } from '../values/body-parts.ts';

/** The part itself: its sha256 is what was lodged. */
const contributionOpenedBody = z.strictObject({
  lodged: recordIdSchema,
  contribution: z.string().regex(/^[0-9a-f]{32,256}$/),
});

export const contributionOpened = defineEvent({
  type: 'contribution.opened',
  noun: ['opened contribution', 'opened contributions'],
  body: contributionOpenedBody,
  names: ({ lodged }) => [lodged],
  describe: () => 'opened a contribution to the seed',
});
