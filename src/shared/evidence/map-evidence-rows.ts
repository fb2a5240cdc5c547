import { calledIn, linksListed, plain, type MappedLink } from './listed-links.ts';
import type { EvidenceLink, EvidenceNote } from './evidence-state.ts';
import { heldLinks, likenessTo, sameness, wouldChange } from './note-already-here.ts';
import type { RecordId } from '../records/record.ts';
import { kindTitles } from '../values/kind-titles.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { evidenceKindSchema, type EvidenceKind } from '../values/evidence-kind.ts';
import type { ColumnMapping, EvidenceField, EvidenceTable } from './evidence-table.ts';
import { readWhen } from './read-when.ts';

/** A note that a row makes; rows of the same note under other criteria give it more links. */
export interface MappedNote {
  readonly row: number;
  readonly kind: EvidenceKind;
  readonly source: string;
  readonly when: string;
  readonly direction: 'strength' | 'weakness' | 'neutral';
  readonly text: string;
  readonly links: readonly MappedLink[];
  /** What was added to the note later, as it is told. */
  readonly added: string;
}

/** What a table makes: notes, links of notes that are here, rows that make none with the reason, and rows that are here already. */
export interface MappedRows {
  readonly notes: readonly MappedNote[];
  /** Links that rows give to notes of the draft. */
  readonly links: readonly (MappedLink & {
    readonly row: number;
    readonly note: RecordId;
    readonly code: string;
  })[];
  readonly problems: readonly { readonly row: number; readonly message: string }[];
  /** Rows that are here already: the note, and what the row would change of it, which is not imported. */
  readonly duplicates: readonly { readonly row: number; readonly of: string; readonly differs: string }[];
  /** What comes in otherwise than its row has it. */
  readonly remarks: readonly { readonly row: number; readonly message: string }[];
  /** Rows that the workbook hides, whether they make notes or not. */
  readonly hidden: readonly number[];
}

const longestText = 100_000;
const directions: Readonly<Record<string, MappedNote['direction']>> = {
  strength: 'strength',
  strengths: 'strength',
  s: 'strength',
  positive: 'strength',
  for: 'strength',
  '+': 'strength',
  weakness: 'weakness',
  weaknesses: 'weakness',
  w: 'weakness',
  negative: 'weakness',
  against: 'weakness',
  '-': 'weakness',
  neutral: 'neutral',
  '': 'neutral',
};

const kinds = new Map<string, EvidenceKind>([
  ...evidenceKindSchema.options.map((kind): [string, EvidenceKind] => [plain(kind), kind]),
  ...evidenceKindSchema.options.map((kind): [string, EvidenceKind] => [plain(kindTitles[kind]), kind]),
  ['interview with parent', 'interview-family'],
  ['case file', 'case-tracking'],
  ['audit', 'document'],
]);

/** What is the matter with a row that makes no note, part by part. */
function wrongWith(
  said: (field: EvidenceField) => string,
  { text, source }: { readonly text: string; readonly source: string },
  unread: readonly ('kind' | 'when' | 'direction' | 'criterion' | 'heldFor' | 'heldAgainst')[],
): readonly string[] {
  const quoted = (field: EvidenceField, most: number): string => `“${said(field).slice(0, most)}”`;
  const unreadable = {
    kind: `${quoted('kind', 60)} is no kind of evidence`,
    when:
      said('when') === ''
        ? 'it does not say on which day it was'
        : `${quoted('when', 40)} is no day that can be read (write 6/10/2026 or 2026-10-06)`,
    direction: `${quoted('direction', 40)} is neither strength nor weakness`,
    criterion: `${quoted('criterion', 80)} is no criterion of the framework`,
    heldFor: `${quoted('heldFor', 80)} names criteria that the framework does not have, or has twice`,
    heldAgainst: `${quoted('heldAgainst', 80)} names criteria that the framework does not have, or has twice`,
  };
  return [
    text === '' ? 'it has no text' : '',
    text.length > longestText ? `its text is longer than ${longestText} characters` : '',
    source === '' ? 'it does not say who or what it is from' : '',
    source.length > 300 ? 'its source is longer than 300 characters' : '',
    ...unread.map((field) => unreadable[field]),
    /[\uD800-\uDFFF]/u.test(text) || text.includes('\u0000') ? 'its text holds characters that are none' : '',
  ].filter((part) => part !== '');
}

