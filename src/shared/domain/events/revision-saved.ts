import { z } from 'zod';
import { defineEvent, writers } from './define-event.ts';
import { gradeValueSchema } from '../draft/grade-value.ts';
import { improvementSchema } from '../draft/improvement.ts';
import { overSchema, recordIdSchema, saidSchema, slugSchema } from './body-parts.ts';

/** One saved state of the draft: the whole text of what changed, and ids of the writes that hold the rest. */
export const revisionSavedBody = z.strictObject({
  reason: saidSchema,
  narratives: z
    .array(z.strictObject({ section: slugSchema, text: z.string().max(600_000), over: overSchema }))
    .max(200),
  grades: z.array(z.strictObject({ area: slugSchema, value: gradeValueSchema, over: overSchema })).max(200),
  improvements: z.strictObject({ points: z.array(improvementSchema).max(500), over: overSchema }).nullable(),
  /** Strengths, and the other lists of points that the framework has, by section. */
  lists: z
    .array(
      z.strictObject({ section: slugSchema, points: z.array(improvementSchema).max(500), over: overSchema }),
    )
    .max(20)
    .optional(),
  rest: z
    .array(z.strictObject({ field: z.string().max(120), from: z.array(recordIdSchema).min(1).max(64) }))
    .max(500),
});

/** The record type revision.saved. */
export const revisionSaved = defineEvent({
  type: 'revision.saved',
  noun: ['revision', 'revisions'],
  overWhatIsSeen: true,
  adoptable: true,
  erasable: 'narrative',
  trail: 'text',
  isContribution: true,
  body: revisionSavedBody,
  words: [
    'reason',
    'narratives[].text',
    'grades[].value.reason',
    'improvements.points[].text',
    'improvements.points[].tags',
    'lists[].points[].text',
    'lists[].points[].tags',
  ],
  may: writers,
  names: (body) => [
    ...body.rest.flatMap((rest) => rest.from),
    ...[body.improvements, ...(body.lists ?? [])]
      .flatMap((list) => list?.points ?? [])
      .flatMap((point) => point.notes),
  ],
  writes: (body) => [
    ...(body.lists ?? []).map(({ section, points, over }) => ({
      field: `points/${section}`,
      value: { points },
      over,
    })),
    ...body.narratives.map((write) => ({
      field: `narrative/${write.section}`,
      value: { text: write.text },
      over: write.over,
    })),
    ...body.grades.map((write) => ({
      field: `grade/${write.area}`,
      value: { grade: write.value },
      over: write.over,
    })),
    ...(body.improvements === null
      ? []
      : [
          {
            field: 'improvements',
            value: { points: body.improvements.points },
            over: body.improvements.over,
          },
        ]),
  ],
  describe: (body) => `saved a revision: ${body.reason}`,
});
