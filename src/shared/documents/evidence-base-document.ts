import type { EvidenceDocument } from './evidence-document.ts';
import type { EvidenceTable } from '../evidence/evidence-table.ts';
import { count, momentWords } from '../words.ts';
import { plain, type Block, type Cell, type PrintedDocument } from './printed-document.ts';
import type { Standing } from './standing-words.ts';

/** What of a note stands together in one column of a page; what is named nowhere stands in the last. */
const groups = [
  { title: 'Code', columns: ['Code'] },
  {
    title: 'Where it is from',
    columns: ['Kind', 'Source', 'Inspector', 'Activity', 'Written', 'Late by days'],
  },
  { title: 'Note', columns: ['Note', 'Direction', 'Added later', 'Files'] },
  { title: 'Held against criteria', columns: ['Held for', 'Held against'] },
] as const;
const widths = [9, 24, 41, 26];
/** Columns whose values say by themselves what they are. */
const bare = new Set(['Code', 'Kind', 'Note']);
const moments = new Set(['Activity', 'Written']);
/** As many columns as a page has room for. */
const mostColumns = 6;

function cellOf(columns: readonly string[], row: readonly string[], names: readonly string[]): Cell {
  const lines = names.flatMap((name) => {
    const value = row[columns.indexOf(name)] ?? '';
    if (value === '') return [];
    const said = moments.has(name) ? momentWords(value) : value;
    return [bare.has(name) ? said : `${name}: ${said}`];
  });
  return { words: plain(lines.join('\n')) };
}

function table({ columns, rows }: EvidenceDocument): Block {
  const caption = 'Evidence notes';
  if (columns.length <= mostColumns) {
    const cells = rows.map((row) => row.map((text): Cell => ({ words: plain(text) })));
    return { kind: 'table', caption, columns, rows: cells, rowHeaders: true };
  }
  const placed = new Set<string>(groups.flatMap((group) => group.columns));
  const others = columns.filter((column) => !placed.has(column));
  const last = groups.length - 1;
  return {
    kind: 'table',
    caption,
    columns: groups.map((group) => group.title),
    rows: rows.map((row) =>
      groups.map((group, at) =>
        cellOf(columns, row, at === last ? [...group.columns, ...others] : group.columns),
      ),
    ),
    rowHeaders: true,
    widths,
  };
}

/** The evidence base as a document: every note a row of one table with all that is kept of it, then the abbreviations. */
export function evidenceBaseDocument(evidence: EvidenceDocument, { watermark }: Standing): PrintedDocument {
  const { title, rows, abbreviations } = evidence;
  return {
    title: `${title}: evidence`,
    language: 'en-GB',
    watermark: watermark === 'Demonstration' ? watermark : null,
    foot: `${title}. Evidence base`,
    landscape: true,
    blocks: [
      { kind: 'paragraph', words: plain(`${count(rows.length, 'note')}.`) },
      table(evidence),
      ...(abbreviations.length === 0
        ? []
        : [
            { kind: 'heading' as const, level: 2 as const, text: 'Abbreviations' },
            {
              kind: 'facts' as const,
              facts: abbreviations.map(({ short, long }) => ({
                name: short,
                value: long === '' ? 'Not spelled out in the notes' : long,
              })),
            },
          ]),
    ],
  };
}

const place =
  /^([^\n]*)\nSource: (.*)\nInspector: ([^\n]*)\nActivity: ([^\n]*)\nWritten: ([^\n]*)(?:\nLate by days: (\d+))?$/su;
const afterDirection = /^(?:\nAdded later: (\d{4}-\d{2}-\d{2}T.*?))?(?:\nFiles: ([^\n]* \(sha256 .*))?$/su;

/** A note's text, direction, what was added and its files; null where its own lines read like these. */
function noteParts(cell: string): readonly [text: string, ...rest: readonly string[]] | null {
  let found: readonly [string, ...string[]] | null = null;
  for (const match of cell.matchAll(/\nDirection: (strength|weakness|neutral)(?=\n|$)/gu)) {
    const rest = afterDirection.exec(cell.slice(match.index + match[0].length));
    if (rest === null) continue;
    if (found !== null) return null;
    found = [cell.slice(0, match.index), match[1] ?? '', rest[1] ?? '', rest[2] ?? ''];
  }
  return found;
}

const forLabel = 'Held for: ';
const againstLabel = 'Held against: ';

/** What a note is held for and against; null where a passage reads like the label between them. */
function heldParts(cell: string): readonly [heldFor: string, heldAgainst: string] | null {
  if (cell === '') return ['', ''];
  if (cell.startsWith(againstLabel)) return ['', cell.slice(againstLabel.length)];
  if (!cell.startsWith(forLabel)) return null;
  const [own = '', against = '', ...more] = cell.slice(forLabel.length).split(`\n${againstLabel}`);
  return more.length > 0 ? null : [own, against];
}

const readBack = [
  'Code',
  'Kind',
  'Source',
  'Inspector',
  'Activity',
  'Written',
  'Late by days',
  'Note',
  'Direction',
  'Added later',
  'Files',
  'Held for',
  'Held against',
];
const notApart =
  'Its own lines read like those that Plumbline writes beside a note, so its parts cannot be told apart. Import the evidence base from its CSV.';

/** The table of a Word file that `evidenceBaseDocument` made, a column a field again; any other table as it is. */
export function evidenceBaseTable(table: EvidenceTable): EvidenceTable {
  if (groups.some(({ title }, at) => table.headers[at] !== title) || table.headers.length !== groups.length)
    return table;
  return {
    ...table,
    headers: readBack,
    rows: table.rows.map((row) => {
      const [code = '', from = '', note = '', held = ''] = row.cells;
      const [parts, links] = [noteParts(note), heldParts(held)];
      const [, kind = '', source = '', inspector = '', activity = '', written = '', late = ''] =
        place.exec(from) ?? [];
      if (parts === null || links === null || kind === '') return { ...row, cells: [code], unread: notApart };
      const cells = [code, kind, source, inspector, activity, written, late, ...parts, ...links];
      return { ...row, cells };
    }),
  };
}
