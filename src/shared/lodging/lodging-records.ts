import type { RecordGraph } from '../records/record-graph.ts';
import type { BodyOf } from '../records/define-event.ts';
import type { LodgedBody } from './grade-lodged.ts';
import type { LodgingRoundBody } from './lodging-round.ts';
import type { PersonId, RecordId, SignedRecord } from '../records/record.ts';
import type { roundAbandoned } from './round-abandoned.ts';
import type { RoundAmendedBody } from './round-amended.ts';
import type { RoundClosedBody } from './round-closed.ts';

/** A record with its body read. */
export interface Read<B> {
  readonly record: SignedRecord;
  readonly body: B;
}

/** A round's record, of whatever kind, as far as its people and its key go. */
export type OpenedRound = Read<Pick<LodgingRoundBody, 'participants' | 'holders' | 'quorum'>>;

/** What rounds of whatever kind turn on: counted records, in fold order. */
export interface LodgingRecords {
  readonly graph: RecordGraph;
  /** Interests as people declared them, as far as they keep somebody out of a round. */
  readonly interests: readonly DeclaredInterest[];
  /** The same as holders recorded them for others. */
  readonly recorded: readonly Read<DeclaredInterest['body'] & { readonly person: PersonId }>[];
  /** Lodgings that count for a reveal that relied on them, and for nothing else. */
  readonly relied: ReadonlySet<RecordId>;
  readonly lodged: readonly Read<LodgedBody>[];
  readonly closed: readonly Read<RoundClosedBody>[];
  readonly abandoned: readonly Read<BodyOf<typeof roundAbandoned>>[];
  readonly amended: readonly Read<RoundAmendedBody>[];
}

/** Interests as one person declared them at one time. */
type DeclaredInterest = Read<{ readonly interests: readonly { readonly excludes: boolean }[] }>;

/** What only decrypting can tell of rounds. */
export interface LodgingFacts {
  /** The closes whose private key is the other half of their round's public key. */
  readonly keyFits: ReadonlySet<RecordId>;
  /** The text of each packet of a round with such a close; null where it does not open. */
  readonly packets: ReadonlyMap<RecordId, string | null>;
}

/** Nothing decrypted: whoever folds with this sees every round as not revealed. */
export const nothingRevealed: LodgingFacts = { keyFits: new Set(), packets: new Map() };
