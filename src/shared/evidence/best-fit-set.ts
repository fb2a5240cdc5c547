import { z } from 'zod';
import { defineEvent, weighers } from '../records/define-event.ts';
import { overSchema, slugSchema } from '../values/body-parts.ts';
import { fitField } from './evidence-fields.ts';

/** The grade whose descriptors fit a criterion best, set by a person. */
export const bestFitSetBody = z.strictObject({
  criterion: slugSchema,
  grade: fitField.schema,
  over: overSchema,
});

export const bestFitSet = defineEvent({
  type: 'best-fit.set',
  noun: ['best fit', 'best fits'],
  reachesBack: false,
  whileNewer: true,
  overWhatIsSeen: true,
  adoptable: true,
  trail: 'weighing',
  isStep: true,
  body: bestFitSetBody,
  may: weighers,
  writes: ({ criterion, grade, over }) => [fitField.write({ criterion }, grade, over)],
  describe: (body, { criterion, grade }) =>
    `set the best fit of ${criterion(body.criterion)}: ${grade(body.grade)}`,
});
