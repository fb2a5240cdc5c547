import { z } from 'zod';
import { dayWords } from '../words.ts';
import { momentTitles } from './clock-words.ts';
import { daySchema, overSchema, publishedAddressSchema } from '../values/body-parts.ts';
import { defineEvent, writers } from '../records/define-event.ts';
import { detailField } from '../draft/detail-fields.ts';
import { addressField, momentField } from './clock-fields.ts';

/** The moments that are recorded by themselves; first and last day are details of the inspection alone. */
export const recordedMoments = [
  'draft-written',
  'moderated',
  'draft-sent',
  'comments-received',
  'comments-answered',
  'published',
] as const;

/** The day of a moment from which a clock runs or by which it stops; null takes it back. */
export const momentRecordedBody = z.strictObject({
  moment: z.enum(recordedMoments),
  day: daySchema.nullable(),
  over: overSchema,
  /** Of publication alone: where it was published; null takes it back, and absent leaves it as it stands. */
  address: z.strictObject({ web: publishedAddressSchema.nullable(), over: overSchema }).optional(),
});

export const momentRecorded = defineEvent({
  type: 'moment.recorded',
  noun: ['day that a clock turns on', 'days that clocks turn on'],
  notice: ['recorded a day that a clock turns on', 'recorded % days that clocks turn on'],
  reachesBack: false,
  whileSealed: true,
  speaksOfSeal: true,
  countsBesideSeal: true,
  trail: 'finalising',
  body: momentRecordedBody,
  may: writers,
  // Publication is a detail of the inspection, set before the seal or recorded after it.
  writes: ({ moment, day, over, address }) => [
    moment === 'published'
      ? detailField.write({ name: moment }, day ?? '', over)
      : momentField.write({ moment }, day ?? '', over),
    ...(moment === 'published' && address !== undefined
      ? [addressField.write({}, address.web ?? '', address.over)]
      : []),
  ],
  describe: ({ moment, day, address }) => {
    const at = address?.web == null ? '' : `, at ${address.web}`;
    return day === null
      ? `withdrew the day of ${momentTitles[moment]}${at}`
      : `recorded ${momentTitles[moment]} on ${dayWords(day)}${at}`;
  },
});
