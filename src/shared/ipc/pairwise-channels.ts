import { z } from 'zod';
import { daySchema, personIdSchema, recordIdSchema, saidSchema, slugSchema } from '../values/body-parts.ts';
import { comparisonSchema } from '../pairwise/lodged-comparisons.ts';
import { channel } from './channel.ts';
import type { ComparisonView } from './pairwise-views.ts';
import type { SavedView } from './views.ts';

const inRound = z.strictObject({ draft: recordIdSchema, round: recordIdSchema });
const comparisons = z.array(comparisonSchema).max(1000);

/** Comparative judgment: rounds in which pairs of things are compared. */
export const comparativeChannels = {
  /** The caller chairs it. Each thing is compared as its draft's latest revision has it. */
  openComparison: channel(
    z.strictObject({
      draft: recordIdSchema,
      question: saidSchema.max(1000),
      items: z
        .array(z.strictObject({ draft: recordIdSchema, area: slugSchema.nullable() }))
        .min(2)
        .max(100),
      participants: z.array(personIdSchema).min(1).max(40),
      deputies: z.array(personIdSchema).min(1).max(9),
      quorum: z.int().min(1).max(40),
      due: daySchema.nullable(),
    }),
  ).gives<SavedView>(),
  /** The things' texts, and one's own comparisons from this computer's encrypted journal. */
  readComparison: channel(inRound).gives<ComparisonView>(),
  keepComparisons: channel(inRound.extend({ comparisons })).gives<{ at: string }>(),
  lodgeComparisons: channel(inRound.extend({ comparisons: comparisons.min(1) })).gives<
    SavedView & { n: number }
  >(),
  /** Reveals. A reason is needed where not everybody has lodged. */
  closeComparison: channel(inRound.extend({ reason: saidSchema.nullable() })).gives<SavedView>(),
};