/** Makes notes of a table's rows. Nothing is guessed: a row whose date or kind cannot be read is a problem. */
export function mapEvidenceRows(
  table: EvidenceTable,
  mapping: ColumnMapping,
  framework: Framework | null,
  existing: readonly EvidenceNote[],
  linked: readonly EvidenceLink[] = [],
): MappedRows {
  const called = calledIn(framework);
  const known = new Map(existing.map((note) => [sameness(note), note]));
  const held = heldLinks(linked);
  const likeness = likenessTo(existing);
  const notes = new Map<string, MappedNote>();
  const links: MappedRows['links'][number][] = [];
  const problems: MappedRows['problems'][number][] = [];
  const duplicates: MappedRows['duplicates'][number][] = [];
  const remarks: MappedRows['remarks'][number][] = [];
  const most = table.headers.length;
  /** Whether Plumbline made the table of an evidence base. */
  const isExported = table.headers[0] === 'Code' && mapping.heldFor !== null;
  const hidden: number[] = [];
  for (const { row, cells, hidden: isHidden, unread } of table.rows) {
    const said = (field: EvidenceField): string => {
      const at = mapping[field];
      return at === null ? '' : (cells[at] ?? '').trim();
    };
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (isHidden === true) hidden.push(row);
    if (isHidden === true && !mapping.hiddenRows) continue;
    if (cells.slice(most).some((cell) => cell.trim() !== '')) {
      problems.push({ row, message: tooManyCells(cells, most) });
      continue;
    }
    if (unread !== undefined) {
      problems.push({ row, message: unread });
      continue;
    }
    if (isExported && cells[0] === 'Abbreviation') {
      remarks.push({ row, message: 'It says what an abbreviation stands for, and is no note.' });
      continue;
    }
    const text = said('text');
    if (isExported && text === 'Erased.') {
      problems.push({ row, message: 'The note was erased before the file was made.' });
      continue;
    }
    const kind = said('kind') === '' ? mapping.otherwise.kind : kinds.get(plain(said('kind')));
    const source = said('source') === '' ? mapping.otherwise.source : said('source');
    const when = readWhen(said('when') === '' ? mapping.otherwise.when : said('when'));
    const direction = directions[plain(said('direction'))] ?? directions[said('direction')];
    const isArea = called.areas.has(plain(said('criterion')));
    const criterion =
      said('criterion') === '' || isArea ? null : called.criteria.get(plain(said('criterion')));
    const heldFor = linksListed(said('heldFor'), 'for', called);
    const heldAgainst = linksListed(said('heldAgainst'), 'against', called);
    const wrong = wrongWith(said, { text, source }, [
      ...(kind === undefined ? (['kind'] as const) : []),
      ...(when === null ? (['when'] as const) : []),
      ...(direction === undefined ? (['direction'] as const) : []),
      ...(criterion === undefined ? (['criterion'] as const) : []),
      ...(heldFor === null ? (['heldFor'] as const) : []),
      ...(heldAgainst === null ? (['heldAgainst'] as const) : []),
    ]);
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
    if (isArea)
      remarks.push({
        row,
        message: `“${said('criterion').slice(0, 80)}” is an area, not a criterion: the note comes in without a link.`,
      });
    const own: MappedLink[] = [...(heldFor ?? []), ...(heldAgainst ?? [])];
    if (criterion !== null) own.push({ criterion, direction: direction === 'weakness' ? 'against' : 'for' });
    const note: MappedNote = { row, kind, source, when, direction, text, links: own, added: said('added') };
    const key = sameness(note);
    const [earlier, here] = [notes.get(key), known.get(key)];
    const fresh = own.filter(({ criterion }) =>
      earlier === undefined
        ? here === undefined || !held.has(`${here.id} ${criterion}`)
        : !earlier.links.some((link) => link.criterion === criterion),
    );
    if (earlier === undefined && here === undefined) {
      notes.set(key, note);
      const like = likeness(note);
      if (like !== null) remarks.push({ row, message: like });
    } else if (fresh.length === 0) {
      const twin = earlier ?? here;
      const of = earlier === undefined ? (here?.code ?? '') : `row ${earlier.row}`;
      const directionOf = (criterion: string): 'for' | 'against' | undefined =>
        earlier === undefined
          ? held.get(`${here?.id ?? ''} ${criterion}`)
          : earlier.links.find((link) => link.criterion === criterion)?.direction;
      duplicates.push({ row, of, differs: twin === undefined ? '' : wouldChange(note, twin, directionOf) });
    } else if (earlier !== undefined) notes.set(key, { ...earlier, links: [...earlier.links, ...fresh] });
    else if (here !== undefined) {
      for (const link of fresh) {
        held.set(`${here.id} ${link.criterion}`, link.direction);
        links.push({ ...link, row, note: here.id, code: here.code });
      }
    }
  }
  return { notes: [...notes.values()], links, problems, duplicates, remarks, hidden };
}

function tooManyCells(cells: readonly string[], most: number): string {
  const beyond = cells.slice(most).filter((cell) => cell.trim() !== '');
  return `it has ${cells.length} cells and there are ${most} headings, so “${beyond.join(' ').trim().slice(0, 80)}” stands under none. Put quotation marks around text that holds the sign between cells.`;
}
