import type { DeviceKey, PersonId, RecordId } from '../records/record.ts';

/** What a person says of themselves: the professional profile that stands beside what they did. */
export interface PersonCard {
  readonly name: string;
  /** Their post, in their own words: "Senior inspector". */
  readonly post: string;
  /** Professional registration, for example "Social Work England SW12345"; empty where there is none. */
  readonly registration: string;
  /** Whole years of professional experience. */
  readonly years: number;
  /** Fields of practice: "Fostering", "Care leavers"; absent where nobody was asked. */
  readonly specialisms?: readonly string[] | undefined;
}

/** A device whose key the person's root key has certified. */
export interface Device {
  readonly key: DeviceKey;
  readonly label: string;
  readonly certified: RecordId;
  readonly revoked: boolean;
  /** Where it was revoked: the number of its last record known in each draft then; drafts not named are not judged. */
  readonly lastKnown?: { readonly [draft: RecordId]: number };
}

/** A record of somebody's log in which they stand for another's key: having compared it, or vouching where that counts. */
export interface KeyStatement {
  readonly record: RecordId;
  /** Whose key it is about. */
  readonly person: PersonId;
  readonly does: 'compares' | 'vouches';
  readonly at: string;
}

/** A person as their own signed log tells. */
export interface Person {
  readonly id: PersonId;
  readonly rootKey: string;
  /** The log's first record. */
  readonly log: RecordId;
  readonly card: PersonCard;
  readonly devices: readonly Device[];
  /** X25519, raw: secrets for this person are encrypted to it; null until one is certified. */
  readonly encryptionKey: string | null;
  /** People whose root key this person compared by a short phrase. */
  readonly verified: readonly PersonId[];
  /** People whose phrase differed when this person read it with them last. */
  readonly distrusted: readonly PersonId[];
  /** People for whose key they stand before others: each of whom they verified themselves before. */
  readonly vouched: readonly PersonId[];
  /** The records of both kinds, in fold order: what a verification path is made of. */
  readonly statements: readonly KeyStatement[];
  /** Records that vouch for somebody whom this person had not verified: they count for nothing. */
  readonly unfounded: readonly RecordId[];
  /** Hashes of the frameworks that this person published. */
  readonly published: readonly string[];
}
