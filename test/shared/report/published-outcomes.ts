import { readFileSync } from 'node:fs';

/** One row of the published outcomes: printed cells by column. */
export type Outcome = ReadonlyMap<string, string>;

/** Rows of a CSV with quoted cells and no line breaks within them. */
export function readOutcomes(file: URL): readonly Outcome[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/u);
  const columns = cells(header);
  return lines.map((line) => new Map(cells(line).map((cell, index) => [columns[index] ?? '', cell])));
}

function cells(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/gu)].map((match) => match[1] ?? match[2] ?? '');
}

/** The grade a cell states as one, by id; null for "data_unreadable", "not_reported_post_reform" and the like. */
export function statedGrade(cell = ''): string | null {
  const plain = cell.trim().replace(/^to /u, '').replaceAll(' ', '-');
  return ['outstanding', 'good', 'requires-improvement', 'inadequate'].includes(plain) ? plain : null;
}

/** "17/03/2025" as "2025-03-17"; null where the cell holds no date. */
export function statedDate(cell = ''): string | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})$/u.exec(cell);
  return match === null ? null : `${match[3] ?? ''}-${match[2] ?? ''}-${match[1] ?? ''}`;
}

/** "Jenny -ellen Scotland" as "Jenny-ellen Scotland"; null for a blank cell. */
export function statedLead(cell = ''): string | null {
  const name = cell.replaceAll(/\s*-\s*/gu, '-').trim();
  return name === '' ? null : name;
}
