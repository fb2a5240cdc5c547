import type { FieldValue } from '../records/define-event.ts';
import { canonical } from '../records/canonical.ts';

/** One word of a passage with the white space after it, and the salt that its commitment hides it with. */
interface SaltedWord {
  /** 32 lower-case hex digits. */
  readonly salt: string;
  readonly text: string;
}

/** A field's value as the text that can be disclosed word by word: prose as it is, anything else in canonical form. */
export function passageText(value: FieldValue): string {
  return 'text' in value ? value.text : canonical(value);
}

/** The words of a text, each with the white space after it; joined they are the text. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/gu) ?? [];
}

/**
 * The words of a field with a salt each, made from the salt of the record that wrote it: sha256 of the canonical form
 * of {at, field, salt}, its first 32 digits. Who has one word's salt learns neither the record's nor another word's.
 */
export function saltedWords(
  field: string,
  salt: string,
  text: string,
  sha256: (utf8: string) => string,
): readonly SaltedWord[] {
  return wordsOf(text).map((word, at) => ({
    salt: sha256(canonical({ at, field, salt })).slice(0, 32),
    text: word,
  }));
}

/** What a word is committed to by: sha256 of the canonical form of {at, field, salt, text}. */
export function wordHash(
  field: string,
  at: number,
  { salt, text }: SaltedWord,
  sha256: (utf8: string) => string,
): string {
  return sha256(canonical({ at, field, salt, text }));
}

/** What a passage is committed to by: the sha256 of its words' hashes, joined by line feeds. */
export function passageHash(hashes: readonly string[], sha256: (utf8: string) => string): string {
  return sha256(hashes.join('\n'));
}

/** Words to be taken out of a passage, counted from 0, with the reason that stands in the log. */
export interface Redaction {
  readonly field: string;
  readonly from: number;
  readonly words: number;
  readonly reason: string;
}
