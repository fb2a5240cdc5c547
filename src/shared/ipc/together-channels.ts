import { z } from 'zod';
import { daySchema, recordIdSchema } from '../values/body-parts.ts';
import { channel } from './channel.ts';
import type { ConflictsView, HappenedView, WaitingView } from './together-views.ts';

/** One draft, or null for every draft of the workspace. */
const scope = z.strictObject({ draft: recordIdSchema.nullable() });

/** Working together: what waits, what is in conflict, what others did. */
export const togetherChannels = {
  whatWaits: channel(z.strictObject({ for: z.literal('me') })).gives<WaitingView>(),
  listConflicts: channel(scope).gives<ConflictsView>(),
  /** `since` is a day, or null for everything that came in after this person last looked. */
  whatHappened: channel(scope.extend({ since: daySchema.nullable() })).gives<HappenedView>(),
  /** Remembers on this device that everything in these drafts has been looked at. */
  haveLooked: channel(scope).gives<null>(),
};
