import { z } from 'zod';
import { evidenceKindSchema } from '../values/evidence-kind.ts';

/** A table as a file held it: text cells, and for each row the line or row number it stands on, 1 for the first. */
export interface EvidenceTable {
  readonly headers: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** What people must know of how the file was read, in words. */
  readonly warnings?: readonly string[];
}

/** What a note needs that a column can give. */
export const evidenceFields = ['text', 'kind', 'source', 'when', 'direction', 'criterion'] as const;
export type EvidenceField = (typeof evidenceFields)[number];

const column = z.int().min(0).max(200).nullable();

/** Which column gives what (0 for the first), and what stands where no column does. */
export const columnMappingSchema = z.strictObject({
  text: column,
  kind: column,
  source: column,
  when: column,
  direction: column,
  criterion: column,
  /** What stands for a row that says none; `when` is a day as `readWhen` reads it, or empty. */
  otherwise: z.strictObject({
    kind: evidenceKindSchema,
    source: z.string().trim().max(300),
    when: z.string().trim().max(40).default(''),
  }),
});
/** Which column gives what. */
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

const names: Readonly<Record<EvidenceField, readonly string[]>> = {
  text: ['text', 'note', 'notes', 'evidence', 'description', 'finding', 'comment', 'detail', 'details'],
  kind: ['kind', 'type', 'method', 'evidence type', 'source type', 'activity'],
  source: ['source', 'who', 'from', 'role', 'interviewee', 'document', 'reference'],
  when: ['when', 'date', 'date and time', 'time', 'activity date', 'datetime'],
  direction: ['direction', 'strength or weakness', 'judgement', 'judgment', 'for or against', 'impact'],
  criterion: ['criterion', 'criteria', 'area', 'heading', 'theme'],
};

/** Guesses from the headers which column gives what; what is not told by its header is left open. */
export function guessMapping(headers: readonly string[]): ColumnMapping {
  const plain = headers.map((header) =>
    header
      .toLowerCase()
      .replaceAll(/[^a-z ]+/g, ' ')
      .trim(),
  );
  const taken = new Set<number>();
  const find = (field: EvidenceField): number | null => {
    for (const name of names[field]) {
      const at = plain.findIndex((header, index) => header === name && !taken.has(index));
      if (at < 0) continue;
      taken.add(at);
      return at;
    }
    return null;
  };
  return {
    text: find('text'),
    kind: find('kind'),
    source: find('source'),
    when: find('when'),
    direction: find('direction'),
    criterion: find('criterion'),
    otherwise: { kind: 'document', source: '', when: '' },
  };
}
