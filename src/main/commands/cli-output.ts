import { printable, printableLines } from '../../shared/printable.ts';
import type { Result } from '../../shared/result.ts';

/** What a command says and how it ends. 0: all well; 1: done, and something is wrong; 2: usage, or unreadable. */
export interface Said {
  readonly json: unknown;
  /** For people, line by line: names in them come from others, and none makes a line of its own. */
  readonly lines: readonly string[];
  readonly code: 0 | 1 | 2;
  /** Whether standard output is taken by the file itself: what is said goes to standard error. */
  readonly outTaken?: boolean;
}

/** Why a command could not be carried out; ends with 2. */
export class Unreadable extends Error {}

/** The value of a result, or the end of the command with its words. */
export function need<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Unreadable(result.error.message);
  return result.value;
}

/** Prints what a command said, one JSON document or text for people, and answers with the code that it ends with. */
export function print(said: Said, asJson: boolean): number {
  const words = asJson
    ? printableLines(JSON.stringify(said.json, null, 2))
    : said.lines.map(printable).join('\n');
  (said.outTaken === true ? process.stderr : process.stdout).write(`${words}\n`);
  return said.code;
}

/** Tells people one line on standard error, beside what a command says. */
export function tell(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}
