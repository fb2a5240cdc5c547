import { z } from 'zod';
import { slugSchema } from '../values/body-parts.ts';

/** What the record can say beside a question, each worked out by `protocolFacts`; none where only a person can tell. */
const recordFactSchema = z.enum([
  'gaps',
  'claims',
  'contradictions',
  'children',
  'limits',
  'moved',
  'unseen',
  'tone',
  'late',
  'clocks',
  'interests',
  'overrides',
  'none',
]);
export type RecordFact = z.infer<typeof recordFactSchema>;

/** The questions of an audit as data: another wording is another version, and answers name theirs. */
export const protocolSchema = z
  .strictObject({
    id: slugSchema,
    version: z.int().min(1).max(10_000),
    title: z.string().trim().min(1).max(200),
    questions: z
      .array(
        z.strictObject({
          id: slugSchema,
          text: z.string().trim().min(1).max(300),
          record: recordFactSchema,
        }),
      )
      .min(1)
      .max(60),
  })
  .refine(({ questions }) => new Set(questions.map(({ id }) => id)).size === questions.length, {
    message: 'each question has an id of its own',
  });
export type Protocol = z.infer<typeof protocolSchema>;
