import { z } from 'zod';
import { slugSchema } from '../values/body-parts.ts';

/** Where text of a report stands that is in no section of the draft: with a question about it, or set aside as furniture. */
export const besideDraft: ReadonlySet<string> = new Set(['kept', 'aside']);
export const pointsSection = 'improvements';

const words = z.string().min(1).max(200_000);
const place = z.int().min(1);

/**
 * What a person changed of how a report was read. A paragraph is known by its section and its words, white space aside:
 * where these do not stand there, the edit changes nothing.
 */
export const reportEditSchema = z.discriminatedUnion('does', [
  /** Paragraphs of one section, or lines set aside, go to another. */
  z.strictObject({
    does: z.literal('move'),
    from: slugSchema,
    to: slugSchema,
    texts: z.array(words).min(1).max(2000),
    page: place,
  }),
  /** A paragraph becomes two, the first of so many characters that are no white space. */
  z.strictObject({ does: z.literal('split'), section: slugSchema, text: words, at: place, page: place }),
  /** The answer to a question: on this line begins this area; null: the line was read as it should be, or is no heading. */
  z.strictObject({ does: z.literal('answer'), line: place, area: slugSchema.nullable() }),
]);

export type ReportEdit = z.infer<typeof reportEditSchema>;
/** An edit of the text as it was read. */
export type TextEdit = Exclude<ReportEdit, { does: 'answer' }>;

/** What was answered, by line. */
export type LineAnswers = ReadonlyMap<number, string | null>;

/** The answers among edits: of two about a line the later stands. */
export function answersOf(edits: readonly ReportEdit[]): LineAnswers {
  return new Map(
    edits.flatMap((edit): [number, string | null][] =>
      edit.does === 'answer' ? [[edit.line, edit.area]] : [],
    ),
  );
}
