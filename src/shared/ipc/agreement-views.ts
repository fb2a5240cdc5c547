import type { AgainstAgreed } from '../agreement/against-agreed.ts';
import type { Agreement } from '../agreement/measure-agreement.ts';
import type { PairShares } from '../agreement/pair-shares.ts';
import type { PairsApart } from '../agreement/pairs-apart.ts';
import { z } from 'zod';

/** Which rounds of a workspace are pooled; nothing is asked for where a part is ''. */
export const agreementFilterSchema = z.strictObject({
  /** The grades of the scale, best first; '' for the scale of most rounds. */
  scale: z.string().max(1000),
  framework: z.string().max(200),
  area: z.string().max(200),
  /** A panel of the workspace, or the people who graded. */
  panel: z.string().max(3000),
  /** Days of the reveal, YYYY-MM-DD, both within. */
  from: z.string().max(10),
  to: z.string().max(10),
});
export type AgreementFilter = z.infer<typeof agreementFilterSchema>;

/** Something that can be asked for, with how many rounds there are of it. */
export interface AgreementChoice {
  readonly id: string;
  readonly title: string;
  readonly rounds: number;
}

/** All that can be asked for, by the part of the filter. */
export interface AgreementChoices {
  readonly scales: readonly AgreementChoice[];
  readonly frameworks: readonly AgreementChoice[];
  readonly areas: readonly AgreementChoice[];
  readonly panels: readonly AgreementChoice[];
}

/** One revealed round's counts of pairs, before and after discussion. */
interface RoundPairs {
  readonly draft: string;
  readonly round: string;
  readonly provider: string;
  readonly framework: string;
  /** The panels of the workspace to which all belong who graded, else their names. */
  readonly panels: readonly string[];
  /** When it was revealed, ISO. */
  readonly at: string;
  readonly areas: number;
  readonly before: PairsApart;
  readonly after: PairsApart;
}

/** How a member's independent grades lie to the mean of the others': above nought is more severe, in steps of the scale. */
export interface MemberSeverity {
  readonly person: string;
  readonly name: string;
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
  readonly shares: PairShares;
  readonly seed: number;
  readonly draws: number;
}

/** Agreement over the revealed rounds of the workspace that a filter leaves, all on one scale. */
export interface PooledAgreementView {
  /** As asked for, with the scale that was taken. */
  readonly filter: AgreementFilter;
  readonly choices: AgreementChoices;
  readonly rounds: readonly RoundPairs[];
  /** Rounds of calibration cases, which count in their sets alone. */
  readonly calibration: number;
  /** Areas of rounds that two or more graded; one that was graded again is one. */
  readonly units: number;
  readonly shares: { readonly before: PairShares; readonly after: PairShares };
  /** Null with fewer than twenty units, and `why` says so. */
  readonly before: Agreement | null;
  readonly after: Agreement | null;
  readonly why: string;
  readonly seed: number;
  readonly draws: number;
  /** One's own; everybody's of the drafts in which one assures quality. */
  readonly severity: readonly MemberSeverity[];
  /** Rounds revealed longer ago are not used for severity, by each of their frameworks; 0 where none ever is. */
  readonly severityYears: readonly number[];
}
