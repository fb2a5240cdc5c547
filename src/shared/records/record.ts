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
  /** sha256 (hex) of the canonical form of {facts, salt, words}, `words` being the words' own hash: see build-record.ts. */
  readonly content: string;
}

/** What a record's words are: each text that a person wrote or quoted, by its place in the body ("/points/0/text"). */
export type Words = Readonly<Record<string, Json>>;

/** What an encrypted line holds in place of facts and words. */
interface Cipher {
  /** Which of the draft's keys opens it: the id of the record that wrapped it. */
  readonly keyId: RecordId;
  /** 12 bytes, 24 lower-case hex digits. */
  readonly nonce: string;
  /** AES-256-GCM, base64: of the canonical form of {facts, salt, words, wordsSalt}, the record's id being the associated data. */
  readonly ct: string;
  /** The device that encrypted it, and its Ed25519 signature over the canonical form of {ct, id, keyId, nonce}. */
  readonly by: DeviceKey;
  readonly sig: string;
}

/**
 * One line of a log, in one of four forms: whole (facts and words, each with its salt); words erased (facts, and the hash
 * of the words that were); encrypted; and, in files only, a shell, which is what the id covers and nothing else.
 */
export interface SignedRecord extends RecordHead {
  readonly id: RecordId;
  /** Ed25519 over the UTF-8 bytes of the id's 64 hex digits; 128 lower-case hex digits. */
  readonly sig: string;
  /** What the record does. Erasing leaves it. */
  readonly facts?: Json;
  /** 32 random bytes, 64 lower-case hex digits. */
  readonly salt?: string;
  /** What a person wrote or quoted. Erasing takes it, and its salt. */
  readonly words?: Words;
  readonly wordsSalt?: string;
  /** In place of words and their salt, once they are erased: sha256 (hex) of the canonical form of {words, wordsSalt}. */
  readonly wordsHash?: string;
  readonly cipher?: Cipher;
}
