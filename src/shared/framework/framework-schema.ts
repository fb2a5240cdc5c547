import { z } from 'zod';
import { daySchema, slugSchema } from '../values/body-parts.ts';
import { evidenceKindSchema } from '../values/evidence-kind.ts';
import { basisSchema } from './basis.ts';
import { deadlineSchema } from './deadline-schema.ts';
import { limiterSchema } from './limiter-schema.ts';
import { retentionSchema } from './retention-schema.ts';
import { roleSchema } from '../values/role.ts';

/** The gates that a reason lets pass unless a framework forbids it, by the rule that the reason is recorded under. */
export const excusableRules = [
  'areas-without-words',
  'required-evidence',
  'moderation',
  'factual-accuracy',
  'open-comments',
  'interests',
  'verified-signatories',
] as const;

/** Who must stand by a judgment before it is sealed. One person who wrote none of it always must. */
const signOffSchema = z.strictObject({
  /** A second signature, by another person in one of these roles; null where the framework asks for none. */
  secondSignature: z
    .strictObject({
      title: z
        .string()
        .max(300)
        .regex(/^\S(?:[\s\S]*\S)?$/u),
      by: z.array(roleSchema).min(1).max(7),
    })
    .nullable(),
  /** Rules of gates for which no reason may stand in. */
  firm: z.array(z.enum(excusableRules)).max(20).optional(),
  /** General knowledge, to be reviewed by whoever uses the framework. */
  editableDefault: z.boolean(),
});

/** Starts and ends with a sign. Nothing is trimmed: what is adopted is, byte for byte, what was checked. */
const said = /^\S(?:[\s\S]*\S)?$/u;
const text = z.string().max(4000).regex(said);
const title = z.string().max(200).regex(said);

const gradeSchema = z.strictObject({
  id: slugSchema,
  title,
  /** Shorter, for tight places. */
  short: title.optional(),
  /** As a narrative says it: "requires improvement". */
  words: title.optional(),
  /** One letter inside the grade's shape. */
  symbol: z.string().regex(/^[\p{L}\p{N}]$/u),
  /** The number the inspectorate prints, where it prints one: in one body 1 is best, in another 6. */
  printed: z.int().optional(),
  meaning: text.optional(),
});

const scaleSchema = z.strictObject({
  id: slugSchema,
  title,
  /** Best first: the order is this one and no number decides it. */
  grades: z.array(gradeSchema).min(2).max(12),
  /** What may stand instead of a grade: not graded, not inspected, insufficient evidence. */
  nonGrades: z.array(z.strictObject({ id: slugSchema, title })).max(10),
  basis: basisSchema.optional(),
});

const requirementSchema = z.strictObject({
  kinds: z.array(evidenceKindSchema).min(1),
  /** How many notes of these kinds. */
  atLeast: z.int().min(1).max(100),
  /** From how many distinct sources. */
  sources: z.int().min(1).max(100).optional(),
  basis: basisSchema.optional(),
});

const criterionSchema = z.strictObject({
  id: slugSchema,
  title,
  /** References to an outside standard. */
  tags: z.array(title).max(20).optional(),
  /** What it looks like at a grade: for all, some or none of the scale's grades. */
  descriptors: z.array(
    z.union([
      z.strictObject({ grade: slugSchema, text }),
      /** Defined as the absence of what another grade describes. */
      z.strictObject({ grade: slugSchema, absenceOf: slugSchema }),
    ]),
  ),
  /** What it looks like where it is as it should be, for areas without a grade. */
  aim: text.optional(),
  required: z.array(requirementSchema).max(20).optional(),
  basis: basisSchema.optional(),
});

const areaSchema = z.strictObject({
  id: slugSchema,
  title,
  /** In a few words, for tight places: "Help and protection". */
  brief: title.optional(),
  /** Two to four letters. */
  short: z.string().min(1).max(5),
  /** What published reports call it, for import. */
  printed: z.array(title),
  kind: z.enum(['graded', 'limiting', 'overall', 'narrative', 'met-or-not']),
  /** Null for an area without a grade. */
  scale: slugSchema.nullable(),
  parent: slugSchema.optional(),
  /** Areas that are judged before this one. */
  after: z.array(slugSchema),
  criteria: z.array(criterionSchema).max(60),
  /** Evidence the area needs whatever the criterion. */
  required: z.array(requirementSchema).max(20).optional(),
  /** The kinds of inspection that judge it; all where absent. */
  inKinds: z.array(title).min(1).max(10).optional(),
  basis: basisSchema.optional(),
});

