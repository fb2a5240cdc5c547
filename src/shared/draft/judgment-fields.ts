import { z } from 'zod';
import { defineField, type FieldTitles, type ValueKind } from '../records/define-field.ts';
import { gradeValueSchema, type GradeValue } from '../values/grade-value.ts';
import { improvementSchema, type Improvement } from '../values/improvement.ts';
import { textValue } from '../records/text-value.ts';

/** A grade by what it is called, or why there is none. */
export function gradeOrReason(answer: GradeValue, { grade }: Pick<FieldTitles, 'grade'>): string {
  return 'grade' in answer ? grade(answer.grade) : `No grade: ${answer.reason}`;
}

const pointsValue: ValueKind<readonly Improvement[]> = {
  schema: z.array(improvementSchema).max(500),
  put: (points) => ({ points }),
  take: (value) => ('points' in value ? value.points : null),
  words: (points) => points.map(({ text }) => `• ${text}`).join('\n'),
};

/** The text of an area or a section of the report. */
export const narrativeField = defineField({
  kind: 'narrative',
  parts: ['section'],
  value: textValue(z.string().max(600_000)),
  title: ({ section }, { place }) => `Text of ${place(section)}`,
  place: 'section',
  sealed: 'words',
  isJudged: true,
});

/** The provisional grade of an area. */
export const gradeField = defineField({
  kind: 'grade',
  parts: ['area'],
  value: {
    schema: gradeValueSchema,
    put: (grade) => ({ grade }),
    take: (value) => ('grade' in value ? value.grade : null),
    words: gradeOrReason,
  },
  title: ({ area }, { place }) => `Grade of ${place(area)}`,
  place: 'area',
  sealed: 'words',
  isJudged: true,
});

/** What needs to improve. */
export const improvementsField = defineField({
  kind: 'improvements',
  parts: [],
  value: pointsValue,
  title: () => 'What needs to improve',
  sealed: 'words',
  isJudged: true,
});

/** Strengths, and the other lists of points that a framework has. */
export const pointsField = defineField({
  kind: 'points',
  parts: ['section'],
  value: pointsValue,
  title: ({ section }, { place }) => (section === 'strengths' ? 'Strengths' : place(section)),
  place: 'section',
  sealed: 'words',
  isJudged: true,
});

/** The field of a list of points by the list's id: what needs to improve has one of its own. */
export function pointsFieldOf(list: string): string {
  return list === 'improvements' ? improvementsField.name({}) : pointsField.name({ section: list });
}
