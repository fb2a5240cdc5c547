import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import {
  daySchema,
  personIdSchema,
  recordIdSchema,
  saidSchema,
  sha256Schema,
  slugSchema,
} from '../values/body-parts.ts';

/** How a frame is divided: each stratum is drawn from by itself. */
const strataBySchema = z.enum(['none', 'framework', 'lead', 'year']);
export type StrataBy = z.infer<typeof strataBySchema>;

/** By what rule sealed judgments are in a frame: sealed from one day to another, under some frameworks or, where none is named, any. */
export const frameRuleSchema = z.strictObject({
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  frameworks: z.array(slugSchema).max(60),
  strata: strataBySchema,
});
export type FrameRule = z.infer<typeof frameRuleSchema>;

/** A sealed judgment of a frame: the id of its seal, and the hash over the ids of all that it covers. */
const judgmentSchema = z.strictObject({ seal: recordIdSchema, ids: sha256Schema });
const stratumSchema = z.strictObject({
  name: z.string().trim().min(1).max(300),
  /** How many of it are drawn. */
  draw: z.int().min(0).max(100_000),
  /** In the order of their seals' ids, each once. */
  judgments: z.array(judgmentSchema).min(1).max(100_000),
});

/**
 * A frame that is frozen before any number exists that decides what is drawn from it: the judgments, how many of each
 * stratum, where the outside number will come from and when, and who gives a part to the seed. Its own id is its hash.
 */
export const frameFrozenBody = z.strictObject({
  rule: frameRuleSchema,
  strata: z.array(stratumSchema).min(1).max(400),
  /** Where the outside number will be read: a published figure, a draw of lots. */
  source: saidSchema,
  /** ISO time from which it can be known. */
  moment: z.iso.datetime(),
  contributors: z.array(personIdSchema).min(2).max(10),
});
export type FrameFrozenBody = z.infer<typeof frameFrozenBody>;

export const frameFrozen = defineEvent({
  type: 'frame.frozen',
  noun: ['frozen frame', 'frozen frames'],
  body: frameFrozenBody,
  words: ['source', 'strata[].name'],
  describe: ({ strata }) =>
    `froze a frame of ${strata.flatMap(({ judgments }) => judgments).length} judgments`,
});
