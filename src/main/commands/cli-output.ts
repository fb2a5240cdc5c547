import type { Result } from '../../shared/domain/result.ts';

/** What a command says and how it ends. 0: all well; 1: done, and something is wrong; 2: usage, or unreadable. */
export interface Said {
  readonly json: unknown;
  readonly text: string;
  readonly code: 0 | 1 | 2;
}

/** Why a command could not be carried out; ends with 2. */
export class Unreadable extends Error {}

/** The value of a result, or the end of the command with its words. */
export function need<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Unreadable(result.error.message);
  return result.value;
}

/** Prints what a command said: one JSON document, or text for people. */
export function print(said: Said, asJson: boolean): void {
  process.stdout.write(asJson ? `${JSON.stringify(said.json, null, 2)}\n` : `${said.text}\n`);
  process.exitCode = said.code;
}
