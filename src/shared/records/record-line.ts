import { wordsText } from './build-record.ts';
import { canonical } from './canonical.ts';
import type { SignedRecord } from './record.ts';

/** A record as its line in a log, without the line feed. */
export function recordLine(record: SignedRecord): string {
  return canonical(record);
}

/** What remains of a record when its words are erased: what it does, and the hash of the words that were. */
export function wordless(record: SignedRecord, sha256: (utf8: string) => string): SignedRecord {
  const { words, wordsSalt, ...rest } = record;
  if (words === undefined || wordsSalt === undefined) return record;
  return { ...rest, wordsHash: sha256(wordsText(words, wordsSalt)) };
}

/** What stands in a redacted copy for a record that is left out of it: what its id and signature cover. */
export function shellOf(record: SignedRecord): SignedRecord {
  const { salt, facts, words, wordsSalt, wordsHash, cipher, ...shell } = record;
  return shell;
}
