import { canonical } from './canonical.ts';
import type { Json, RecordHead, SignedRecord } from './record.ts';

/** The text whose sha256 is a record's `content`. */
export function contentText(salt: string, body: Json): string {
  return canonical({ salt, body });
}

/** The text whose sha256 is a record's id: the canonical form of its head. */
export function headText(head: RecordHead): string {
  const { v, type, draft, author, key, seq, prev, parents, lamport, at, content } = head;
  return canonical({ v, type, draft, author, key, seq, prev, parents, lamport, at, content });
}

/** Everything of a record before hashing and signing. */
export type UnsignedRecord = Omit<RecordHead, 'content'> & { readonly salt: string; readonly body: Json };

/** Hashes a record into its content and id; what remains is to sign the id. */
export function identify(
  given: UnsignedRecord,
  sha256: (utf8: string) => string,
): Omit<SignedRecord, 'sig'> & { readonly salt: string; readonly body: Json } {
  const content = sha256(contentText(given.salt, given.body));
  return { ...given, content, id: sha256(headText({ ...given, content })) };
}
