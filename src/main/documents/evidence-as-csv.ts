import { stringify } from 'csv-stringify/sync';
import type { EvidenceDocument } from '../../shared/documents/evidence-document.ts';

/**
 * The evidence base as CSV in UTF-8 with its mark, so that Excel reads accents. A cell that begins with = + - @ or a
 * tab is led by an apostrophe: no program takes it for a formula.
 */
export function evidenceAsCsv({ columns, rows, abbreviations }: EvidenceDocument): Uint8Array {
  const terms = abbreviations.map(({ short, long }) => ['Abbreviation', short, long]);
  const text = stringify([[...columns], ...rows.map((row) => [...row]), ...terms], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  return new TextEncoder().encode(text);
}
