import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, sha256Schema } from '../values/body-parts.ts';

/** What was drawn, stratum by stratum in the order of the tickets. Whoever has the records draws the same. */
const sampleDrawnBody = z.strictObject({
  frame: recordIdSchema,
  seed: sha256Schema,
  drawn: z.array(z.array(recordIdSchema).max(100_000)).min(1).max(400),
});

export const sampleDrawn = defineEvent({
  type: 'sample.drawn',
  noun: ['drawn sample', 'drawn samples'],
  body: sampleDrawnBody,
  names: ({ frame }) => [frame],
  describe: ({ drawn }) => `drew ${drawn.flat().length} judgments`,
});
