import { z } from 'zod';
import { recordIdSchema, saidSchema } from '../domain/events/body-parts.ts';
import { channel } from './channel.ts';
import type { SavedView } from './views.ts';

const draft = recordIdSchema;

/** Everything that makes a draft final, or opens a final one again. */
export const finalisingChannels = {
  /** `approved` are the records whose text and grades stand, as this window showed them. */
  approveJudgment: channel(
    z.strictObject({
      draft,
      approved: z.array(recordIdSchema).min(1).max(500),
      note: z.string().trim().max(4000),
    }),
  ).gives<SavedView>(),
  sealJudgment: channel(z.strictObject({ draft })).gives<SavedView>(),
  proposeReopening: channel(z.strictObject({ draft, reason: saidSchema })).gives<SavedView>(),
  reopenJudgment: channel(z.strictObject({ draft, proposal: recordIdSchema })).gives<SavedView>(),
};
