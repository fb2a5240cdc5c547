import type { EvidenceDocument } from './evidence-document.ts';
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
