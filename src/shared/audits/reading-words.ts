import { z } from 'zod';

/** What a reader says of one area's grade; the headline of an audit is the worst of a judgment. */
export const readOutcomeSchema = z.enum([
  'supported',
  'weakly-recorded',
  'within-range',
  'not-supported',
  'outside-range',
  'cannot-tell',
]);
export type ReadOutcome = z.infer<typeof readOutcomeSchema>;

/** The outcomes as people say them, from the best to the worst; what cannot be told yet apart, at the end. */
export const outcomeTitles: Readonly<Record<ReadOutcome, string>> = {
  supported: 'Supported',
  'weakly-recorded': 'Supported, weakly recorded',
  'within-range': 'Another grade within the reasonable range',
  'not-supported': 'Not supported by what is on file',
  'outside-range': 'Outside the range',
  'cannot-tell': 'Cannot tell yet',
};

/** Outcomes that count as a failure where an audit asks whether judgments are supported. */
export const failingOutcomes: ReadonlySet<ReadOutcome> = new Set(['not-supported', 'outside-range']);

/** Outcomes that say nothing against the grade need no reason. */
export const reasonless: ReadonlySet<ReadOutcome> = new Set(['supported']);

const worst = readOutcomeSchema.options.filter((outcome) => outcome !== 'cannot-tell');

/** A judgment's outcome: the worst of its areas; cannot tell only where no area says more. */
export function judgmentOutcome(areas: readonly ReadOutcome[]): ReadOutcome {
  return worst.findLast((outcome) => areas.includes(outcome)) ?? 'cannot-tell';
}

export const protocolAnswerSchema = z.enum(['confirm', 'differ', 'cannot-tell']);
export type ProtocolAnswer = z.infer<typeof protocolAnswerSchema>;

/** What a reader says to what the record says. */
export const protocolAnswerTitles: Readonly<Record<ProtocolAnswer, string>> = {
  confirm: 'Confirm',
  differ: 'Differ',
  'cannot-tell': 'Cannot tell',
};

/** How good the file is, 1 to 4. */
export const fileGradeSchema = z.int().min(1).max(4);

/** The file's grades, best first (the four steps of the FRC's audit quality reviews). */
export const fileGradeTitles = [
  'Good',
  'Limited improvements',
  'Improvements required',
  'Significant improvements',
] as const;

/** From this grade on a key finding is needed. */
export const keyFindingFrom = 3;
