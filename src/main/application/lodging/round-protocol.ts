import type { Scope } from '../session/session.ts';
import type { LodgingKind } from '../../../shared/lodging/lodging-kind.ts';
import type { LodgingRound } from '../../../shared/lodging/lodging-state.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import type { PersonId, RecordId } from '../../../shared/records/record.ts';
import type { RecordGraph } from '../../../shared/records/record-graph.ts';
import type { Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** A round by its id, and the log that it stands in by the id of that log's first record. */
export interface RoundPlace {
  readonly draft: RecordId;
  readonly round: RecordId;
}

/** A log in which rounds of a kind stand: how it is read and written. `L` is the log as read, `R` a round as folded. */
export interface RoundLog<L, R> {
  /** The log with all that is in it: records are made from it and judged against it. */
  readonly load: (scope: Scope, draft: RecordId) => Promise<Result<L, CallError>>;
  readonly roundsIn: (log: L) => readonly R[];
  /** Its rounds of this kind as this profile's person may see them. */
  readonly see: (scope: Scope, draft: RecordId) => Promise<Result<readonly R[], CallError>>;
  readonly write: (
    scope: Scope,
    draft: RecordId,
    intend: (log: L, person: PersonId) => Result<Intent, CallError>,
  ) => Promise<Result<SavedView, CallError>>;
}

/**
 * All that a kind of round has of its own where people open it, keep and lodge their answers `A`, and reveal it. Whoever
 * declares one has all of the protocol: `openRound`, `readOwn`, `keepOwn`, `lodgeOwn`, `closeRound`,
 * `declareAbsence`, `abandonRound`.
 */
export interface RoundProtocol<A, L extends { readonly graph: RecordGraph }, R extends LodgingRound> {
  readonly kind: LodgingKind<A>;
  readonly log: RoundLog<L, R>;
  /** What keeps kinds apart in this computer's journal. */
  readonly slot: string;
  /** Why answers can be neither kept nor lodged; null where they can. */
  readonly objection: (scope: Scope, log: L, round: R, answers: readonly A[]) => CallError | null;
  /** Why answers that can be kept cannot be lodged yet; null where they can. */
  readonly unfinished: (round: R, answers: readonly A[]) => CallError | null;
  /** Members for whom nobody waits, though they lodged nothing. */
  readonly absent: (round: R) => readonly PersonId[];
  /** Whole sentences: what happened, what is safe, what to do. */
  readonly messages: {
    readonly tooLong: string;
    /** The same person lodged from another device in the meantime. */
    readonly raced: string;
    /** Not everybody has answered, or fewer than the quorum, and no reason is given. */
    readonly needsReason: string;
  };
}
