import { z } from 'zod';
import { defineEvent, weighers } from '../records/define-event.ts';
import { overSchema, slugSchema } from '../values/body-parts.ts';
import { markField } from './evidence-fields.ts';

/** A person says whether a descriptor is met; each person's mark stands beside the others'. */
export const descriptorMarkedBody = z.strictObject({
  criterion: slugSchema,
  grade: slugSchema,
  mark: z.enum(['met', 'partly', 'not', 'none']),
  reason: z.string().max(4000),
  over: overSchema,
});

const marks = { met: 'met', partly: 'partly met', not: 'not met', none: 'without evidence' } as const;

export const descriptorMarked = defineEvent({
  type: 'descriptor.marked',
  noun: ['mark of a descriptor', 'marks of descriptors'],
  reachesBack: false,
  whileNewer: true,
  adoptable: true,
  erasable: 'weighing',
  trail: 'weighing',
  isContribution: true,
  body: descriptorMarkedBody,
  words: ['reason'],
  may: weighers,
  writes: ({ criterion, grade, mark, reason, over }, author) => [
    markField.write({ criterion, grade, author }, { mark, reason }, over),
  ],
  describe: (body, { criterion, grade }) =>
    `marked ${criterion(body.criterion)} as ${marks[body.mark]} for ${grade(body.grade)}`,
});
