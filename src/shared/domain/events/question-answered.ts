import { z } from 'zod';
import { defineEvent, reviewers } from './define-event.ts';
import { overSchema, saidSchema } from './body-parts.ts';

/** A person answers a question that a comparison or a check of the report raised; the question is known by what it is about. */
export const questionAnsweredBody = z.strictObject({
  /** Code, place and subject: "grade-changed-without-evidence/leaders/good-inadequate". */
  question: z.string().min(1).max(240),
  answer: saidSchema,
  over: overSchema,
});

/** The record type question.answered. */
export const questionAnswered = defineEvent({
  type: 'question.answered',
  noun: ['answer to a question', 'answers to questions'],
  overWhatIsSeen: true,
  erasable: 'weighing',
  trail: 'weighing',
  body: questionAnsweredBody,
  words: ['answer'],
  may: reviewers,
  writes: (body) => [{ field: `answer/${body.question}`, value: { text: body.answer }, over: body.over }],
  describe: (body) => `answered a question: ${body.answer}`,
});
