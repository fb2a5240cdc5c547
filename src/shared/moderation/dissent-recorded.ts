import { z } from 'zod';
import { gradeValueSchema } from '../values/grade-value.ts';
import { defineEvent, weighers } from '../records/define-event.ts';
import { recordIdSchema, saidSchema, slugSchema } from '../values/body-parts.ts';

/** A disagreement with an agreed grade, in the dissenter's own words. */
const dissentRecordedBody = z.strictObject({
  round: recordIdSchema,
  area: slugSchema,
  /** The grade they hold to, where they name one. */
  grade: gradeValueSchema.nullable(),
  text: saidSchema.max(8000),
});

export const dissentRecorded = defineEvent({
  type: 'dissent.recorded',
  noun: ['dissent', 'dissents'],
  notice: ['recorded a dissent', 'recorded % dissents'],
  reachesBack: false,
  trail: 'panel',
  isStep: true,
  body: dissentRecordedBody,
  words: ['grade.reason', 'text'],
  may: weighers,
  names: (body) => [body.round],
  describe: (body, { place }) => `recorded a dissent on ${place(body.area)}`,
});
