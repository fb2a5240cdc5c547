import { z } from 'zod';
import { defineEvent, weighers } from './define-event.ts';
import { overSchema, slugSchema } from './body-parts.ts';

/** The grade whose descriptors fit a criterion best, set by a person. */
export const bestFitSetBody = z.strictObject({ criterion: slugSchema, grade: slugSchema, over: overSchema });

/** The record type best-fit.set. */
export const bestFitSet = defineEvent({
  type: 'best-fit.set',
  noun: ['best fit', 'best fits'],
  whileNewer: true,
  overWhatIsSeen: true,
  adoptable: true,
  trail: 'weighing',
  isStep: true,
  body: bestFitSetBody,
  may: weighers,
  writes: (body) => [{ field: `fit/${body.criterion}`, value: { text: body.grade }, over: body.over }],
  describe: (body, { criterion, grade }) =>
    `set the best fit of ${criterion(body.criterion)}: ${grade(body.grade)}`,
});
