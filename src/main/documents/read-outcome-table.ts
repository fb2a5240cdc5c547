import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { OutcomeRow } from '../../shared/framework/held-against-history.ts';
import { done, refused, type Result } from '../../shared/result.ts';

const rowsSchema = z.array(z.record(z.string(), z.string()));

/** A CSV of published outcomes with a header, as rows of cells by column; refusals are words for people. */
export function readOutcomeTable(
  bytes: Uint8Array,
): Result<readonly OutcomeRow[], { readonly message: string }> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const parsed: unknown = parse(text, {
      bom: true,
      columns: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
    const rows = rowsSchema.safeParse(parsed);
    return rows.success ? done(rows.data) : refused(noTable);
  } catch {
    return refused(noTable);
  }
}

const noTable = {
  message: 'This is no CSV table with a header. Nothing was changed. Choose a table of published outcomes.',
};
