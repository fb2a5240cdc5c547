import { z } from 'zod';
import { gradeLodged } from '../lodging/grade-lodged.ts';
import type { LodgingKind } from '../lodging/lodging-kind.ts';
import { roundClosed } from '../lodging/round-closed.ts';
import { roundOpened } from '../lodging/round-opened.ts';
import { gradeValueSchema } from '../values/grade-value.ts';
import { recordIdSchema, slugSchema } from '../values/body-parts.ts';

/** How sure somebody is of a grade. */
export const sureness = ['sure', 'fairly-sure', 'unsure'] as const;
/** How sure somebody is of a grade. */
export type Sureness = (typeof sureness)[number];
/** What it is called. */
export const surenessWords: { readonly [sure in Sureness]: string } = {
  sure: 'Sure',
  'fairly-sure': 'Fairly sure',
  unsure: 'Unsure',
};

/** How sure somebody was, in words; '' where they did not say. */
export const sureTitle = (sure: Sureness | null): string => (sure === null ? '' : surenessWords[sure]);

/** What somebody says of one area: a grade, a reason why there is none, or that the area is not theirs to judge. */
export const gradeAnswerSchema = z.union([gradeValueSchema, z.strictObject({ notMine: z.literal(true) })]);
/** What somebody says of one area. */
export type GradeAnswer = z.infer<typeof gradeAnswerSchema>;

/** One area of a member's independent grades. */
export const lodgedEntrySchema = z.strictObject({
  area: slugSchema,
  answer: gradeAnswerSchema,
  rationale: z.string().max(12_000),
  /** Null until they say it, and where there is no grade to be sure of. */
  sure: z.enum(sureness).nullable(),
  /** The notes that moved them. */
  evidence: z.array(recordIdSchema).max(100),
  /** Paragraphs of the graded revision that moved them, counted from 1 in each section; absent where none did. */
  passages: z
    .array(z.strictObject({ section: slugSchema, paragraph: z.int().min(1).max(2000) }))
    .min(1)
    .max(100)
    .optional(),
  /** The grade whose descriptor each of the area's criteria fits best, for them; absent where they set none. */
  fits: z
    .array(z.strictObject({ criterion: slugSchema, grade: slugSchema }))
    .min(1)
    .max(200)
    .optional(),
});
/** One area of a member's independent grades. */
export type LodgedEntry = z.infer<typeof lodgedEntrySchema>;

/** The best fits that a member set for themselves, in a sentence; '' for none. */
export function fitWords(
  fits: LodgedEntry['fits'],
  criterion: (id: string) => string,
  grade: (id: string) => string,
): string {
  const each = (fits ?? []).map((fit) => `${criterion(fit.criterion)}: ${grade(fit.grade)}`);
  return each.length === 0 ? '' : `Best fit by criterion: ${each.join('; ')}.`;
}

/** Independent grades of areas: bound to the revision that the round grades. */
export const gradeLodging: LodgingKind<LodgedEntry> = {
  info: 'plumbline/grade/1',
  boundTo: (opened) => [roundOpened.in(opened)].flatMap((body) => body?.revision ?? []),
  list: 'entries',
  answer: lodgedEntrySchema,
  most: 60,
  opened: roundOpened,
  lodged: gradeLodged,
  closed: roundClosed,
};
