import type { AccuracyState } from '../accuracy/accuracy-state.ts';
import type { ApprovedValue, PathStep } from './judgment-approved.ts';
import type { PersonId, RecordId } from '../records/record.ts';

/** One person standing by the judgment. */
export interface Approval {
  readonly record: RecordId;
  readonly author: PersonId;
  readonly at: string;
  readonly note: string;
  /** Whether the judgment still is what they approved. */
  readonly stands: boolean;
  /** Whether they wrote a revision of the draft: then it is no independent approval. */
  readonly wrote: boolean;
  /** How their key was verified, as they cite it; empty where they cite nothing. It is judged apart. */
  readonly path: readonly PathStep[];
}

/** One person asking for a sealed judgment to be opened again; another must confirm. */
export interface ReopeningProposal {
  readonly record: RecordId;
  readonly author: PersonId;
  readonly at: string;
  readonly seal: RecordId;
  readonly reason: string;
  /** The record by which another person confirmed it; null while it waits. */
  readonly confirmedBy: RecordId | null;
}

/** An authority's word on when a seal existed, as it was read when attached. */
export interface SealTimeStamp {
  readonly record: RecordId;
  readonly seal: RecordId;
  readonly time: string;
  readonly authority: string;
}

/** What was done to make a draft final. */
export interface FinalisingState {
  readonly accuracy: AccuracyState;
  /** In fold order. */
  readonly approvals: readonly Approval[];
  /** The fields of the judgment with the records whose writes of them stand: what an approval approves. */
  readonly approvable: readonly ApprovedValue[];
  readonly timeStamps: readonly SealTimeStamp[];
  readonly proposals: readonly ReopeningProposal[];
}
