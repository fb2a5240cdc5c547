import { z } from 'zod';
import { evidenceKindSchema } from '../values/evidence-kind.ts';

/** What is looked for: words and "phrases", and what narrows it. */
export const searchQuerySchema = z.strictObject({
  text: z.string().max(400),
  /** Evidence notes, narratives, or both where null. */
  what: z.enum(['note', 'narrative']).nullable(),
  kind: evidenceKindSchema.nullable(),
  author: z.string().max(80).nullable(),
  /** Days of the activity, inclusive, YYYY-MM-DD. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  area: z.string().max(80).nullable(),
  grade: z.string().max(80).nullable(),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

/** A note or a section of a narrative as the index holds it. */
export interface SearchDocument {
  readonly what: 'note' | 'narrative';
  /** The note's id, or the section. */
  readonly place: string;
  readonly code: string;
  readonly kind: string;
  readonly author: string;
  readonly day: string;
  /** Areas it belongs to, and their grades. */
  readonly areas: readonly string[];
  readonly grades: readonly string[];
  readonly text: string;
}

/** A document found, with the words around what was looked for; what was found stands between \u0001 and \u0002. */
export interface SearchHit extends Omit<SearchDocument, 'text' | 'areas' | 'grades'> {
  readonly draft: string;
  readonly provider: string;
  readonly area: string;
  readonly snippet: string;
}

/** What was found, whole, with what tells where it belongs. */
export interface HitView {
  readonly framework: string;
  /** The area of a note's first criterion, or what a section is called; '' for a note that is linked to none. */
  readonly area: string;
  readonly criteria: readonly {
    readonly area: string;
    readonly title: string;
    readonly direction: 'for' | 'against';
  }[];
  /** Of a note, with the day or time of the activity; '' for a section. */
  readonly source: string;
  readonly when: string;
  readonly text: string;
  /** The first paragraph that cites a note, by its number from 1; null where none does. */
  readonly cited: { readonly place: string; readonly paragraph: number; readonly text: string } | null;
}

/** A word shorter than this is looked for whole, longer ones also as the beginning of a word while one types. */
const shortestPrefix = 3;

/**
 * What people type as a full-text expression of SQLite (FTS5): every word must stand, "phrases" as they are, the last
 * word also as a beginning. Signs mean nothing. '' where no word is left.
 */
export function matchExpression(text: string): string {
  const parts = [...text.matchAll(/"([^"]*)"?|([\p{L}\p{N}\p{M}'’-]+)/gu)];
  const terms = parts.flatMap((match, at): string[] => {
    const phrase = match[1];
    const words = (phrase ?? match[2] ?? '').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    if (words.length === 0) return [];
    const last = phrase === undefined && at === parts.length - 1 && !/\s$/u.test(text);
    const open = last && (words.at(-1) ?? '').length >= shortestPrefix ? '*' : '';
    return [`"${words.join(' ')}"${open}`];
  });
  return terms.join(' ');
}
