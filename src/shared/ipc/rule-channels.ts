import { z } from 'zod';
import { clockPausedBody } from '../clocks/clock-paused.ts';
import { clockResumedBody } from '../clocks/clock-resumed.ts';
import { factRecordedBody } from '../framework/fact-recorded.ts';
import { momentRecordedBody } from '../clocks/moment-recorded.ts';
import { recordIdSchema } from '../values/body-parts.ts';
import { channel } from './channel.ts';
import type { SavedView } from './views.ts';

const draft = recordIdSchema;

/** Facts on which rules turn, and the clocks. */
export const ruleChannels = {
  recordFact: channel(factRecordedBody.extend({ draft })).gives<SavedView>(),
  recordMoment: channel(momentRecordedBody.extend({ draft })).gives<SavedView>(),
  pauseClock: channel(clockPausedBody.extend({ draft })).gives<SavedView>(),
  resumeClock: channel(clockResumedBody.extend({ draft })).gives<SavedView>(),
  /** Hands out the clocks that run as a calendar file. */
  exportClocks: channel(z.strictObject({ draft })).gives<{ name: string } | null>(),
};
