import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { recordIdSchema, slugSchema } from '../values/body-parts.ts';
import { readOutcomeSchema, fileGradeSchema, protocolAnswerSchema } from './reading-words.ts';

/**
 * What a reader makes of a judgment once all of it is open; the last of a reader stands. Answers name the protocol and its
 * version, so that they are never read under other questions.
 */
export const conclusionShape = z.strictObject({
  outcomes: z
    .array(
      z.strictObject({ area: slugSchema, outcome: readOutcomeSchema, reason: z.string().trim().max(8000) }),
    )
    .min(1)
    .max(60),
  protocol: z.strictObject({ id: slugSchema, version: z.int().min(1).max(10_000) }),
  answers: z
    .array(
      z.strictObject({
        question: slugSchema,
        answer: protocolAnswerSchema,
        /** What the record said when it was answered, worked out. */
        record: z.string().max(4000),
        note: z.string().trim().max(4000),
      }),
    )
    .max(60),
  fileGrade: fileGradeSchema,
  /** What alone can take the file to one of the two worst grades; '' for none. */
  keyFinding: z.string().trim().max(8000),
});
export type Conclusion = z.infer<typeof conclusionShape>;

/** A conclusion while it is made: what is not said yet is not in it, and the file has no grade as 0. */
export const typedConclusionSchema = conclusionShape.omit({ protocol: true }).extend({
  outcomes: conclusionShape.shape.outcomes.min(0),
  fileGrade: z.int().min(0).max(4),
});
export type TypedConclusion = z.infer<typeof typedConclusionSchema>;

const readingConcludedBody = conclusionShape
  .extend({ opened: recordIdSchema })
  .refine(({ outcomes }) => new Set(outcomes.map(({ area }) => area)).size === outcomes.length, {
    message: 'each area has one outcome',
  });

export const readingConcluded = defineEvent({
  type: 'reading.concluded',
  noun: ['conclusion of a reading', 'conclusions of readings'],
  body: readingConcludedBody,
  words: ['outcomes[].reason', 'answers[].record', 'answers[].note', 'keyFinding'],
  names: ({ opened }) => [opened],
  describe: () => 'recorded the outcomes of a reading',
});
