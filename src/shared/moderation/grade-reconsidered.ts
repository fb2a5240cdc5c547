import { z } from 'zod';
import { gradeAnswerSchema } from './lodged-grades.ts';
import { defineEvent, weighers } from '../records/define-event.ts';
import { recordIdSchema, saidSchema, slugSchema } from '../values/body-parts.ts';

/** After discussion a member confirms or changes a grade; it stands beside the independent one, never over it. */
const gradeReconsideredBody = z.strictObject({
  round: recordIdSchema,
  area: slugSchema,
  answer: gradeAnswerSchema,
  reason: saidSchema.max(8000),
});

export const gradeReconsidered = defineEvent({
  type: 'grade.reconsidered',
  noun: ['grade after discussion', 'grades after discussion'],
  reachesBack: false,
  trail: 'panel',
  isStep: true,
  notice: null,
  body: gradeReconsideredBody,
  words: ['answer.reason', 'reason'],
  may: weighers,
  names: (body) => [body.round],
  describe: (body, { place }) => `settled on a grade for ${place(body.area)} after discussion`,
});
