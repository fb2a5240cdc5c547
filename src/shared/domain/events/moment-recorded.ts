import { z } from 'zod';
import { dayWords } from '../words.ts';
import { momentTitles } from '../finalising/clocks/clock-words.ts';
import { daySchema, overSchema } from './body-parts.ts';
import { defineEvent, writers } from './define-event.ts';

/** The moments that are recorded by themselves; first and last day are details of the inspection alone. */
export const recordedMoments = [
  'draft-written',
  'moderated',
  'draft-sent',
  'comments-received',
  'comments-answered',
  'published',
] as const;

/** The field that holds a moment's day: publication is a detail too, set before the seal or recorded after it. */
function momentField(moment: string): string {
  return moment === 'published' ? 'detail/published' : `moment/${moment}`;
}

/** The day of a moment from which a clock runs or by which it stops; null takes it back. */
export const momentRecordedBody = z.strictObject({
  moment: z.enum(recordedMoments),
  day: daySchema.nullable(),
  over: overSchema,
});

/** The record type moment.recorded. */
export const momentRecorded = defineEvent({
  type: 'moment.recorded',
  noun: ['day that a clock turns on', 'days that clocks turn on'],
  whileSealed: true,
  speaksOfSeal: true,
  countsBesideSeal: true,
  trail: 'finalising',
  body: momentRecordedBody,
  may: writers,
  writes: ({ moment, day, over }) => [{ field: momentField(moment), value: { text: day ?? '' }, over }],
  describe: ({ moment, day }) =>
    day === null
      ? `withdrew the day of ${momentTitles[moment]}`
      : `recorded ${momentTitles[moment]} on ${dayWords(day)}`,
});
