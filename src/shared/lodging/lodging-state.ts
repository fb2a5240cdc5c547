import type { PersonId, RecordId } from '../records/record.ts';

/**
 * What became of one lodging. Only `independent` enters the figures.
 * `lodged`: not revealed yet. `independent`: counted by every valid close, the author's highest. `earlier`: replaced by
 * its author before the close. `late`: after a close. `unproven`: written without reference to the reveal, and known to no
 * close: nothing in the files proves when. `left-out`: a close that knew it did not count it. `contested`: counted by one valid close and not by another. `doubled`: two with one number. `foreign`: its author
 * takes no part, or is out for an interest. `unreadable`: tampered with, copied, or not for this round.
 */
export type LodgingStanding =
  | 'lodged'
  | 'independent'
  | 'earlier'
  | 'late'
  | 'unproven'
  | 'left-out'
  | 'contested'
  | 'doubled'
  | 'foreign'
  | 'unreadable';

/** One lodging of a round, whatever its packet holds. */
export interface JudgedLodging {
  readonly record: RecordId;
  readonly author: PersonId;
  readonly at: string;
  readonly n: number;
  readonly standing: LodgingStanding;
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

/** A change of an open round that counts. */
export interface Amendment {
  readonly record: RecordId;
  readonly author: PersonId;
  readonly at: string;
  /** YYYY-MM-DD; null where the day stays. */
  readonly due: string | null;
  readonly added: readonly PersonId[];
  readonly excused: readonly PersonId[];
  readonly unproven: 'shown' | 'hidden' | null;
  readonly reason: string;
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
    | 'lodged-unproven'
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

/** A round in which people lodge something that nobody can read before the reveal, whatever that is. */
export interface LodgingRound {
  readonly id: RecordId;
  /** 1, 2, ... in fold order. */
  readonly number: number;
  readonly openedBy: PersonId;
  readonly at: string;
  readonly participants: readonly PersonId[];
  /** Members for whom nobody waits; what they had lodged counts. */
  readonly excused: readonly {
    readonly person: PersonId;
    readonly record: RecordId;
    readonly reason: string;
  }[];
  readonly amendments: readonly Amendment[];
  /** Whether a second line of figures has what was written without reference to the reveal, as said before the reveal. */
  readonly showsUnproven: boolean;
  readonly excluded: readonly { readonly person: PersonId; readonly why: string }[];
  readonly holders: readonly { readonly person: PersonId; readonly as: 'chair' | 'deputy' }[];
  readonly quorum: number;
  /** YYYY-MM-DD. */
  readonly due: string | null;
  readonly publicKey: string;
  readonly standing: 'lodging' | 'revealed' | 'abandoned';
  readonly abandoned: {
    readonly record: RecordId;
    readonly by: PersonId;
    readonly at: string;
    readonly reason: string;
  } | null;
  /** In fold order. Before the reveal a member sees their own, a holder everybody's without what they hold. */
  readonly lodgings: readonly JudgedLodging[];
  readonly closes: readonly RoundClose[];
  readonly problems: readonly RoundProblem[];
}

/** Whether a person is a member of a round, and not out of it for an interest. */
export function takesPart(
  { participants, excluded }: Pick<LodgingRound, 'participants' | 'excluded'>,
  person: PersonId,
): boolean {
  return participants.includes(person) && !excluded.some((out) => out.person === person);
}

/** Whether a person can lodge in a round: a member who is neither out of it nor excused. */
export function mayLodge(
  round: Pick<LodgingRound, 'participants' | 'excluded' | 'excused'>,
  person: PersonId,
): boolean {
  return takesPart(round, person) && !round.excused.some((excusal) => excusal.person === person);
}

/** Whether a person holds a key of a round. */
export function holdsKey({ holders }: Pick<LodgingRound, 'holders'>, person: PersonId): boolean {
  return holders.some((holder) => holder.person === person);
}