/** How the framework itself reads grades of parts into one of the whole; always advice, never filled in. */
const aggregationSchema = z.strictObject({
  area: slugSchema,
  /** The areas it reads, or criteria of this area by their best fit. */
  from: z.array(slugSchema).min(1),
  basis: basisSchema.optional(),
  how: z.discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('none') }),
    z.strictObject({ mode: z.literal('best-fit') }),
    z.strictObject({ mode: z.literal('lower-median') }),
    /** A grade needs all of its own and all lower standards. */
    z.strictObject({ mode: z.literal('secure-fit') }),
    /** The first rule whose counts hold gives the grade. */
    z.strictObject({
      mode: z.literal('counts'),
      rules: z.array(
        z.strictObject({
          grade: slugSchema,
          needs: z.array(
            z.strictObject({
              grades: z.array(slugSchema).min(1),
              atLeast: z.int().min(0),
              atMost: z.int().min(0).optional(),
            }),
          ),
        }),
      ),
    }),
    /** Points of each part, summed, as a whole percentage of the most there can be, fall into bands. */
    z.strictObject({
      mode: z.literal('bands'),
      /** How the percentage is made whole; a half goes up. */
      round: z.enum(['down', 'nearest']),
      points: z.array(z.strictObject({ grade: slugSchema, points: z.int().min(0).max(1000) })).min(1),
      bands: z.array(z.strictObject({ grade: slugSchema, fromPercent: z.int().min(0).max(100) })).min(1),
    }),
  ]),
});

const sectionSchema = z.strictObject({
  id: slugSchema,
  title,
  printed: z.array(title),
  /** Points rather than prose. */
  points: z.boolean(),
  tags: z.array(title).optional(),
  basis: basisSchema.optional(),
});

const reportCheckSchema = z.discriminatedUnion('check', [
  z.strictObject({
    check: z.literal('paragraphs'),
    area: slugSchema.nullable(),
    atLeast: z.int(),
    atMost: z.int(),
    basis: basisSchema.optional(),
  }),
  z.strictObject({
    check: z.literal('sentences'),
    atLeast: z.int(),
    atMost: z.int(),
    basis: basisSchema.optional(),
  }),
  z.strictObject({
    check: z.literal('identifiers'),
    forbid: z.array(z.enum(['name', 'address', 'date-of-birth', 'case-number', 'place'])),
    basis: basisSchema.optional(),
  }),
]);

/** A published scheme as data: scales, areas, criteria, descriptors, rules and clocks. Integers only. */
const interestSpan = z.int().min(0).max(60).nullable();

export const frameworkSchema = z.strictObject({
  format: z.literal(1),
  id: slugSchema,
  title,
  publisher: title,
  version: title,
  /** By dates of inspection, inclusive; `to` null while it lasts. */
  valid: z.strictObject({ from: daySchema, to: daySchema.nullable(), basis: basisSchema.optional() }),
  /** Kinds of inspection under it: "standard inspection". */
  kinds: z.array(title),
  labels: z.strictObject({ judgment: title, provider: title, grade: title.optional() }),
  scales: z.array(scaleSchema).max(10),
  sections: z.array(sectionSchema),
  areas: z.array(areaSchema).min(1).max(60),
  aggregations: z.array(aggregationSchema),
  /** Facts that rules may turn on, as a person would say them: "There is no registered manager". */
  facts: z
    .array(z.strictObject({ id: slugSchema, title, basis: basisSchema.optional() }))
    .max(60)
    .optional(),
  limiters: z.array(limiterSchema),
  /** Whether judging the whole before its parts blocks or asks for a reason; it asks where this is absent. */
  order: z.enum(['soft', 'hard']).optional(),
  deadlines: z.array(deadlineSchema),
  reportChecks: z.array(reportCheckSchema),
  /** What is kept how long; absent where the framework says nothing of it. */
  retention: z.array(retentionSchema).max(30).optional(),
  /** Who signs, where it is more than one person who wrote none of it. */
  signOff: signOffSchema.optional(),
  /** For how many years after its reveal a round counts for its members' severity: 3 where absent, 0 for never. */
  severityYears: z.int().min(0).max(30).optional(),
  /** For how many years after its end a tie to a provider keeps its holder out of grading; null: however long ago. */
  interestYears: z
    .strictObject({
      lived: interestSpan,
      worked: interestSpan,
      inspected: interestSpan,
      basis: basisSchema.optional(),
    })
    .optional(),
  /** Anything a reader should know: where the words come from, what is a default to review. */
  notes: z.array(text),
});

/** A published scheme as data. */
export type Framework = z.infer<typeof frameworkSchema>;
/** One thing that gets a judgment. */
export type Area = Framework['areas'][number];
/** What inspectors look for in an area. */
export type Criterion = Area['criteria'][number];
/** An ordered scale, best grade first. */
export type Scale = Framework['scales'][number];
/** How grades of parts are read into one. */
export type Aggregation = Framework['aggregations'][number];
