import { z } from 'zod';
import { recordIdSchema, slugSchema } from '../values/body-parts.ts';
import { channel } from './channel.ts';
import type { ReportChecksView } from './check-views.ts';

/** Checks of the report as it stands, or as somebody is typing it. */
export const reportCheckChannels = {
  /** `typed` holds what is not saved yet, by section. Answers are given by `answerFlag` and `allowTerm`. */
  checkReport: channel(
    z.strictObject({ draft: recordIdSchema, typed: z.record(slugSchema, z.string().max(600_000)) }),
  ).gives<ReportChecksView>(),
};
