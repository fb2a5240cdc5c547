import type { AgainstAgreed } from '../agreement/against-agreed.ts';
import type { Agreement } from '../agreement/measure-agreement.ts';
import type { PairsApart } from '../agreement/pairs-apart.ts';

/** One revealed round's counts of pairs, before and after discussion. */
interface RoundPairs {
  readonly draft: string;
  readonly round: string;
  readonly provider: string;
  /** When it was revealed, ISO. */
  readonly at: string;
  readonly areas: number;
  readonly before: PairsApart;
  readonly after: PairsApart;
}

/** How a member's independent grades lie to the mean of the others': above nought is more severe, in steps of the scale. */
export interface MemberSeverity {
  readonly person: string;
  readonly units: number;
  readonly steps: number;
  /** 95 %; null under five units. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** A draft whose agreed grades panels grade against. */
export interface CalibrationCase {
  readonly draft: string;
  readonly provider: string;
  /** Whether whoever asks has graded it in a revealed round. */
  readonly graded: boolean;
}

/** A named set of cases, with how the independent grades of whoever asks lie to the agreed ones. */
export interface CalibrationSetView {
  readonly name: string;
  readonly cases: readonly CalibrationCase[];
  readonly own: AgainstAgreed;
}

/** Agreement of the raters of a table that was read from a file. */
export interface TableAgreementView {
  readonly file: string;
  readonly raters: readonly string[];
  /** The grades as the table has them, best first; empty where they are numbers. */
  readonly words: readonly string[];
  /** How the table was read, in words. */
  readonly reading: readonly string[];
  readonly agreement: Agreement;
  readonly seed: number;
  readonly draws: number;
}

/** Agreement over every revealed round of the workspace that grades on the draft's own scale. */
export interface PooledAgreementView {
  readonly scale: string;
  readonly rounds: readonly RoundPairs[];
  /** Areas of rounds that two or more graded. */
  readonly units: number;
  /** Null with fewer than twenty units, and `why` says so. */
  readonly before: Agreement | null;
  readonly after: Agreement | null;
  readonly why: string;
  readonly seed: number;
  readonly draws: number;
  /** One's own; everybody's of the drafts in which one assures quality. */
  readonly severity: readonly MemberSeverity[];
  /** Rounds under this draft's framework revealed longer ago are not used for severity; 0 where none is ever. */
  readonly severityYears: number;
}
