import { z } from 'zod';
import { listOf, pluralOf, rowsNamed } from '../words.ts';
import { evidenceKindSchema } from '../values/evidence-kind.ts';

/** A table as a file held it: text cells, and for each row the line or row number it stands on, 1 for the first. */
export interface EvidenceTable {
  readonly headers: readonly string[];
  /** The row that the headings stand on, where it is known. */
  readonly headersRow?: number;
  readonly rows: readonly {
    readonly row: number;
    readonly cells: readonly string[];
    /** A filter or a person hid it in the workbook. */
    readonly hidden?: true;
    /** Why its cells could not be told apart. */
    readonly unread?: string;
  }[];
  /** What people must know of how the file was read, in words. */
  readonly warnings?: readonly string[];
  /** How it was read, in words: the sign between cells, the sheet, what was skipped. */
  readonly reading?: readonly string[];
  /** The sheets of a workbook in their order, and which of them this is. */
  readonly sheets?: readonly { readonly name: string; readonly hidden: boolean; readonly read: boolean }[];
}

/** Says which rows a workbook hides, where all rows of it are read; nothing where it hides none. */
export function hiddenRowsLine({ rows }: EvidenceTable): readonly string[] {
  const hidden = rows.flatMap(({ row, hidden }) => (hidden === true ? [row] : []));
  if (hidden.length === 0) return [];
  return [
    `The workbook hides ${rowsNamed(hidden)}; ${pluralOf(hidden.length, 'it was', 'they were')} read all the same.`,
  ];
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
  /** Whether rows that are hidden in a workbook make notes too. */
  hiddenRows: z.boolean().default(false),
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
    'observation',
    'observations',
    'narrative',
    'note text',
    'evidence note',
    'content',
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
  source: [
    'source',
    'who or what',
    'who',
    'from',
    'role',
    'interviewee',
    'source of evidence',
    'participant',
    'spoken to',
    'document',
    'reference',
  ],
  when: [
    'when',
    'date',
    'date and time',
    'day',
    'activity date',
    'date of activity',
    'datetime',
    'date of visit',
    'visit date',
    'date time',
    'timestamp',
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
    's or w',
    'positive or negative',
    'impact',
  ],
  criterion: ['criterion', 'criteria', 'judgement area', 'area', 'heading', 'theme'],
  heldFor: ['held for'],
  heldAgainst: ['held against'],
  added: ['added later'],
};

/** What a person is asked where neither a column nor a choice for all rows says it: nothing is guessed. */
export function columnsAsked(headers: readonly string[], mapping: ColumnMapping): readonly string[] {
  const { text, source, when, otherwise } = mapping;
  const named = listOf(headers.filter((header) => header !== '').map((header) => `“${header}”`));
  return [
    ...(text === null ? [`Which column holds the notes? No heading says so. The file has ${named}.`] : []),
    ...(source === null && otherwise.source === ''
      ? ['Who or what are the notes from? Choose a column, or say it for all rows.']
      : []),
    ...(when === null && otherwise.when === ''
      ? ['On which day was it? Choose a column, or say it for all rows.']
      : []),
  ];
}

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
    hiddenRows: false,
    otherwise: { kind: 'document', source: '', when: '' },
  };
}
