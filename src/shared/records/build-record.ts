import { canonical } from './canonical.ts';
import type { Json, RecordHead, SignedRecord, Words } from './record.ts';

/** What a record says: what it does, and apart from that what people wrote or quoted, each with a salt of its own. */
export interface Content {
  readonly facts: Json;
  readonly salt: string;
  readonly words: Words;
  readonly wordsSalt: string;
}

/** The text whose sha256 stands for a record's words. */
export function wordsText(words: Words, wordsSalt: string): string {
  return canonical({ words, wordsSalt });
}

/** The text whose sha256 is a record's `content`; `words` is the hash that stands for its words. */
export function contentText(facts: Json, salt: string, words: string): string {
  return canonical({ facts, salt, words });
}

/** The text whose sha256 is a record's id: the canonical form of its head. */
export function headText(head: RecordHead): string {
  const { v, type, draft, author, key, seq, prev, parents, lamport, at, content } = head;
  return canonical({ at, author, content, draft, key, lamport, parents, prev, seq, type, v });
}

/** Everything of a record before hashing and signing. */
type UnsignedRecord = Omit<RecordHead, 'content'> & Content;

/** Hashes a record into its content and id; what remains is to sign the id. */
export function identify(
  given: UnsignedRecord,
  sha256: (utf8: string) => string,
): Omit<SignedRecord, 'sig'> & Content {
  const words = sha256(wordsText(given.words, given.wordsSalt));
  const content = sha256(contentText(given.facts, given.salt, words));
  return { ...given, content, id: sha256(headText({ ...given, content })) };
}
