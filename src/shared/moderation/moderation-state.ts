import type { Challenged } from './challenge-raised.ts';
import type { PairwiseRound } from '../pairwise/pairwise-round.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import type { Round } from './round.ts';

/** What one person declared for this inspection; the last declaration stands, an empty one says "none". */
export interface DeclaredInterests {
  readonly person: PersonId;
  /** The declarations that stand: several only where two devices declared without knowing of each other. */
  readonly records: readonly RecordId[];
  readonly at: string;
  readonly interests: readonly {
    readonly class: 'financial-or-outside' | 'values' | 'inspection-activity';
    readonly standing: 'actual' | 'potential' | 'perceived';
    readonly told: string;
    readonly excludes: boolean;
  }[];
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
  /** Why, in words. */
  readonly message: string;
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
