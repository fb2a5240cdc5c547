import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { done, refused, type Result } from '../../shared/result.ts';
import type { Ratings } from '../../shared/agreement/ratings.ts';

/** Grades read from a file: one row a unit, one column a rater. */
interface RatingTable {
  readonly ratings: Ratings;
  readonly raters: readonly string[];
  /** What each number stands for where the file has words; in the order of the numbers 1, 2, ... */
  readonly words: readonly string[];
  /** Whether the words have an order: false where no known scale holds them all. */
  readonly ordered: boolean;
}

const missing = /^(?:|na|n\/a|nan|null|none|\.|-|\*)$/iu;
const labelled = /^(?:|unit|id|item|subject|case|inspection|area|draft)$/iu;
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/iu;
const matrix = z.array(z.array(z.union([z.number(), z.string(), z.null()])));
const jsonSchema = z.union([
  matrix,
  z.object({ units: matrix }).transform((file) => file.units),
  z
    .object({ raters: matrix })
    .transform(({ raters }) =>
      Array.from({ length: Math.max(0, ...raters.map((row) => row.length)) }, (_unit, at) =>
        raters.map((row) => row[at] ?? null),
      ),
    ),
]);

function cellsOf(text: string): Result<string[][], { readonly message: string }> {
  const begin = text.trimStart().slice(0, 1);
  try {
    if (begin === '[' || begin === '{')
      return done(jsonSchema.parse(JSON.parse(text)).map((row) => row.map((cell) => String(cell ?? ''))));
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return done(rows);
  } catch {
    return refused({
      message:
        'This is neither a table (CSV: one row a unit, one column a rater) nor a JSON matrix of the same form. Nothing was changed.',
    });
  }
}

function withoutLabels(rows: readonly string[][]): { head: readonly string[] | null; body: string[][] } {
  const rest = rows.slice(1);
  const numeric = rest.flat().some((cell) => number.test(cell));
  const first = rows[0] ?? [];
  const isHead = numeric
    ? first.some((cell) => !missing.test(cell) && !number.test(cell))
    : first.slice(1).every((cell, at) => rest.every((row) => row[at + 1] !== cell));
  const body = isHead ? rest : [...rows];
  const column = body.map((row) => row[0] ?? '');
  const named = isHead && labelled.test(first[0] ?? 'x');
  const names = numeric && column.every((cell) => !number.test(cell) && !missing.test(cell));
  const from = named || names ? 1 : 0;
  return { head: isHead ? first.slice(from) : null, body: body.map((row) => row.slice(from)) };
}

/** Reads grades from CSV (comma, semicolon or tab) or JSON; words are numbered by the first of `scales` that holds them all. */
export function readRatings(
  text: string,
  scales: readonly (readonly string[])[],
): Result<RatingTable, { readonly message: string }> {
  const cells = cellsOf(text);
  if (!cells.ok) return cells;
  const { head, body } = withoutLabels(cells.value);
  const width = body.reduce((most, row) => Math.max(most, row.length), 0);
  const raters = Array.from({ length: width }, (_rater, at) => head?.[at] ?? `Rater ${at + 1}`);
  const given = body.flat().filter((cell) => !missing.test(cell));
  const words = given.every((cell) => number.test(cell))
    ? []
    : [...new Set(given.map((cell) => cell.toLowerCase()))];
  if (given.length === 0 || width < 2)
    return refused({
      message: 'At least two columns of grades are needed, and these are not there. Nothing was changed.',
    });
  if (words.some((word) => number.test(word)))
    return refused({
      message: `Numbers and words stand among the grades (“${words.find((word) => !number.test(word)) ?? ''}”). Write all of them one way. Nothing was changed.`,
    });
  const scale = scales.find((scale) =>
    words.every((word) => scale.some((grade) => grade.toLowerCase() === word)),
  );
  const order = (scale ?? words.toSorted()).map((word) => word.toLowerCase());
  const place = new Map(order.toReversed().map((word, at) => [word, order.length - 1 - at]));
  const numberOf = (cell: string): number | null =>
    missing.test(cell) ? null : words.length === 0 ? Number(cell) : (place.get(cell.toLowerCase()) ?? -1) + 1;
  return done({
    ratings: body.map((row) => raters.map((_rater, at) => numberOf(row[at] ?? ''))),
    raters,
    words: words.length === 0 ? [] : order,
    ordered: words.length === 0 || scale !== undefined,
  });
}
