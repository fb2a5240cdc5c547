import { z } from 'zod';
import { daySchema, personIdSchema, recordIdSchema, saidSchema, slugSchema } from '../values/body-parts.ts';
import { comparedPairSchema, type ComparedPair } from '../pairwise/lodged-pairs.ts';
import { amendment } from './moderation-channels.ts';
import { channel } from './channel.ts';
import type { OwnAnswers } from './lodging-views.ts';
import type { SavedView } from './views.ts';

const inRound = z.strictObject({ draft: recordIdSchema, round: recordIdSchema });
const answers = z.array(comparedPairSchema).max(1000);

/** Comparative judgment: rounds in which pairs of things are compared. */
export const pairwiseChannels = {
  /** The caller chairs it. Each thing is compared as its draft's latest revision has it. */
  openPairwiseRound: channel(
    z.strictObject({
      draft: recordIdSchema,
      question: saidSchema.max(1000),
      /** Whether members see whose judgments they compare after the reveal alone. */
      namesWithheld: z.boolean().optional(),
      /** How many pairs are asked of each member; as the number of things says where absent. */
      pairsAsked: z.int().min(1).max(1000).optional(),
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
  /** Own pairs from this computer's encrypted journal, and each thing's text; null where its draft is not here. */
  readOwnPairs: channel(inRound).gives<
    OwnAnswers<ComparedPair> & { readonly texts: readonly (string | null)[] }
  >(),
  keepOwnPairs: channel(inRound.extend({ answers })).gives<{ at: string }>(),
  lodgePairs: channel(inRound.extend({ answers: answers.min(1) })).gives<SavedView & { n: number }>(),
  /** Changes an open round: its day, its members. */
  amendPairwiseRound: channel(amendment).gives<SavedView>(),
  /** Gives a round up: what was lodged stays unreadable. */
  abandonPairwiseRound: channel(inRound.extend({ reason: saidSchema })).gives<SavedView>(),
  /** Reveals. A reason is needed where not everybody has lodged. */
  closePairwiseRound: channel(inRound.extend({ reason: saidSchema.nullable() })).gives<SavedView>(),
};
