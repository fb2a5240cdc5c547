import { z } from 'zod';
import type { LodgingKind } from '../lodging/lodging-kind.ts';
import { comparisonClosed } from './comparison-closed.ts';
import { comparisonLodged } from './comparison-lodged.ts';
import { comparisonOpened } from './comparison-opened.ts';

/** The longest reason of one pair, in UTF-16 units. */
export const longestWhy = 2000;

/** One pair of things of a round, by their places in its list: which is better, and why. */
export const comparedPairSchema = z
  .strictObject({
    better: z.int().min(0).max(99),
    worse: z.int().min(0).max(99),
    why: z.string().max(longestWhy),
    /** They were too close to call; absent where one is better. */
    tie: z.literal(true).optional(),
  })
  .refine(({ better, worse }) => better !== worse, { message: 'two things are compared' });
/** One pair of things of a round. */
export type ComparedPair = z.infer<typeof comparedPairSchema>;

/** Pairs of things: their round lists the things, so that a packet is bound to no revision. */
export const pairLodging: LodgingKind<ComparedPair> = {
  info: 'plumbline/comparison/1',
  boundTo: () => [],
  list: 'comparisons',
  answer: comparedPairSchema,
  most: 1000,
  opened: comparisonOpened,
  lodged: comparisonLodged,
  closed: comparisonClosed,
};
