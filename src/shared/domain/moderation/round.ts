import type { GradeValue } from '../draft/grade-value.ts';
import type { PersonId, RecordId } from '../events/record.ts';
import type { AreaOutcome } from './area-outcome.ts';
import type { GradeAnswer, LodgedEntry } from './lodged-grades.ts';

/**
 * What became of one lodging. Only `independent` enters the figures.
 * `lodged`: not revealed yet. `independent`: counted by every valid close, the author's highest. `earlier`: replaced by
 * its author before the close. `late`: after a close, or known to none. `left-out`: a close that knew it did not count
 * it. `contested`: counted by one valid close and not by another. `doubled`: two with one number. `foreign`: its author
 * takes no part, or is out for an interest. `unreadable`: tampered with, copied, or not for this round.
 */
export type LodgingStanding =
  | 'lodged'
  | 'independent'
  | 'earlier'
  | 'late'
  | 'left-out'
  | 'contested'
  | 'doubled'
  | 'foreign'
  | 'unreadable';

/** One lodging; its entries are known once the round is revealed. */
export interface Lodging {
  readonly record: RecordId;
  readonly author: PersonId;
  readonly at: string;
  readonly n: number;
  readonly standing: LodgingStanding;
  readonly entries: readonly LodgedEntry[] | null;
}

/** One reveal, or what was meant to be one. */
export interface RoundClose {
  readonly record: RecordId;
  readonly author: PersonId;
  readonly at: string;
  readonly counted: readonly RecordId[];
  readonly reason: string | null;
  /** Why it does not count; null where it does. */
  readonly invalid:
    'not-a-holder' | 'wrong-key' | 'no-quorum-without-reason' | 'not-lodgings' | 'abandoned' | 'late' | null;
}

/** Something about a round that everybody must know. */
export interface RoundProblem {
  readonly code:
    | 'two-closes'
    | 'closed-below-quorum'
    | 'close-invalid'
    | 'key-out'
    | 'closed-and-abandoned'
    | 'lodged-late'
    | 'lodged-then-lost'
    | 'lodged-left-out'
    | 'lodged-contested'
    | 'lodged-doubled'
    | 'lodged-foreign'
    | 'lodged-unreadable'
    | 'opened-wrongly';
  readonly record: RecordId;
  readonly message: string;
}

/** A member's grade after discussion, beside the independent one. */
export interface Reconsidered {
  readonly record: RecordId;
  readonly person: PersonId;
  readonly at: string;
  readonly area: string;
  readonly answer: GradeAnswer;
  readonly reason: string;
  /** Against the independent one; 'given' where there was none. */
  readonly change: 'confirmed' | 'changed' | 'given';
}

/** A disagreement with an agreed grade. */
export interface Dissent {
  readonly record: RecordId;
  readonly person: PersonId;
  readonly at: string;
  readonly area: string;
  readonly grade: GradeAnswer | null;
  readonly text: string;
}

/** An outcome that stands for an area; more than one is a conflict that the chair settles by deciding again. */
export interface DecidedOutcome {
  readonly record: RecordId;
  readonly author: PersonId;
  readonly at: string;
  /** Null where its words were erased. */
  readonly value: AreaOutcome | null;
  /** What the team answered to each of its points, by place in the list. */
  readonly pointAnswers: readonly (readonly {
    readonly record: RecordId;
    readonly author: PersonId;
    readonly at: string;
    readonly answer: string;
  }[])[];
}

/** One cycle of independent grading, reveal and discussion. */
export interface Round {
  readonly id: RecordId;
  /** 1, 2, ... in fold order. */
  readonly number: number;
  readonly openedBy: PersonId;
  readonly at: string;
  /** Fixed: a new revision does not move the round. */
  readonly revision: RecordId;
  /** In the order in which they are graded. */
  readonly areas: readonly string[];
  readonly participants: readonly PersonId[];
  readonly excluded: readonly { readonly person: PersonId; readonly why: string }[];
  readonly holders: readonly { readonly person: PersonId; readonly as: 'chair' | 'deputy' }[];
  readonly quorum: number;
  /** YYYY-MM-DD. */
  readonly due: string | null;
  readonly publicKey: string;
  readonly provisional:
    { readonly shown: false } | { readonly shown: true; readonly reason: string; readonly record: RecordId };
  /** The team's grades in that revision; null where an area had none. */
  readonly provisionalGrades: { readonly [area: string]: GradeValue | null };
  readonly standing: 'lodging' | 'revealed' | 'abandoned';
  readonly closes: readonly RoundClose[];
  readonly abandoned: { readonly record: RecordId; readonly at: string; readonly reason: string } | null;
  /** In fold order. Before the reveal a member sees their own, a holder everybody's without entries. */
  readonly lodgings: readonly Lodging[];
  readonly absences: readonly {
    readonly record: RecordId;
    readonly person: PersonId;
    readonly at: string;
    readonly reason: string;
  }[];
  readonly reconsidered: readonly Reconsidered[];
  readonly dissents: readonly Dissent[];
  readonly outcomes: { readonly [area: string]: readonly DecidedOutcome[] };
  readonly problems: readonly RoundProblem[];
}
