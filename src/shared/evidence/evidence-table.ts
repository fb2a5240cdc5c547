import { z } from 'zod';
import { evidenceKindSchema } from '../values/evidence-kind.ts';

/** A table as a file held it: text cells, and for each row the line or row number it stands on, 1 for the first. */
export interface EvidenceTable {
  readonly headers: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** What people must know of how the file was read, in words. */
  readonly warnings?: readonly string[];
  /** How it was read, in words: the sign between cells, the sheet, what was skipped. */
  readonly reading?: readonly string[];
  /** The sheets of a workbook in their order, and which of them this is. */
  readonly sheets?: readonly { readonly name: string; readonly hidden: boolean; readonly read: boolean }[];
}

/** What a note needs that a column can give. */
export const evidenceFields = [
  'text',
  'kind',
  'source',
  'when',
  'direction',
  'criterion',
  'heldFor',
  'heldAgainst',
  'added',
] as const;
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
  /** Criteria that a note is held for or against, as the evidence base names them when it is exported. */
  heldFor: column.default(null),
  heldAgainst: column.default(null),
  /** What was added to a note later. */
  added: column.default(null),
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
  text: [
    'text',
    'note',
    'notes',
    'evidence',
    'description',
    'finding',
    'comment',
    'detail',
    'details',
    'observations',
  ],
  kind: [
    'kind',
    'type',
    'method',
    'kind of source',
    'kind of evidence',
    'evidence type',
    'source type',
    'type of evidence',
  ],
  source: ['source', 'who or what', 'who', 'from', 'role', 'interviewee', 'document', 'reference'],
  when: [
    'when',
    'date',
    'date and time',
    'day',
    'activity date',
    'date of activity',
    'datetime',
    'activity',
    'time',
  ],
  direction: [
    'direction',
    'strength or weakness',
    'strength weakness',
    's w',
    'judgement',
    'judgment',
    'for or against',
    'impact',
  ],
  criterion: ['criterion', 'criteria', 'area', 'heading', 'theme'],
  heldFor: ['held for'],
  heldAgainst: ['held against'],
  added: ['added later'],
};

/** Guesses from the headers which column gives what; what is not told by its header is left open. */
export function guessMapping(headers: readonly string[]): ColumnMapping {
  const plain = headers.map((header) =>
    header
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, ' ')
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
    heldFor: find('heldFor'),
    heldAgainst: find('heldAgainst'),
    added: find('added'),
    otherwise: { kind: 'document', source: '', when: '' },
  };
}
