import type { PassageLine } from './passage-line.ts';
import type { Result } from '../result.ts';
import type { LineProblem } from './line-problem.ts';
import type { SignedRecord } from './record.ts';

/** A line of a log with what reading it gave. */
export interface CheckedLine {
  readonly file: string;
  /** 1 for the first. */
  readonly line: number;
  /** How many it has on disk, its line feed included. */
  readonly bytes?: number;
  readonly read: Result<SignedRecord, LineProblem>;
  /** Where it is no record but a passage of a redacted copy. */
  readonly passage?: PassageLine;
}

/** One thing verification found; `broken` fails it, a `notice` does not. */
export interface Problem {
  readonly level: 'broken' | 'notice';
  readonly file: string;
  /** 0 where no single line is meant. */
  readonly line: number;
  readonly record: string | null;
  readonly code: string;
  readonly message: string;
}
