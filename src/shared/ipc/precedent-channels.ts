import { z } from 'zod';
import { recordIdSchema, slugSchema } from '../values/body-parts.ts';
import { channel } from './channel.ts';
import type { OutcomesSource, PrecedentsView } from './precedent-views.ts';
import { grantSchema } from './workspace-channels.ts';

/** Published outcomes, and what they say of a pattern of grades. */
export const precedentChannels = {
  /** Reads a table of published outcomes and keeps it on this computer, in place of the one kept before. */
  importOutcomes: channel(z.strictObject({ file: grantSchema })).gives<OutcomesSource>(),
  /** The precedents of a chosen pattern: a grade for each area that is to agree. */
  findPrecedents: channel(
    z.strictObject({ draft: recordIdSchema, pattern: z.record(slugSchema, slugSchema) }),
  ).gives<PrecedentsView>(),
};
