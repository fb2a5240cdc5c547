import { z } from 'zod';
import { defineEvent, reviewers } from '../records/define-event.ts';
import { overSchema } from '../values/body-parts.ts';
import { answerField } from './comparison-fields.ts';

/** A person answers a question that a comparison or a check of the report raised; the question is known by what it is about. */
export const questionAnsweredBody = z.strictObject({
  /** Code, place and subject: "grade-changed-without-evidence/leaders/good-inadequate". */
  question: z.string().min(1).max(240),
  answer: answerField.schema,
  over: overSchema,
});

export const questionAnswered = defineEvent({
  type: 'question.answered',
  noun: ['answer to a question', 'answers to questions'],
  reachesBack: false,
  overWhatIsSeen: true,
  erasable: 'weighing',
  trail: 'weighing',
  body: questionAnsweredBody,
  words: ['answer'],
  may: reviewers,
  writes: (body) => [answerField.write({ question: body.question }, body.answer, body.over)],
  describe: (body) => `answered a question: ${body.answer}`,
});
