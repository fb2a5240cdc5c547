const consonants = 'bdfghjklmnprstvz';
const vowels = 'aiou';

/** Sixteen bits as five letters: consonant, vowel, consonant, vowel, consonant. */
function syllables(bits: number): string {
  const consonant = (shift: number): string => consonants.charAt((bits >>> shift) & 15);
  const vowel = (shift: number): string => vowels.charAt((bits >>> shift) & 3);
  return consonant(12) + vowel(10) + consonant(6) + vowel(4) + consonant(0);
}

/**
 * The first 128 bits of a hash as eight words that can be read aloud, such as "lusab": each holds sixteen bits
 * (Wilkerson, "A Proposal for Proquints: Identifiers that are Readable, Spellable, and Pronounceable", 2009).
 * `hash` is lower-case hex of at least 32 digits.
 */
export function spokenFingerprint(hash: string): readonly string[] {
  return Array.from({ length: 8 }, (_word, at) => syllables(parseInt(hash.slice(at * 4, at * 4 + 4), 16)));
}
