import { z } from 'zod';
import { defineField } from '../records/define-field.ts';
import { textValue } from '../records/text-value.ts';

/** The answers that a point of the provider's comments can have. */
export const accuracyAnswers = ['accepted', 'partly', 'not-accepted'] as const;

const answerTitles: Readonly<Record<string, string>> = {
  accepted: 'Accepted',
  partly: 'Partly accepted',
  'not-accepted': 'Not accepted',
};

/** The answer to one point of the provider's comments, counted from 0. */
export const accuracyField = defineField({
  kind: 'accuracy',
  parts: ['received', 'point'],
  value: textValue(z.enum(accuracyAnswers)),
  title: ({ point }) => `Answer to point ${Number(point) + 1} of the provider’s comments`,
  words: ({ value }) => answerTitles[value] ?? value,
});
