import type { Interest } from './interest-declared.ts';
import type { Challenged } from './challenge-raised.ts';
import type { PairwiseRound } from '../pairwise/pairwise-round.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import type { Round } from './round.ts';

/** One person's interests in this inspection: what they declared last, and what the chair or a deputy recorded last. */
export interface DeclaredInterests {
  readonly person: PersonId;
  /** The records that stand: several declarations only where two devices declared without knowing of each other. */
  readonly records: readonly RecordId[];
  readonly at: string;
  /** Whether they declared themselves; a declaration without interests says "none". */
  readonly declared: boolean;
  /** Each with who recorded it for them; null where they declared it. */
  readonly interests: readonly (Interest & { readonly recordedBy: PersonId | null })[];
  /** Whether any of them keeps the person out of rounds. */
  readonly excludes: boolean;
}

/** A question put to the draft that must be answered before it can be final. */
export interface Challenge {
  readonly id: RecordId;
  /** 1, 2, ... in fold order. */
  readonly number: number;
  readonly author: PersonId;
  readonly at: string;
  readonly about: Challenged;
  readonly text: string;
  readonly owner: PersonId;
  /** YYYY-MM-DD. */
  readonly due: string | null;
  readonly state: 'open' | 'answered' | 'withdrawn';
  readonly answers: readonly {
    readonly record: RecordId;
    readonly author: PersonId;
    readonly at: string;
    readonly answer: string;
  }[];
  /** The answer that whoever raised it took for enough, of several the last; null where they said so of none. */
  readonly accepted: { readonly record: RecordId; readonly at: string; readonly answer: RecordId } | null;
  readonly withdrawn: { readonly record: RecordId; readonly at: string; readonly reason: string } | null;
}

/** What is kept from the person who looks: only `seenDraft` sets it. */
export interface Hiding {
  /** The round that hides; null where an interest they declared does. */
  readonly round: RecordId | null;
  /** The team's grades, in fields and words. */
  readonly provisional: boolean;
  /** What the panel's members gave, before and after discussion, and what came of it. */
  readonly panel: boolean;
  /** Whether names are kept from them, since they may be asked to arbitrate. */
  readonly arbiter: boolean;
  /** Why, in words. */
  readonly message: string;
}

/** What stands in place of a value that is hidden. */
export function hiddenWords({ round }: Pick<Hiding, 'round'>): string {
  return round === null ? 'Hidden until the seal' : 'Hidden until the reveal';
}

/** What a draft's records say of its moderation. */
export interface ModerationState {
  readonly interests: readonly DeclaredInterests[];
  /** In fold order. */
  readonly rounds: readonly Round[];
  /** Rounds of comparative judgment, in fold order. */
  readonly pairwise: readonly PairwiseRound[];
  readonly challenges: readonly Challenge[];
  readonly hiding: Hiding | null;
}
