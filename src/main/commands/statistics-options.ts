import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { Unreadable } from './cli-output.ts';
import { readText } from './read-text.ts';

/** What `statistics` may be told: each figure takes some of them. */
export interface StatisticsOptions {
  readonly of?: string;
  readonly agree?: string;
  readonly population?: string;
  readonly sample?: string;
  readonly failures?: string;
  readonly share?: string;
  readonly total?: string;
  readonly by?: string;
  readonly least?: string;
  readonly reference?: string;
  readonly limit?: string;
  readonly unit?: string;
  readonly level: string;
}

export function needTable(table: string | undefined): string {
  if (table === undefined) throw new Unreadable('Name the file of the table after the figure.');
  return table;
}

/** A whole number that is not below nought and, where there are so many, not above `most`. */
export function count(name: string, text: string | undefined, most = 100_000): number {
  const read = z.string().regex(/^\d+$/u).transform(Number).pipe(z.number().max(most)).safeParse(text);
  if (!read.success)
    throw new Unreadable(
      text === undefined
        ? `--${name} is missing.`
        : `--${name} is a whole number from 0 to ${most.toLocaleString('en-GB')}, not ${text}.`,
    );
  return read.data;
}

/** A number between nought and one, neither of them. */
export function between(name: string, text: string | undefined): number {
  const read = Number(text);
  if (text === undefined) throw new Unreadable(`--${name} is missing.`);
  if (!(read > 0 && read < 1)) throw new Unreadable(`--${name} is more than 0 and less than 1, not ${text}.`);
  return read;
}

/** The rows of a table of numbers, its first row too; ends the command with `form` where it is none. */
export async function numbersIn(file: string, form: string): Promise<readonly (readonly number[])[]> {
  const cell = z
    .string()
    .trim()
    .regex(/^-?\d+(?:\.\d+)?$/u)
    .transform(Number);
  const numbers = z.array(z.array(cell)).safeParse(cellsIn(await readText(file)));
  if (!numbers.success) throw new Unreadable(`${file} is no ${form}, without headings. Nothing was changed.`);
  return numbers.data;
}

/** The cells of a text with commas, semicolons or tabs between them; null where it is none. */
function cellsIn(text: string): unknown {
  try {
    return parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'],
      relaxColumnCount: true,
      skipEmptyLines: true,
    });
  } catch {
    return null;
  }
}
