import type { GradeValue } from '../values/grade-value.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import type { JudgedLodging, LodgingRound } from '../lodging/lodging-state.ts';
import type { Arbitration } from './fold-arbitrations.ts';
import type { AgreedRule, AreaOutcome } from '../values/area-outcome.ts';
import type { GradeAnswer, LodgedEntry } from './lodged-grades.ts';

/** One lodging; its entries are known once the round is revealed. */
export interface Lodging extends JudgedLodging {
  readonly entries: readonly LodgedEntry[] | null;
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
  readonly value: (Omit<AreaOutcome, 'rule'> & { readonly rule: AgreedRule | 'arbiter' }) | null;
  /** What the team answered to each of its points, by place in the list. */
  readonly pointAnswers: readonly (readonly {
    readonly record: RecordId;
    readonly author: PersonId;
    readonly at: string;
    readonly answer: string;
  }[])[];
}

/** One cycle of independent grading, reveal and discussion. */
export interface Round extends LodgingRound {
  /** Fixed: a new revision does not move the round. */
  readonly revision: RecordId;
  /** In the order in which they are graded. */
  readonly areas: readonly string[];
  readonly provisional:
    { readonly shown: false } | { readonly shown: true; readonly reason: string; readonly record: RecordId };
  /** The team's grades in that revision; null where an area had none. */
  readonly provisionalGrades: { readonly [area: string]: GradeValue | null };
  readonly lodgings: readonly Lodging[];
  readonly absences: readonly {
    readonly record: RecordId;
    readonly person: PersonId;
    readonly at: string;
    readonly reason: string;
  }[];
  readonly reconsidered: readonly Reconsidered[];
  readonly dissents: readonly Dissent[];
  readonly arbitrations: readonly Arbitration[];
  readonly outcomes: { readonly [area: string]: readonly DecidedOutcome[] };
}
