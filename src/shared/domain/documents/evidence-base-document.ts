import type { EvidenceDocument } from '../evidence/evidence-document.ts';
import { plain, plainRows, type PrintedDocument } from './printed-document.ts';
import type { Standing } from './standing-words.ts';

/** In percent, in the order of the evidence base's columns. */
const widths = [6, 8, 8, 8, 5, 9, 10, 7, 19, 8, 6, 6];

/** The evidence base as a document: every note a row of one wide table, then the abbreviations. */
export function evidenceBaseDocument(
  { title, columns, rows, abbreviations }: EvidenceDocument,
  { watermark }: Standing,
): PrintedDocument {
  return {
    title: `${title}: evidence`,
    language: 'en-GB',
    watermark: watermark === 'Demonstration' ? watermark : null,
    foot: `${title}. Evidence base`,
    landscape: true,
    blocks: [
      { kind: 'paragraph', words: plain(`${rows.length} ${rows.length === 1 ? 'note' : 'notes'}.`) },
      {
        kind: 'table',
        caption: 'Evidence notes',
        columns,
        rows: plainRows(rows),
        rowHeaders: true,
        ...(columns.length === widths.length ? { widths } : {}),
      },
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
