import { z } from 'zod';
import { slugSchema } from '../values/body-parts.ts';
import { detailNames } from '../draft/detail-names.ts';
import { formWords } from '../framework/form-words.ts';
import type { FrameworkProblem } from '../framework/framework-problem.ts';
import { placeholders } from './fill-label.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/);
/** A list of fonts, the first that the machine has is used; no sign that could end a declaration of a style sheet. */
const fonts = z
  .array(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} -]*$/u))
  .min(1)
  .max(8);
const labelOf = (most: number) =>
  z
    .string()
    .max(most)
    .refine(
      (text) =>
        (text.match(/\{\w*\}/g) ?? []).every((placeholder) => placeholders.has(placeholder.slice(1, -1))),
      `Between braces stand only: ${[...placeholders].join(', ')}.`,
    );
const label = labelOf(200).min(1);
const facts = z.array(z.strictObject({ name: label, detail: z.enum(detailNames) })).max(12);

/** The title page: see FrontMatter. */
const coverSchema = z.strictObject({
  /** Whose reports these are; '' until somebody says. */
  inspectorate: labelOf(200),
  logo: z.strictObject({ png: z.base64().max(400_000), alternative: label }).nullable(),
  facts,
  /** Name the address of publication and the reference; what is left out is not printed. */
  address: label.optional(),
  reference: label.optional(),
  /** Heads the list of sections. */
  contents: label,
});

/** A section after the text. One that says nothing, or lists nobody, is not printed. */
const backSchema = z.strictObject({
  id: slugSchema,
  heading: label,
  paragraphs: z.array(labelOf(2000)).max(10),
  /** Lists who inspected, with their roles. */
  inspectors: z.boolean().optional(),
});

const styleSchema = z.strictObject({
  /** For headings, tables and facts. */
  headings: fonts,
  /** For paragraphs and lists. */
  prose: fonts,
  /** Size of the prose in points. */
  size: z.int().min(9).max(16),
  /** Space around the page in millimetres. */
  margin: z.int().min(12).max(40),
  ink: colour,
  /** Headings and rules. */
  accent: colour,
  line: colour,
  watermark: colour,
});

/** A report without one of these would lose what was written. */
const needed = ['grades', 'summary', 'improvements', 'areas', 'other'] as const;

const reportSchema = z.strictObject({
  title: label,
  cover: coverSchema.optional(),
  /** Stands at the head of every page but the first. */
  head: label.optional(),
  back: z.array(backSchema).max(8).optional(),
  /** The last line of what is sealed. */
  seal: label.optional(),
  facts,
  /** In the order they are printed. `areas` are the sections with a grade; `other` is text that is in neither. */
  parts: z
    .array(z.enum(['facts', 'grades', 'summary', 'improvements', 'areas', 'other', 'evidence-cited']))
    .refine(
      (parts) => new Set(parts).size === parts.length && needed.every((part) => parts.includes(part)),
      `Every part stands once, and none of these is left out: ${needed.join(', ')}.`,
    ),
  grades: z.strictObject({
    caption: label,
    area: label,
    grade: label,
    /** Heads the column of pictures; null prints none. */
    position: label.nullable(),
    /** Prints the table only where some area has a grade: a visit that grades nothing has none. */
    onlyWhereGiven: z.boolean().optional(),
  }),
  /** A paragraph before everything, and one after it, as a letter has them. */
  opening: label.optional(),
  closing: label.optional(),
  /** Heads what has no title in the framework. */
  headings: z.strictObject({ summary: label, improvements: label, other: label, evidenceCited: label }),
  /** Heads the section of a graded area. */
  areaHeading: label,
  standing: z.strictObject({ draft: label, sealed: label }),
});

/** A house style: how documents look, what the report's parts are called and in what order they stand. */
const documentTemplateSchema = z.strictObject({
  format: z.literal(1),
  id: slugSchema,
  title: z.string().min(1).max(120),
  style: styleSchema,
  report: reportSchema,
});

/** A house style as data. */
export type DocumentTemplate = z.infer<typeof documentTemplateSchema>;
/** How documents look. */
export type DocumentStyle = DocumentTemplate['style'];

/** Checks a template's value; every problem names its place. */
export function checkTemplate(
  value: unknown,
):
  | { readonly ok: true; readonly template: DocumentTemplate }
  | { readonly ok: false; readonly problems: readonly FrameworkProblem[] } {
  const read = documentTemplateSchema.safeParse(value, {
    error: (issue) => (issue.code === 'custom' ? undefined : formWords(issue)),
  });
  if (read.success) return { ok: true, template: read.data };
  return {
    ok: false,
    problems: read.error.issues.map(({ path, code, message }) => ({
      place: path.map(String).join('.'),
      code,
      message,
    })),
  };
}
