/** 64 lower-case hex digits: the sha256 of a record's canonical head. A draft's id is its first record's. */
export type RecordId = string;
/** 64 lower-case hex digits: the sha256 of a person's raw Ed25519 root public key. */
export type PersonId = string;
/** 64 lower-case hex digits: a device's raw Ed25519 public key. */
export type DeviceKey = string;

/** What JSON can say within a record: integers only, no holes. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Everything the id covers. `parents` are the heads the author knew; `at` is a claim and decides nothing. */
export interface RecordHead {
  readonly v: number;
  readonly type: string;
  /** The draft's (or person log's) first record; null in that first record itself. */
  readonly draft: RecordId | null;
  readonly author: PersonId;
  readonly key: DeviceKey;
  /** 1, 2, ... per key and draft. */
  readonly seq: number;
  /** This key's record before, in the same draft. */
  readonly prev: RecordId | null;
  readonly parents: readonly RecordId[];
  /** 1 + the greatest of its ancestors'; 1 in the first record. */
  readonly lamport: number;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  /** sha256 (hex) of the canonical form of {salt, body}. */
  readonly content: string;
}

/** One line of a log. After erasing, `salt` and `body` are gone and the rest still verifies. */
export interface SignedRecord extends RecordHead {
  readonly id: RecordId;
  /** Ed25519 over the UTF-8 bytes of the id's 64 hex digits; 128 lower-case hex digits. */
  readonly sig: string;
  /** 32 random bytes, 64 lower-case hex digits. */
  readonly salt?: string;
  readonly body?: Json;
}
