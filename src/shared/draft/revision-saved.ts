import { z } from 'zod';
import { defineEvent, writers } from '../records/define-event.ts';
import { gradeField, improvementsField, narrativeField, pointsField } from './judgment-fields.ts';
import { overSchema, recordIdSchema, saidSchema, slugSchema } from '../values/body-parts.ts';

/** One saved state of the draft: the whole text of what changed, and ids of the writes that hold the rest. */
const revisionSavedBody = z.strictObject({
  reason: saidSchema,
  narratives: z
    .array(z.strictObject({ section: slugSchema, text: narrativeField.schema, over: overSchema }))
    .max(200),
  grades: z.array(z.strictObject({ area: slugSchema, value: gradeField.schema, over: overSchema })).max(200),
  improvements: z.strictObject({ points: improvementsField.schema, over: overSchema }).nullable(),
  /** Strengths, and the other lists of points that the framework has, by section. */
  lists: z
    .array(z.strictObject({ section: slugSchema, points: pointsField.schema, over: overSchema }))
    .max(20)
    .optional(),
  rest: z
    .array(z.strictObject({ field: z.string().max(120), from: z.array(recordIdSchema).min(1).max(64) }))
    .max(500),
});

export const revisionSaved = defineEvent({
  type: 'revision.saved',
  noun: ['revision', 'revisions'],
  reachesBack: false,
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
  writes: ({ lists = [], narratives, grades, improvements }) => [
    ...lists.map(({ section, points, over }) => pointsField.write({ section }, points, over)),
    ...narratives.map(({ section, text, over }) => narrativeField.write({ section }, text, over)),
    ...grades.map(({ area, value, over }) => gradeField.write({ area }, value, over)),
    ...(improvements === null ? [] : [improvementsField.write({}, improvements.points, improvements.over)]),
  ],
  describe: (body) => `saved a revision: ${body.reason}`,
});
