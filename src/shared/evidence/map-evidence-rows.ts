import type { EvidenceNote } from './evidence-state.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { evidenceKindSchema, type EvidenceKind } from '../values/evidence-kind.ts';
import type { ColumnMapping, EvidenceField, EvidenceTable } from './evidence-table.ts';
import { readWhen } from './read-when.ts';

/** A note that a row makes. */
export interface MappedNote {
  readonly row: number;
  readonly kind: EvidenceKind;
  readonly source: string;
  readonly when: string;
  readonly direction: 'strength' | 'weakness' | 'neutral';
  readonly text: string;
  readonly criterion: string | null;
}

/** What a table makes: notes, rows that make none with the reason, and rows that are there already. */
export interface MappedRows {
  readonly notes: readonly MappedNote[];
  readonly problems: readonly { readonly row: number; readonly message: string }[];
  readonly duplicates: readonly { readonly row: number; readonly of: string }[];
}

const longestText = 100_000;
const directions: Readonly<Record<string, MappedNote['direction']>> = {
  strength: 'strength',
  positive: 'strength',
  for: 'strength',
  '+': 'strength',
  weakness: 'weakness',
  negative: 'weakness',
  against: 'weakness',
  '-': 'weakness',
  neutral: 'neutral',
  '': 'neutral',
};

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();
}

const kinds = new Map<string, EvidenceKind>([
  ...evidenceKindSchema.options.map((kind): [string, EvidenceKind] => [plain(kind), kind]),
  ['interview with child', 'interview-child'],
  ['interview with family', 'interview-family'],
  ['interview with parent', 'interview-family'],
  ['interview with staff', 'interview-staff'],
  ['interview with leader', 'interview-leader'],
  ['interview with partner', 'interview-partner'],
  ['case file', 'case-tracking'],
  ['audit', 'document'],
]);

/** The same activity in the same words is the same note, whoever brings it. */
function sameness(note: Pick<MappedNote, 'source' | 'when' | 'text'>): string {
  return [plain(note.source), note.when, plain(note.text)].join('\u0000');
}

/** Makes notes of a table's rows. Nothing is guessed: a row whose date or kind cannot be read is a problem. */
export function mapEvidenceRows(
  table: EvidenceTable,
  mapping: ColumnMapping,
  framework: Framework | null,
  existing: readonly EvidenceNote[],
): MappedRows {
  const criteria = new Map(
    (framework?.areas ?? []).flatMap((area) =>
      area.criteria.flatMap((criterion): [string, string][] => [
        [plain(criterion.id), criterion.id],
        [plain(criterion.title), criterion.id],
      ]),
    ),
  );
  const known = new Map(existing.map((note) => [sameness(note), note.code]));
  const notes: MappedNote[] = [];
  const problems: { row: number; message: string }[] = [];
  const duplicates: { row: number; of: string }[] = [];
  for (const { row, cells } of table.rows) {
    const said = (field: EvidenceField): string => {
      const at = mapping[field];
      return at === null ? '' : (cells[at] ?? '').trim();
    };
    if (cells.every((cell) => cell.trim() === '')) continue;
    const text = said('text');
    const kind = said('kind') === '' ? mapping.otherwise.kind : kinds.get(plain(said('kind')));
    const source = said('source') === '' ? mapping.otherwise.source : said('source');
    const when = readWhen(said('when') === '' ? mapping.otherwise.when : said('when'));
    const direction = directions[plain(said('direction'))] ?? directions[said('direction')];
    const criterion = said('criterion') === '' ? null : criteria.get(plain(said('criterion')));
    const wrong = [
      text === '' ? 'it has no text' : '',
      text.length > longestText ? `its text is longer than ${longestText} characters` : '',
      kind === undefined ? `“${said('kind').slice(0, 60)}” is no kind of evidence` : '',
      source === '' ? 'it does not say who or what it is from' : '',
      source.length > 300 ? 'its source is longer than 300 characters' : '',
      when === null && said('when') === '' ? 'it does not say on which day it was' : '',
      when === null && said('when') !== ''
        ? `“${said('when').slice(0, 40)}” is no day that can be read (write 6/10/2026 or 2026-10-06)`
        : '',
      direction === undefined ? `“${said('direction').slice(0, 40)}” is neither strength nor weakness` : '',
      criterion === undefined ? `“${said('criterion').slice(0, 80)}” is no criterion of the framework` : '',
      /[\uD800-\uDFFF]/u.test(text) || text.includes('\u0000')
        ? 'its text holds characters that are none'
        : '',
    ].filter((part) => part !== '');
    if (
      wrong.length > 0 ||
      kind === undefined ||
      when === null ||
      direction === undefined ||
      criterion === undefined
    ) {
      problems.push({ row, message: `${wrong.join('; ')}.` });
      continue;
    }
    const note: MappedNote = { row, kind, source, when, direction, text, criterion };
    const twin = known.get(sameness(note));
    if (twin !== undefined) {
      duplicates.push({ row, of: twin });
      continue;
    }
    known.set(sameness(note), `row ${row}`);
    notes.push(note);
  }
  return { notes, problems, duplicates };
}
