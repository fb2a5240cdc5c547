import { canonical } from '../records/canonical.ts';
import { draftEventTypes } from './event-types.ts';
import { recordLine, shellOf } from '../records/record-line.ts';
import type { SignedRecord } from '../records/record.ts';
import { saltedWords, wordHash, type Redaction } from '../finalising/passages.ts';
import type { Passage } from './passages-of.ts';

/** Whether a redacted copy keeps a kind of record whole: what rights, frameworks, seals and copies rest on. */
export function isKeptWhole(type: string): boolean {
  return draftEventTypes.get(type)?.keptInRedactedCopy === true;
}

/** A record's line in a redacted copy: whole, or what its id and signature cover. */
export function redactedLine(record: SignedRecord): string {
  return recordLine(isKeptWhole(record.type) ? record : shellOf(record));
}

/** A passage of a copy: each word as it is with its salt, or, where it was taken out, the hash that it was sealed by. */
export function disclosedPassage(
  { field, text, salt }: Passage,
  redactions: readonly Redaction[],
  sha256: (utf8: string) => string,
): { readonly field: string; readonly words: readonly (string | { salt: string; text: string })[] } {
  const gone = redactions.filter((redaction) => redaction.field === field);
  const isGone = (at: number): boolean => gone.some((gap) => at >= gap.from && at < gap.from + gap.words);
  return {
    field,
    words: saltedWords(field, salt, text, sha256).map((word, at) =>
      isGone(at) ? wordHash(field, at, word, sha256) : { salt: word.salt, text: word.text },
    ),
  };
}

/** The lines of a copy that hold the words left in, one a passage; their hash, joined by line feeds, is in its record. */
export function passageLines(passages: readonly ReturnType<typeof disclosedPassage>[]): readonly string[] {
  return passages.map((passage) => canonical(passage));
}
