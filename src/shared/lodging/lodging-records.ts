import type { RecordGraph } from '../records/record-graph.ts';
import type { BodyOf } from '../records/define-event.ts';
import type { gradeLodged } from './grade-lodged.ts';
import type { LodgingRoundBody } from './lodging-round.ts';
import type { RecordId, SignedRecord } from '../records/record.ts';
import type { roundAbandoned } from './round-abandoned.ts';
import type { roundClosed } from './round-closed.ts';

/** A record with its body read. */
export interface Read<B> {
  readonly record: SignedRecord;
  readonly body: B;
}

/** A round's record, of whatever kind, as far as its people and its key go. */
export type OpenedRound = Read<Pick<LodgingRoundBody, 'participants' | 'holders' | 'quorum'>>;

/** What closing a round of whatever kind turns on: counted records, in fold order. */
export interface LodgingRecords {
  readonly graph: RecordGraph;
  readonly lodged: readonly Read<BodyOf<typeof gradeLodged>>[];
  readonly closed: readonly Read<BodyOf<typeof roundClosed>>[];
  readonly abandoned: readonly Read<BodyOf<typeof roundAbandoned>>[];
}

/** Interests as people declared them, as far as they keep somebody out of a round. */
export type DeclaredInterest = Read<{ readonly interests: readonly { readonly excludes: boolean }[] }>;

/** The closes whose private key is the other half of their round's public key: only decrypting can tell. */
export type FittingKeys = ReadonlySet<RecordId>;
