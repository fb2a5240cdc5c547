import { z } from 'zod';
import { daySchema, overSchema } from './body-parts.ts';
import { defineEvent, writers } from './define-event.ts';

/** The moments that are recorded by themselves; the others are details of the inspection. */
export const recordedMoments = [
  'draft-written',
  'moderated',
  'draft-sent',
  'comments-received',
  'comments-answered',
] as const;

/** The day of a moment from which a clock runs or by which it stops; null takes it back. */
export const momentRecordedBody = z.strictObject({
  moment: z.enum(recordedMoments),
  day: daySchema.nullable(),
  over: overSchema,
});

/** The record type moment.recorded. */
export const momentRecorded = defineEvent({
  type: 'moment.recorded',
  body: momentRecordedBody,
  may: writers,
  writes: ({ moment, day, over }) => [{ field: `moment/${moment}`, value: { text: day ?? '' }, over }],
  describe: ({ moment, day }) =>
    day === null ? `took back the day of ${moment}` : `recorded ${moment} on ${day}`,
});
