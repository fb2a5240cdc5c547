/**
 * What a terminal obeys (control characters, among them escape and line feed) or what turns the direction of the text
 * around it, so that a name could show as another or as a line of its own.
 */
const unprintable = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text as one line for a terminal: what could move the cursor, begin a line or turn it is written as "\u202e". */
export function printable(text: string): string {
  return text.replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Likewise for a text of Plumbline's own that has several lines: its line feeds stay. JSON stays the same document. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
