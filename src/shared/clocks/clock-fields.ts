import { z } from 'zod';
import { defineField } from '../records/define-field.ts';
import { textValue } from '../records/text-value.ts';
import { daySchema, publishedAddressSchema } from '../values/body-parts.ts';

/** The day of a moment from which a clock runs or by which it stops; nothing where it was taken back. */
export const momentField = defineField({
  kind: 'moment',
  parts: ['moment'],
  value: textValue(daySchema.or(z.literal(''))),
  title: ({ moment }) => `Day of ${moment.replaceAll('-', ' ')}`,
  readers: 'everybody',
});

/** Where a report was published on the web; nothing where it was taken back. */
export const addressField = defineField({
  kind: 'address',
  parts: [],
  value: textValue(publishedAddressSchema.or(z.literal(''))),
  title: () => 'Address of publication',
  readers: 'everybody',
});

/** The day on which a paused clock goes on. */
export const resumedField = defineField({
  kind: 'resumed',
  parts: ['pause'],
  value: textValue(daySchema),
  title: () => 'Day on which a paused clock goes on',
  readers: 'everybody',
});
