import { z } from 'zod';
import { defineField } from '../records/define-field.ts';
import { textValue } from '../records/text-value.ts';
import { recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** An answer to a question that a comparison or a check of the report raised. */
export const answerField = defineField({
  kind: 'answer',
  parts: ['question'],
  value: textValue(saidSchema),
  title: () => 'Answer to a question of the comparison',
});

/** One person's tick beside a change: the revision looked at, or nothing where the tick was taken back. */
export const reviewedField = defineField({
  kind: 'reviewed',
  parts: ['person', 'change'],
  value: textValue(recordIdSchema.or(z.literal(''))),
  title: () => 'A tick beside a change',
  words: ({ value }) => (value === '' ? 'Tick taken back' : 'Reviewed'),
  owner: 'person',
  readers: 'owner',
  sealed: 'nothing',
});
